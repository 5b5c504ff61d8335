import type { Receipt } from '../../../contract/receipt.ts';
import { agencyName } from '../../../core/plan/agency.ts';
import type { Report } from '../../../core/report.ts';
import type { Api } from '../../api/api.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReceiptCard } from '../../ui/receipt.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import { NextSteps } from './next-steps.tsx';
import { OwnDocument } from './own-document.tsx';
import { SentForm } from './sent-form.tsx';
import { SigningFigures } from './signing-figures.tsx';
import { StepHeading } from './step-heading.tsx';
import type { Work } from './work.ts';

interface ReceiptProps {
  readonly receipt: Receipt;
  /** What it was given for; null where that is not here yet. */
  readonly report: Report | null;
  readonly place: AgencyPeriod;
}

/** A receipt, with what it is for. */
export const OwnReceipt = ({ receipt, report, place }: ReceiptProps) => (
  <ReceiptCard
    receipt={receipt}
    plan={place.ground.plan}
    agency={agencyName(place.ground.agencies, receipt.agency)}
    by={agencyName(place.ground.agencies, receipt.by)}
    below={report && <SigningFigures report={report} place={place} preparedBy={receipt.preparedBy ?? ''} />}
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
        Đã nhận báo cáo. Biên nhận <span class="unbroken">{receipt.id}</span>, lần nộp {receipt.version},{' '}
        {momentText(receipt.at, place.ground.plan.reporting.utcOffset)}.
      </Notice>
      <NextSteps place={place} />
      <OwnDocument period={receipt.period} agency={receipt.agency} api={api} />
      {entered && <SentForm work={work} />}
      <p>
        <button type="button" onClick={() => work.putAway()}>
          {entered ? 'Trở lại trang báo cáo' : 'Gửi tệp khác'}
        </button>
      </p>
    </section>
    <OwnReceipt receipt={receipt} report={place.inForce?.sha256 === receipt.sha256 ? place.inForce.report : null} place={place} />
  </>
);
