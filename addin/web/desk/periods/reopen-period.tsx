import { useState } from 'preact/hooks';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import type { Act } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { WaitingNotice } from '../settings/waiting-notice.tsx';
import type { AskedSettings } from './asked-settings.ts';

interface Props extends DeskProps {
  readonly act: Act;
  readonly settings: AskedSettings;
}

/** Reopening a closed period, with the reason that goes on record. */
export function ReopenPeriod({ api, period, reload, act, settings }: Props) {
  const [reason, setReason] = useState('');
  return (
    <section class="panel">
      <h3>Mở lại kỳ {shortPeriodName(period)}</h3>
      <p>Đơn vị lại gửi và sửa được. Số liệu đã công bố giữ nguyên, có ghi chú đang chỉnh lý, cho đến lần công bố sau.</p>
      {settings.value && <WaitingNotice {...settings.value.value} waiting={settings.value.value.waiting} />}
      <label>
        Lý do mở lại
        <textarea rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <ActOutcome act={{ ...act, done: null }} />
      <button
        type="button"
        disabled={reason.trim() === '' || act.waiting}
        onClick={async () => {
          await act.run(() => api.reopen(period, reason.trim()), `Đã mở lại kỳ ${shortPeriodName(period)}.`);
          await reload();
        }}
      >
        Mở lại kỳ {shortPeriodName(period)}
      </button>
      {reason.trim() === '' && <p class="quiet">Ghi lý do để mở lại; lý do được lưu trong nhật ký.</p>}
    </section>
  );
}
