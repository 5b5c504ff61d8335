import type { TaskRow, TaskVerdict } from '../../../../core/matrix.ts';
import type { RowId, Task } from '../../../../core/plan/plan.ts';
import type { TASK_WORDS } from '../../../../core/wording/labels.ts';

export interface PlannedTask {
  readonly row: TaskRow;
  readonly task: Task;
}

export interface BoardColumn {
  readonly verdict: TaskVerdict;
  readonly tasks: readonly PlannedTask[];
}

/** What asks for an act comes first. */
const ORDER = [
  'late',
  'not-reported',
  'not-started',
  'awaiting-guidance',
  'in-progress',
  'done-this-year',
  'done',
  'not-relevant',
  'not-due',
] as const satisfies readonly (keyof typeof TASK_WORDS)[];

/**
 * The tasks by their word, those due first at the top; those without a day last; tasks that the period does not ask for only where there
 * are some.
 */
export function boardOf(rows: readonly TaskRow[], tasks: readonly Task[]): BoardColumn[] {
  const byId = new Map<RowId, Task>(tasks.map((task) => [task.id, task]));
  const planned = rows.flatMap((row) => {
    const task = byId.get(row.id);
    return task ? [{ row, task }] : [];
  });
  const due = ({ row }: PlannedTask): string => row.due ?? '9999';
  return ORDER.map((verdict) => ({
    verdict,
    tasks: planned
      .filter(({ row }) => row.verdict === verdict)
      .sort((one, two) => (due(one) < due(two) ? -1 : due(one) > due(two) ? 1 : 0)),
  })).filter(({ verdict, tasks: own }) => verdict !== 'not-due' || own.length > 0);
}
