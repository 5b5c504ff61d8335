import type { Matrix } from '../../core/matrix.ts';
import type { RowId } from '../../core/plan/plan.ts';

/** A matrix of some rows alone: of the agencies it counts those that owe one of them, and says of nobody else whether it has sent. */
export function ledMatrix({ agencies, indicators, tasks, ...matrix }: Matrix, rows: readonly RowId[]): Matrix {
  const led = { indicators: indicators.filter(({ id }) => rows.includes(id)), tasks: tasks.filter(({ id }) => rows.includes(id)) };
  const obliged = new Set([...led.indicators, ...led.tasks].flatMap(({ cells }) => Object.keys(cells)));
  const missing = agencies.missing.filter((id) => obliged.has(id));
  return { ...matrix, agencies: { obliged: obliged.size, received: obliged.size - missing.length, missing }, ...led };
}
