import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import { leadsAlone, type Obligations, owedBy } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import type { RowShape } from './row-shape.ts';
import { OPTIONAL_TASK, SHARED_TASK, SOLE_TASK } from './task-shapes.ts';

/** The rows that an agency fills in or may fill in, each with how it is filled. */
export function askedRows(obligations: Obligations, agency: AgencyId): ReadonlyMap<RowId, RowShape> {
  const { indicators, tasks, optionalTasks } = owedBy(obligations, agency);
  return new Map<RowId, RowShape>([
    ...indicators.map((row) => [row.id, measureOf(row).figure.shape] as const),
    ...tasks.map(({ id }) => [id, leadsAlone(obligations, id, agency) ? SOLE_TASK : SHARED_TASK] as const),
    ...optionalTasks.map(({ id }) => [id, OPTIONAL_TASK] as const),
  ]);
}
