import type { Receipt } from '../../../contract/receipt.ts';
import { agencyName } from '../../../core/plan/agency.ts';
import type { Api } from '../../api/api.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReceiptCard } from '../../ui/receipt.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import { OwnDocument } from './own-document.tsx';
import { SentForm } from './sent-form.tsx';
import { StepHeading } from './step-heading.tsx';
import type { Work } from './work.ts';

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
  /** Filled in on the page: then there is no file yet. */
  readonly entered: boolean;
  readonly place: AgencyPeriod;
  readonly api: Api;
  readonly work: Work;
}

/** The report was received. */
export const ReceivedStep = ({ receipt, entered, place, api, work }: Props) => (
  <>
    <section class="panel">
      <StepHeading>Đã gửi xong</StepHeading>
      <Notice kind="good">
        Đã nhận báo cáo. Biên nhận {receipt.id}, lần nộp {receipt.version}, {momentText(receipt.at, place.ground.plan.reporting.utcOffset)}.
      </Notice>
      <p>
        Cơ quan tổng hợp thẩm định báo cáo; kết quả hiện ở đầu trang này. Cần sửa trước khi khóa kỳ thì sửa số liệu rồi gửi lại: lần nộp sau
        thay lần nộp này.
      </p>
      <OwnDocument period={receipt.period} agency={receipt.agency} api={api} />
      {entered && <SentForm work={work} />}
      <p>
        <button type="button" onClick={() => work.putAway()}>
          {entered ? 'Trở lại trang báo cáo' : 'Gửi tệp khác'}
        </button>
      </p>
    </section>
    <OwnReceipt receipt={receipt} place={place} />
  </>
);
