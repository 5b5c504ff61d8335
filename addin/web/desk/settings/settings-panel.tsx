import { useRef, useState } from 'preact/hooks';
import { formatDate } from '../../../../core/format.ts';
import { mergeSettings } from '../../../../core/plan/merge-settings.ts';
import { deadlineOf, usualDays } from '../../../../core/plan/plan-periods.ts';
import type { Settings } from '../../../../core/plan/settings.ts';
import { type PartName, partsHeldByClose, SETTINGS_PARTS, withPartsAfterClose } from '../../../../core/plan/settings-parts.ts';
import { withAgencyChanges } from '../../../../core/plan/with-agency-changes.ts';
import { isSameJson } from '../../../../core/same-json.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { partsText, SETTINGS_AFTER_CLOSE } from '../../../../core/wording/settings-parts.ts';
import type { Answer } from '../../../api/call.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import type { DeskProps } from '../desk-props.ts';
import { AgencyContacts } from './agency-contacts.tsx';
import { AgencyNames } from './agency-names.tsx';
import { AgencySwitches } from './agency-switches.tsx';
import { ContactFields } from './contact-fields.tsx';
import { DayFields } from './day-fields.tsx';
import { HonoursWeightFields } from './honours-weights.tsx';
import { PublicCoverage } from './public-coverage.tsx';
import { ReportWording } from './report-wording.tsx';
import { RuleStrictness } from './rule-strictness.tsx';
import { SigningFields } from './signing-fields.tsx';
import { WaitingNotice } from './waiting-notice.tsx';
import { Waivers } from './waivers.tsx';

interface Kept {
  readonly settings: Settings;
  /** Null from a save until the server has said under which tag it keeps that: under the old one the next save would seem somebody else's. */
  readonly etag: string | null;
}

/** A field in which something stands that cannot be saved. */
interface WrongField {
  readonly part: PartName;
  readonly name: string;
}

/** What a period changes without a release: one document, changed as a whole, with a reason on record; once it is closed how its report is signed and worded alone. */
export function SettingsPanel(props: DeskProps) {
  const { api, period, periodLine, plan, register, reload, query } = props;
  const act = useAct();
  const [kept, setKept] = useState<Kept | null>(null);
  const [draft, setDraft] = useState<Settings | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<readonly WrongField[]>([]);
  const [clash, setClash] = useState<readonly PartName[] | null>(null);
  const [merging, setMerging] = useState(false);
  const [turn, setTurn] = useState(0);
  const [discards, setDiscards] = useState(0);
  // What is typed while the server is being asked counts as well.
  const typed = useRef<{ readonly draft: Settings | null; readonly reason: string }>({ draft, reason });
  typed.current = { draft, reason };
  /** Takes what the server has now; what was changed on this desk since `base` is put on top of it, so that nobody's change is lost. */
  const take = ({ value: { settings: theirs }, etag }: Answer<{ readonly settings: Settings }>, base: Settings | null): void => {
    const mine = typed.current.draft;
    const merged = base && mine ? mergeSettings(base, mine, theirs) : { settings: theirs, both: [] };
    setKept({ settings: theirs, etag: etag ?? '"0"' });
    setDraft(merged.settings);
    setClash(base && !isSameJson(base, theirs) ? merged.both : null);
  };
  const asked = useAsked(() => api.settings(period), [api, period, turn]);
  useAtOnce(() => {
    if (asked.value) take(asked.value, kept?.settings ?? null);
    setMerging(false);
  }, [asked.value]);
  const renew = (): void => setTurn((before) => before + 1);
  const isOpen = periodLine.state === 'open';
  const isHeld = (part: PartName): boolean => !isOpen && !SETTINGS_PARTS[part].changesAfterClose;
  // What was changed on this desk before somebody closed the period is held back: it counts again once the period is reopened.
  const wanted = kept && draft && (isOpen ? draft : withPartsAfterClose(kept.settings, draft));
  const save = async (): Promise<void> => {
    if (!kept?.etag || !wanted) return;
    const { etag } = kept;
    setClash(null);
    let stale = false;
    const said = reason;
    const answer = await act.run(async () => {
      const saved = await api.changeSettings(period, wanted, said.trim(), etag);
      stale = !saved.ok && saved.error.kind === 'problem' && saved.error.name === 'stale-version';
      setMerging(stale);
      return saved;
    }, 'Đã lưu thiết lập.');
    if (stale) return renew();
    // One who closed the period meanwhile is why it was refused: what can still be saved is told apart then.
    if (!answer) return reload();
    if (typed.current.reason === said) setReason('');
    setKept({ settings: wanted, etag: null });
    renew();
    await reload();
  };
  // What only this period's own settings add is no part of the list.
  const listed = register.filter(({ id }) => kept?.settings.agencies[id]?.kind === undefined);
  const isChanged = kept !== null && !isSameJson(wanted, kept.settings);
  const isWrong = wrong.some(({ part }) => !isHeld(part));
  const isUnsaved = isWrong || (kept !== null && !isSameJson(draft, kept.settings)); // also what is held back: it is here alone
  useUnsaved(isUnsaved ? `Thiết lập kỳ ${shortPeriodName(period)} đã sửa, chưa lưu.` : null);
  const isShown = wanted !== null;
  useAtOnce(() => {
    if (isShown && query.o) document.getElementById(query.o)?.focus();
  }, [isShown, query.o]);
  if (!kept || !draft || !wanted) return <Opening what="Đang lấy thiết lập" asking={asked} />;
  const all = withAgencyChanges([...listed], wanted.agencies);
  const heldBack = isOpen ? [] : partsHeldByClose(kept.settings, draft);
  const noteWrong =
    (part: PartName) =>
    (name: string, isSo: boolean): void =>
      setWrong((before) => [...before.filter((one) => one.part !== part || one.name !== name), ...(isSo ? [{ part, name }] : [])]);
  const of = (part: PartName) => ({
    settings: wanted,
    change: (next: Settings): void => setDraft(isOpen ? next : withPartsAfterClose(draft, next)),
    disabled: isHeld(part),
  });
  return (
    <>
      <h2>Thiết lập kỳ {shortPeriodName(period)}</h2>
      {!isOpen && <Notice kind="info">{SETTINGS_AFTER_CLOSE}</Notice>}
      {heldBack.length > 0 && (
        <Notice kind="warning">
          Kỳ được khóa trước khi lưu: thay đổi ở phần {partsText(heldBack)} không có hiệu lực. Trang này còn giữ thay đổi đó, mở lại kỳ thì
          lưu được.
        </Notice>
      )}
      <WaitingNotice settings={kept.settings} waiting={asked.value?.value.waiting} />
      <DayFields key={discards} {...of('days')} period={period} usual={usualDays(plan, period)} onWrong={noteWrong('days')} />
      <ContactFields {...of('contact')} />
      <AgencyNames {...of('agencies')} plan={plan} register={all} listed={listed} />
      <AgencyContacts {...of('contacts')} register={all} />
      <AgencySwitches {...of('agencies')} register={listed} />
      <PublicCoverage {...of('publicCoverage')} />
      <RuleStrictness {...of('rules')} />
      <Waivers {...of('waivers')} desk={props} />
      <HonoursWeightFields key={`honours-${discards}`} {...of('honours')} onWrong={noteWrong('honours')} />
      <SigningFields
        key={`signing-${discards}`}
        {...of('signing')}
        register={all}
        office={plan.office.issuer}
        example={formatDate(deadlineOf(plan, period))}
        onWrong={noteWrong('signing')}
      />
      <ReportWording key={`wording-${discards}`} {...of('reportText')} onWrong={noteWrong('reportText')} />
      <section class="panel">
        <h3>Lưu thay đổi</h3>
        <label>
          Lý do thay đổi
          <textarea rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        {(asked.refused ?? asked.setback) && <Opening what="Đang lấy thiết lập" asking={asked} />}
        {merging ? (
          <p role="status">Người khác vừa đổi thiết lập; đang lấy bản mới…</p>
        ) : clash ? (
          <Notice kind="warning">
            <p>
              Người khác vừa đổi thiết lập của kỳ này. Thay đổi ở trang này còn nguyên và đã gộp với bản mới
              {clash.length > 0 && `; chỗ cả hai cùng đổi (${partsText(clash)}) đang giữ thay đổi ở trang này`}. Xem lại rồi bấm Lưu thiết
              lập.
            </p>
          </Notice>
        ) : (
          <ActOutcome act={act} />
        )}
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={!isChanged || isWrong || reason.trim() === '' || act.waiting || kept.etag === null}
            onClick={() => void save()}
          >
            Lưu thiết lập
          </button>
          <button
            type="button"
            disabled={!isChanged && !isWrong && heldBack.length === 0}
            onClick={() => {
              setDraft(kept.settings);
              setWrong([]);
              setDiscards(discards + 1);
            }}
          >
            Bỏ thay đổi
          </button>
          <button type="button" onClick={renew}>
            Tải lại
          </button>
          <span class="quiet">
            {isWrong
              ? 'Còn chỗ ghi chưa đúng.'
              : !isChanged
                ? 'Chưa có thay đổi.'
                : reason.trim() === ''
                  ? 'Ghi lý do để lưu; lý do được lưu trong nhật ký.'
                  : kept.etag === null
                    ? 'Đang lấy thiết lập vừa lưu.'
                    : ''}
          </span>
        </div>
      </section>
    </>
  );
}
