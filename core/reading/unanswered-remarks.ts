import { type Finding, finding } from '../findings/finding.ts';
import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { saysTheSame } from '../report-diff.ts';
import { quotedRemark, remarkUnanswered } from '../rules/remark-unanswered.ts';
import { inputsIn, partFields, valueIn } from '../tables/inputs.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';
import { seenText } from '../text.ts';

/** A report that was returned, and what was remarked at its rows. */
export interface ReturnedReport {
  readonly report: Report;
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
}

/**
 * The rows that carry a remark and that the next version says word for word as before, `Giải trình` or `Ghi chú` included. What nobody can
 * see, a blank or a character without width, is no answer.
 */
export const unansweredRemarks = ({ report, remarks }: ReturnedReport, next: Report): Finding[] =>
  (Object.entries(remarks) as [RowId, string][]) // keys of remarks are rows
    .filter(([row]) => saysTheSame(asSeen(report, row), asSeen(next, row), row))
    .map(([row, text]) =>
      finding(
        remarkUnanswered,
        { remark: quotedRemark(text) },
        { row, field: emptyReason(report, row), ...reasonColumn(report, next, row) },
      ),
    );

/** The header under which the row's reason stands; none where neither version says anything of it. */
function reasonColumn(report: Report, next: Report, row: RowId): Pick<Finding, 'column'> {
  const kind = TABLE_KINDS.find((one) => report[one][row] !== undefined || next[one][row] !== undefined);
  const reason = kind && inputsIn(kind).find(({ part }) => part === 'reason');
  return reason ? { column: reason.header } : {};
}

/** A report with nothing but one row of it, and of that row what can be seen. */
function asSeen(report: Report, row: RowId): Report {
  const rowOf = (kind: (typeof TABLE_KINDS)[number]) => {
    const entry = report[kind][row];
    if (entry === undefined) return {};
    const seen = Object.entries(entry).map(([field, value]) => [field, typeof value === 'string' ? seenText(value) : value] as const);
    return { [row]: Object.fromEntries(seen.filter(([, value]) => value !== '')) };
  };
  return { ...report, ...Object.fromEntries(TABLE_KINDS.map((kind) => [kind, rowOf(kind)])) };
}

/** Where a reason would answer: null where one stands there already, which must not be overwritten, or the row says nothing. */
function emptyReason(report: Report, row: RowId): Field | null {
  const seen = asSeen(report, row);
  const kind = TABLE_KINDS.find((one) => seen[one][row] !== undefined);
  if (kind === undefined) return null;
  return partFields(kind, 'reason').find((field) => valueIn(seen[kind][row], field) === undefined) ?? null;
}
