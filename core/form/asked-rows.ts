import type { AgencyId } from '../agency.ts';
import { FIGURE_OF } from '../figure.ts';
import { leadsAlone, type Obligations, owedBy } from '../obligations.ts';
import type { RowId } from '../plan.ts';
import type { RowShape } from './row-shape.ts';

/** The rows that an agency fills in or may fill in, each with how it is filled. */
export function askedRows(obligations: Obligations, agency: AgencyId): ReadonlyMap<RowId, RowShape> {
  const { indicators, tasks, optionalTasks } = owedBy(obligations, agency);
  return new Map<RowId, RowShape>([
    ...indicators.map(({ id, measure }) => [id, FIGURE_OF[measure.kind]] as const),
    ...tasks.map(({ id }) => [id, leadsAlone(obligations, id, agency) ? 'sole-task' : 'task'] as const),
    ...optionalTasks.map(({ id }) => [id, 'optional-task'] as const),
  ]);
}
