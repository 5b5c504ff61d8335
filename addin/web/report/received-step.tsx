import type { Receipt } from '../../../contract/receipt.ts';
import { agencyName } from '../../../core/plan/agency.ts';
import type { Api } from '../../api/api.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReceiptCard } from '../../ui/receipt.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import { OwnDocument } from './own-document.tsx';
import { StepHeading } from './step-heading.tsx';

/** A receipt, with what it is for. */
export const OwnReceipt = ({ receipt, place: { ground } }: { readonly receipt: Receipt; readonly place: AgencyPeriod }) => (
  <ReceiptCard
    receipt={receipt}
    plan={ground.plan}
    agency={agencyName(ground.agencies, receipt.agency)}
    by={agencyName(ground.agencies, receipt.by)}
  />
);

interface Props {
  readonly receipt: Receipt;
  readonly place: AgencyPeriod;
  readonly api: Api;
  readonly onDone: () => void;
}

/** The report was received. */
export const ReceivedStep = ({ receipt, place, api, onDone }: Props) => (
  <>
    <section class="panel">
      <StepHeading>Đã gửi xong</StepHeading>
      <Notice kind="good">
        Đã nhận báo cáo. Biên nhận {receipt.id}, lần nộp {receipt.version}, {momentText(receipt.at, place.ground.plan.reporting.utcOffset)}.
      </Notice>
      <p>
        Cơ quan tổng hợp thẩm định báo cáo; kết quả hiện ở trang này, mục “Báo cáo của đơn vị”. Cần sửa trước khi khóa kỳ: chọn “Gửi tệp
        khác”, lấy biểu đã điền sẵn, sửa rồi gửi lại.
      </p>
      <OwnDocument period={receipt.period} agency={receipt.agency} api={api} />
      <p>
        <button type="button" onClick={onDone}>
          Gửi tệp khác
        </button>
      </p>
    </section>
    <OwnReceipt receipt={receipt} place={place} />
  </>
);
