import type { RowId } from '../plan/plan.ts';
import type { TaskEntry } from '../report.ts';
import { askedOnce } from './asked-once.ts';

/** A task that the agency answered and that could be read. */
interface AnsweredTask {
  readonly row: RowId;
  readonly entry: TaskEntry;
}

/** The answered tasks of a report in the plan's order, without those of which a cell could not be read. */
export const answeredTasks = askedOnce((report, { obligations, unread }): readonly AnsweredTask[] =>
  obligations.plan.tasks.flatMap(({ id }) => {
    const entry = report.tasks[id];
    return entry && !unread.has(id) ? [{ row: id, entry }] : [];
  }),
);
