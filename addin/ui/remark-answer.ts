import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { unansweredRemarks } from '../../core/reading/unanswered-remarks.ts';
import type { Report } from '../../core/report.ts';
import { diffReports } from '../../core/report-diff.ts';
import { partFields } from '../../core/tables/inputs.ts';
import { type PlanRows, TABLE_KINDS } from '../../core/tables/table-kind.ts';
import { returnedIn } from './check-context.ts';

/** How a later version answers a remark at a row: by other values, by a reason alone, or not at all. */
export type RemarkAnswer = 'corrected' | 'explained' | 'none';

/** How the next version answers each remark of the one that was returned. */
export function answersIn(inForce: ReportEnvelope, next: Report, plan: PlanRows): ReadonlyMap<RowId, RemarkAnswer> {
  const returned = returnedIn(inForce);
  if (returned === null) return new Map();
  const unanswered = new Set(unansweredRemarks(returned, next).map(({ row }) => row));
  const reasons = new Set<string>(TABLE_KINDS.flatMap((kind) => partFields(kind, 'reason')));
  const corrected = new Set(
    diffReports(returned.report, next, plan)
      .filter(({ field }) => !reasons.has(field))
      .map(({ row }) => row),
  );
  const rows = Object.keys(returned.remarks) as RowId[]; // keys of remarks are rows
  return new Map(rows.map((row) => [row, unanswered.has(row) ? 'none' : corrected.has(row) ? 'corrected' : 'explained']));
}
