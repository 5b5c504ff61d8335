import type { IndicatorRow, Matrix, TaskRow } from '../matrix.ts';
import type { Indicator, Plan, Task } from '../plan/plan.ts';

/** A row of the plan beside what it came to. */
export interface JoinedIndicator {
  readonly indicator: Indicator;
  readonly row: IndicatorRow;
}
export interface JoinedTask {
  readonly task: Task;
  readonly row: TaskRow;
}

/** A matrix, and the plan as its period is judged by. */
interface JudgedPeriod {
  readonly obligations: { readonly plan: Plan };
  readonly matrix: Matrix;
}

/** Indicators that the period asks for, in the plan's order. */
export function dueIndicators({ obligations: { plan }, matrix }: JudgedPeriod): JoinedIndicator[] {
  const rows = new Map(matrix.indicators.map((row) => [row.id, row]));
  return plan.indicators.flatMap((indicator) => {
    const row = rows.get(indicator.id);
    return row && row.verdict !== 'not-due' ? [{ indicator, row }] : [];
  });
}

/** Tasks that the period asks for, in the plan's order. */
export const dueTasks = (judged: JudgedPeriod): JoinedTask[] => joinedTasks(judged).filter(({ row }) => row.verdict !== 'not-due');

/** All tasks, in the plan's order. */
export function joinedTasks({ obligations: { plan }, matrix }: JudgedPeriod): JoinedTask[] {
  const rows = new Map(matrix.tasks.map((row) => [row.id, row]));
  return plan.tasks.flatMap((task) => {
    const row = rows.get(task.id);
    return row ? [{ task, row }] : [];
  });
}
