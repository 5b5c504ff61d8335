import { type Finding, finding } from '../findings/finding.ts';
import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { saysTheSame } from '../report-diff.ts';
import { quotedRemark, remarkUnanswered } from '../rules/remark-unanswered.ts';
import { partFields, valueIn } from '../tables/inputs.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';

/** A report that was returned, and what was remarked at its rows. */
export interface ReturnedReport {
  readonly report: Report;
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
}

/** The rows that carry a remark and that the next version says word for word as before, `Giải trình` or `Ghi chú` included. */
export const unansweredRemarks = ({ report, remarks }: ReturnedReport, next: Report): Finding[] =>
  (Object.entries(remarks) as [RowId, string][]) // keys of remarks are rows
    .filter(([row]) => saysTheSame(report, next, row))
    .map(([row, text]) => finding(remarkUnanswered, { remark: quotedRemark(text) }, { row, field: emptyReason(report, row) }));

/** Where a reason would answer: null where one stands there already, which must not be overwritten, or the row says nothing. */
function emptyReason(report: Report, row: RowId): Field | null {
  const kind = TABLE_KINDS.find((one) => report[one][row] !== undefined);
  if (kind === undefined) return null;
  return partFields(kind, 'reason').find((field) => valueIn(report[kind][row], field) === undefined) ?? null;
}
