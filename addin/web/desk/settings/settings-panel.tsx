import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDate } from '../../../../core/format.ts';
import { isSameJson, mergeSettings, type PartName } from '../../../../core/plan/merge-settings.ts';
import { deadlineOf, usualDays } from '../../../../core/plan/plan-periods.ts';
import type { Settings } from '../../../../core/plan/settings.ts';
import { withAgencyChanges } from '../../../../core/plan/with-agency-changes.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import type { Answer } from '../../../api/call.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { AgencyContacts } from './agency-contacts.tsx';
import { AgencyNames } from './agency-names.tsx';
import { AgencySwitches } from './agency-switches.tsx';
import { ContactFields } from './contact-fields.tsx';
import { DayFields } from './day-fields.tsx';
import { HonoursWeightFields } from './honours-weights.tsx';
import { PART_NAMES } from './part-names.ts';
import { PublicCoverage } from './public-coverage.tsx';
import { ReportWording } from './report-wording.tsx';
import { RuleStrictness } from './rule-strictness.tsx';
import { SigningFields } from './signing-fields.tsx';
import { WaitingNotice } from './waiting-notice.tsx';
import { Waivers } from './waivers.tsx';

interface Kept {
  readonly settings: Settings;
  readonly etag: string;
}

/** What a period changes without a release: one document, changed as a whole, with a reason on record. */
export function SettingsPanel(props: DeskProps) {
  const { api, period, periodLine, plan, register, reload } = props;
  const act = useAct();
  const [kept, setKept] = useState<Kept | null>(null);
  const [draft, setDraft] = useState<Settings | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
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
  useEffect(() => {
    if (asked.value) take(asked.value, kept?.settings ?? null);
    setMerging(false);
  }, [asked.value]);
  const renew = (): void => setTurn((before) => before + 1);
  const save = async (): Promise<void> => {
    if (!kept || !draft) return;
    setClash(null);
    let stale = false;
    const said = reason;
    const answer = await act.run(async () => {
      const saved = await api.changeSettings(period, draft, said.trim(), kept.etag);
      stale = !saved.ok && saved.error.kind === 'problem' && saved.error.name === 'stale-version';
      setMerging(stale);
      return saved;
    }, 'Đã lưu thiết lập.');
    if (stale) return renew();
    if (!answer) return;
    if (typed.current.reason === said) setReason('');
    setKept({ ...kept, settings: draft });
    renew();
    await reload();
  };
  // What only this period's own settings add is no part of the list.
  const listed = register.filter(({ id }) => kept?.settings.agencies[id]?.kind === undefined);
  const isChanged = kept !== null && !isSameJson(draft, kept.settings);
  useUnsaved(isChanged || wrong.size > 0 ? `Thiết lập kỳ ${shortPeriodName(period)} đã sửa, chưa lưu.` : null);
  if (!kept || !draft) return <Opening what="Đang lấy thiết lập" asking={asked} />;
  const all = withAgencyChanges([...listed], draft.agencies);
  const isOpen = periodLine.state === 'open';
  const noteWrong = (name: string, isWrong: boolean): void =>
    setWrong((before) => new Set([...[...before].filter((one) => one !== name), ...(isWrong ? [name] : [])]));
  const part = { settings: draft, change: setDraft, disabled: !isOpen };
  return (
    <>
      <h2>Thiết lập kỳ {shortPeriodName(period)}</h2>
      {!isOpen && <Notice kind="info">Kỳ đã khóa: thiết lập chỉ để xem. Mở lại kỳ để thay đổi.</Notice>}
      <WaitingNotice settings={kept.settings} waiting={asked.value?.value.waiting} />
      <DayFields key={discards} {...part} period={period} usual={usualDays(plan, period)} onWrong={noteWrong} />
      <ContactFields {...part} />
      <AgencyNames {...part} plan={plan} register={all} listed={listed} />
      <AgencyContacts {...part} register={all} />
      <AgencySwitches {...part} register={listed} />
      <PublicCoverage {...part} />
      <RuleStrictness {...part} />
      <Waivers {...part} desk={props} />
      <HonoursWeightFields key={`honours-${discards}`} {...part} onWrong={noteWrong} />
      <SigningFields
        key={`signing-${discards}`}
        {...part}
        register={all}
        office={plan.office.issuer}
        example={formatDate(deadlineOf(plan, period))}
        onWrong={noteWrong}
      />
      <ReportWording key={`wording-${discards}`} {...part} onWrong={noteWrong} />
      <section class="panel">
        <h3>Lưu thay đổi</h3>
        <label>
          Lý do thay đổi
          <textarea rows={2} value={reason} disabled={!isOpen} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        {(asked.refused ?? asked.setback) && <Opening what="Đang lấy thiết lập" asking={asked} />}
        {merging ? (
          <p role="status">Người khác vừa đổi thiết lập; đang lấy bản mới…</p>
        ) : clash ? (
          <Notice kind="warning">
            <p>
              Người khác vừa đổi thiết lập của kỳ này. Thay đổi ở trang này còn nguyên và đã gộp với bản mới
              {clash.length > 0 &&
                `; chỗ cả hai cùng đổi (${clash.map((part) => PART_NAMES[part]).join('; ')}) đang giữ thay đổi ở trang này`}
              . Xem lại rồi bấm Lưu thiết lập.
            </p>
          </Notice>
        ) : (
          <ActOutcome act={act} />
        )}
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={!isOpen || !isChanged || wrong.size > 0 || reason.trim() === '' || act.waiting}
            onClick={() => void save()}
          >
            Lưu thiết lập
          </button>
          <button
            type="button"
            disabled={!isChanged && wrong.size === 0}
            onClick={() => {
              setDraft(kept.settings);
              setWrong(new Set());
              setDiscards(discards + 1);
            }}
          >
            Bỏ thay đổi
          </button>
          <button type="button" onClick={renew}>
            Tải lại
          </button>
          <span class="quiet">
            {wrong.size > 0
              ? 'Còn chỗ ghi chưa đúng.'
              : !isChanged
                ? 'Chưa có thay đổi.'
                : reason.trim() === ''
                  ? 'Ghi lý do để lưu; lý do được lưu trong nhật ký.'
                  : ''}
          </span>
        </div>
      </section>
    </>
  );
}
