import type { RowId } from '../../core/plan/plan.ts';
import type { FieldChange } from '../../core/report-diff.ts';
import { partFields } from '../../core/tables/inputs.ts';
import { type PlanRows, tableKindOf } from '../../core/tables/table-kind.ts';

/** How a later version answers a remark at a row: by other values, by a reason alone, or not at all. */
export type RemarkAnswer = 'corrected' | 'explained' | 'none';

/** `changes`: what the later version says differently from the one that was returned. */
export function answerIn(changes: readonly FieldChange[], row: RowId, plan: PlanRows): RemarkAnswer {
  const kind = tableKindOf(plan, row);
  const reasons: readonly string[] = kind === undefined ? [] : partFields(kind, 'reason');
  const changed = changes.filter((one) => one.row === row);
  if (changed.length === 0) return 'none';
  return changed.every(({ field }) => reasons.includes(field)) ? 'explained' : 'corrected';
}
