import type { RowId } from '../plan/plan.ts';
import type { Report, TaskEntry } from '../report.ts';
import type { RuleContext } from './rule.ts';

/** The answered tasks of a report in the plan's order, without those of which a cell could not be read. */
export function answeredTasks(report: Report, { obligations, unread }: RuleContext): { readonly row: RowId; readonly entry: TaskEntry }[] {
  return obligations.plan.tasks.flatMap(({ id }) => {
    const entry = report.tasks[id];
    return entry && !unread.has(id) ? [{ row: id, entry }] : [];
  });
}
