import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../../core/settings.ts';
import { troubleText } from '../../../api/trouble.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Told } from '../../../ui/told.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { AgencySwitches } from './agency-switches.tsx';
import { DayFields } from './day-fields.tsx';
import { mergeSettings, PARTS, type PartName } from './merge-settings.ts';
import { RuleStrictness } from './rule-strictness.tsx';
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
  const [trouble, setTrouble] = useState<string | null>(null);
  const [clash, setClash] = useState<readonly PartName[] | null>(null);
  const [merging, setMerging] = useState(false);
  /** Takes what the server has now; a draft is put on top of it, so that nobody's change is lost. */
  const load = async (mine: Settings | null): Promise<void> => {
    const answer = await api.settings(period);
    setMerging(false);
    if (!answer.ok) return setTrouble(troubleText(answer.error));
    const { settings: theirs } = answer.value.value;
    const merged = kept && mine ? mergeSettings(kept.settings, mine, theirs) : { settings: theirs, both: [] };
    setTrouble(null);
    setKept({ settings: theirs, etag: answer.value.etag ?? '"0"' });
    setDraft(merged.settings);
    setClash(kept && mine && JSON.stringify(kept.settings) !== JSON.stringify(theirs) ? merged.both : null);
  };
  const save = async (): Promise<void> => {
    if (!kept || !draft) return;
    setClash(null);
    let stale = false;
    const answer = await act.run(async () => {
      const saved = await api.changeSettings(period, draft, reason.trim(), kept.etag);
      stale = !saved.ok && saved.error.kind === 'problem' && saved.error.name === 'stale-version';
      setMerging(stale);
      return saved;
    }, 'Đã lưu thiết lập.');
    if (stale) return load(draft);
    if (!answer) return;
    setReason('');
    await Promise.all([load(null), reload()]);
  };
  useEffect(() => void load(null), [api, period]);
  if (trouble && !kept)
    return (
      <Notice kind="error">
        <p>{trouble}</p>
        <button type="button" onClick={() => void load(null)}>
          Lấy lại thiết lập
        </button>
      </Notice>
    );
  if (!kept || !draft) return <p role="status">Đang lấy thiết lập…</p>;
  const isOpen = periodLine.state === 'open';
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept.settings);
  const part = { settings: draft, change: setDraft, disabled: !isOpen };
  return (
    <>
      <h2>Thiết lập kỳ {period}</h2>
      {!isOpen && <Notice kind="info">Kỳ đã khóa: thiết lập chỉ để xem. Mở lại kỳ để thay đổi.</Notice>}
      <DayFields {...part} usual={plan.reporting} />
      <AgencySwitches {...part} register={register} />
      <RuleStrictness {...part} />
      <Waivers {...part} desk={props} />
      <section class="panel">
        <h3>Lưu thay đổi</h3>
        <label>
          Lý do thay đổi
          <textarea rows={2} value={reason} disabled={!isOpen} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        {trouble && <Notice kind="error">{trouble}</Notice>}
        {merging ? (
          <p role="status">Người khác vừa đổi thiết lập; đang lấy bản mới…</p>
        ) : clash ? (
          <Notice kind="warning">
            <p>
              Người khác vừa đổi thiết lập của kỳ này. Thay đổi của bạn còn nguyên và đã gộp với bản mới
              {clash.length > 0 && `; chỗ cả hai cùng đổi (${clash.map((part) => PARTS[part]).join('; ')}) đang giữ thay đổi của bạn`}. Xem
              lại rồi bấm Lưu thiết lập.
            </p>
          </Notice>
        ) : (
          <Told act={act} />
        )}
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={!isOpen || !isChanged || reason.trim() === '' || act.waiting}
            onClick={() => void save()}
          >
            Lưu thiết lập
          </button>
          <button type="button" disabled={!isChanged} onClick={() => setDraft(kept.settings)}>
            Bỏ thay đổi
          </button>
          <button type="button" onClick={() => void load(draft)}>
            Tải lại
          </button>
          <span class="quiet">
            {!isChanged ? 'Chưa có thay đổi.' : reason.trim() === '' ? 'Ghi lý do để lưu; lý do được lưu trong nhật ký.' : ''}
          </span>
        </div>
      </section>
    </>
  );
}
