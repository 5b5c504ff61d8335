import { diffReports } from '../../../core/report-diff.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import { StepHeading } from './step-heading.tsx';
import type { UploadStep } from './upload-state.ts';
import type { Work } from './work.ts';

interface Props {
  readonly step: Extract<UploadStep, { kind: 'clash' }>;
  readonly place: AgencyPeriod;
  readonly work: Work;
}

/** Somebody sent another version meanwhile: both stand side by side, and a person chooses. */
export function Clash({ step: { draft, theirs }, place, work }: Props) {
  const { plan } = place.ground;
  const changes = diffReports(theirs.report, draft.report, plan);
  const [mine, titled] = draft.bytes === null ? ['bản này', 'Bản này'] : ['tệp này', 'Tệp này'];
  const keepTheirs = `Giữ lần nộp ${theirs.version}, không gửi ${mine}`;
  return (
    <section class="panel">
      <StepHeading>Đã có lần nộp khác, cần chọn</StepHeading>
      <Notice kind="warning">
        Lần nộp {theirs.version} được gửi lúc {momentText(theirs.at, plan.reporting.utcOffset)}, sau khi đơn vị{' '}
        {draft.bytes === null ? 'bắt đầu nhập bản này' : 'mở tệp này'}. Chưa có gì bị ghi đè.
      </Notice>
      {changes.length === 0 ? (
        <p>
          {titled} không khác lần nộp {theirs.version}; không cần gửi lại.
        </p>
      ) : (
        <ChangeTable
          caption={`Hai bản khác nhau ở ${changes.length} ô`}
          changes={changes}
          plan={plan}
          before={`Lần nộp ${theirs.version}`}
          after={titled}
        />
      )}
      <div class="row">
        {changes.length === 0 ? (
          <button type="button" class="primary" onClick={() => work.putAway()}>
            {keepTheirs}
          </button>
        ) : (
          <AskFirst word={keepTheirs} onSure={() => work.putAway()}>
            {titled} sẽ bị xóa trên máy này, không lấy lại được.
          </AskFirst>
        )}
        <button type="button" onClick={() => work.sendOver(draft, theirs)}>
          Gửi {mine} thành lần nộp {theirs.version + 1}
        </button>
      </div>
    </section>
  );
}
