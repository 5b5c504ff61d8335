import type { RowId } from '../../../../core/plan/plan.ts';
import { holdsAnything } from '../../../../core/report.ts';
import { rowLeftBlank } from '../../../../core/rules/row-left-blank.ts';
import { FindingList } from '../../../ui/finding-list.tsx';
import type { AgencyPeriod } from '../agency-period.ts';
import { FiguresReview } from '../figures-review.tsx';
import { Preview } from '../preview.tsx';
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
  if (!report) return null;
  // Rows that are blank stand among the figures, and are counted above them.
  const others = findings.filter(({ rule }) => rule !== rowLeftBlank.id);
  const why = holdsAnything(report) ? null : 'Chưa nhập dòng nào nên chưa có gì để gửi.';
  return (
    <section class="panel entry">
      <StepHeading>Xem lại trước khi gửi</StepHeading>
      <Preview report={report} rows={rows} place={place} title="Bản này" />
      <FindingList findings={others.map(({ sheet: _, cell: __, ...one }) => one)} plan={place.ground.plan} />
      <FiguresReview report={report} place={place} onRow={onBack} />
      <p class="row send">
        <button
          type="button"
          class="primary"
          disabled={why !== null}
          aria-describedby={why === null ? undefined : 'why-not'}
          onClick={() => void work.sendEntered(report, entry.over)}
        >
          Gửi báo cáo
        </button>
        <button type="button" onClick={() => onBack(null)}>
          Sửa tiếp
        </button>
        {why !== null && <span id="why-not">{why}</span>}
      </p>
    </section>
  );
}
