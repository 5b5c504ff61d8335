import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../../core/settings.ts';
import { troubleText } from '../../../api/trouble.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Told } from '../../../ui/told.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { AgencySwitches } from './agency-switches.tsx';
import { DayFields } from './day-fields.tsx';
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
  const load = async (): Promise<void> => {
    const answer = await api.settings(period);
    if (!answer.ok) return setTrouble(troubleText(answer.error));
    setKept({ settings: answer.value.value.settings, etag: answer.value.etag ?? '"0"' });
    setDraft(answer.value.value.settings);
  };
  useEffect(() => void load(), [api, period]);
  if (trouble) return <Notice kind="error">{trouble}</Notice>;
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
        <Told act={act} />
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={!isOpen || !isChanged || reason.trim() === '' || act.waiting}
            onClick={async () => {
              const answer = await act.run(() => api.changeSettings(period, draft, reason.trim(), kept.etag), 'Đã lưu thiết lập.');
              if (!answer) return;
              setReason('');
              await Promise.all([load(), reload()]);
            }}
          >
            Lưu thiết lập
          </button>
          <button type="button" disabled={!isChanged} onClick={() => setDraft(kept.settings)}>
            Bỏ thay đổi
          </button>
          <button type="button" onClick={() => void load()}>
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
