import { useState } from 'preact/hooks';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import type { Act } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import type { AskedSettings } from './asked-settings.ts';
import { missingOnPaper, PaperLinks } from './missing-on-paper.tsx';
import { openAtClose } from './open-at-close.ts';

interface Props extends DeskProps {
  readonly act: Act;
  readonly settings: AskedSettings;
}

/** What is still open, then the close. Closing with agencies missing is allowed; whoever does it has seen the list. */
export function ClosePeriod({ query, api, go, period, matrix, status, reload, act, settings }: Props) {
  const [seen, setSeen] = useState(false);
  const open = openAtClose(matrix, status);
  const isUnsigned = settings.value !== null && missingOnPaper(settings.value.value.settings).includes('name');
  return (
    <section class="panel">
      <h3>Khóa kỳ {shortPeriodName(period)}</h3>
      <p>
        Khóa kỳ xong, số liệu được giữ nguyên: đơn vị không gửi, không sửa được nữa. Khóa kỳ chưa phải là công bố; việc công bố thực hiện
        sau khi ký.
      </p>
      {open.length === 0 && <p>Mọi đơn vị đã gửi và đã được chấp nhận.</p>}
      {(open.length > 0 || isUnsigned) && (
        <>
          <p>Còn mở khi khóa bây giờ:</p>
          <ul class="checklist">
            {open.map(({ count: many, told, to }) => (
              <li key={told}>
                <a {...linkTo(query, go, { muc: null, ...to })}>
                  {many} {told}
                </a>
              </li>
            ))}
            {isUnsigned && (
              <li>
                <PaperLinks {...{ query, go }} fields={['name']} before="báo cáo chưa ghi " />{' '}
                <span class="quiet">(vẫn ghi được sau khi khóa kỳ)</span>
              </li>
            )}
          </ul>
        </>
      )}
      <label class="check">
        <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} /> Đã xem danh sách trên, đồng ý
        khóa kỳ
      </label>
      <ActOutcome act={{ ...act, done: null }} />
      <button
        type="button"
        class="primary"
        disabled={!seen || act.waiting}
        onClick={async () => {
          await act.run(() => api.close(period), `Đã khóa kỳ ${shortPeriodName(period)}.`);
          await reload();
        }}
      >
        Khóa kỳ {shortPeriodName(period)}
      </button>
    </section>
  );
}
