import { useState } from 'preact/hooks';
import type { RowId } from '../../../../core/plan/plan.ts';
import { holdsAnything, type Report } from '../../../../core/report.ts';
import { rowLeftBlank } from '../../../../core/rules/row-left-blank.ts';
import { FindingList } from '../../../ui/finding-list.tsx';
import type { AgencyPeriod } from '../agency-period.ts';
import { DroppedRows, droppedRows } from '../dropped-rows.tsx';
import { FiguresReview } from '../figures-review.tsx';
import { OfferPreview } from '../offer-preview.tsx';
import { PreparedByField } from '../prepared-by-field.tsx';
import { Preview } from '../preview.tsx';
import { SendButton } from '../send-button.tsx';
import { StepHeading } from '../step-heading.tsx';
import type { Work } from '../work.ts';
import type { Entering } from './use-entry.ts';

interface Props {
  readonly entry: Entering;
  readonly place: AgencyPeriod;
  readonly work: Work;
  readonly onBack: (row: RowId | null) => void;
}

/** All figures once more before they are sent. */
export function EntryReview({ entry, place, work, onBack }: Props) {
  const { reading, rows, findings } = entry.judged;
  const { report } = reading;
  /** The report whose blank rows somebody has agreed to. */
  const [agreed, setAgreed] = useState<Report | null>(null);
  if (!report) return null;
  // Rows that are blank stand among the figures, and are counted above them.
  const others = findings.filter(({ rule }) => rule !== rowLeftBlank.id);
  const dropped = droppedRows(report, place);
  const why = whyNot(report, dropped.length > 0 && agreed !== report);
  return (
    <section class="panel entry">
      <StepHeading>Xem lại trước khi gửi</StepHeading>
      <Preview report={report} rows={rows} place={place} title="Bản này" />
      <FindingList findings={others.map(({ sheet: _, cell: __, ...one }) => one)} plan={place.ground.plan} />
      <FiguresReview report={report} place={place} onRow={onBack} />
      {holdsAnything(report) && <OfferPreview report={report} place={place} work={work} />}
      <DroppedRows
        rows={dropped}
        place={place}
        title="Bản này"
        instead="chọn “Sửa tiếp” và nhập lại các dòng đó"
        isAgreed={agreed === report}
        onAgree={(is) => setAgreed(is ? report : null)}
      />
      <PreparedByField agency={place.agency} />
      <SendButton why={why} busy={false} onSend={() => void work.sendEntered(report, entry.over)}>
        <button type="button" onClick={() => onBack(null)}>
          Sửa tiếp
        </button>
      </SendButton>
    </section>
  );
}

function whyNot(report: Report, isBlanking: boolean): string | null {
  if (!holdsAnything(report)) return 'Chưa nhập dòng nào nên chưa có gì để gửi.';
  return isBlanking ? 'Chưa gửi được: xác nhận các dòng để trống trước.' : null;
}
