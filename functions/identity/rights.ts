import { type Agencies, type Agency, type AgencyId, agencyWithId } from '../../core/plan/agency.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from './caller.ts';

/** Rows that somebody may see or judge. */
export type Rows = 'all' | readonly RowId[];

/** Indicators and tasks, in the plan's order, that name the agency itself as lead; membership in a group that leads gives none. */
export function leadRows(plan: Plan, agency: AgencyId): readonly RowId[] {
  return [...plan.indicators, ...plan.tasks].filter(({ leads }) => leads.includes(agency)).map(({ id }) => id);
}

/** Rows of everybody's reports that a caller follows, reviews and sees in the matrix; null for one who follows none. */
export function followedRows(plan: Plan, { agency, consolidator }: Caller): Rows | null {
  if (consolidator) return 'all';
  const rows = leadRows(plan, agency);
  return rows.length > 0 ? rows : null;
}

/** Rows of one agency's report that a caller may read; null for none. Whether there is such an agency does not matter. */
export function readableRows({ plan, agencies }: Pick<Deps, 'plan' | 'agencies'>, caller: Caller, agency: string): Rows | null {
  return maySend(agencies, caller, agency) ? 'all' : followedRows(plan, caller);
}

/** Whether every one of some rows is among those that a caller may touch. */
export const covers = (rows: Rows | null, wanted: readonly string[]): boolean =>
  rows === 'all' || (rows !== null && wanted.every((id) => rows.some((row) => row === id)));

/**
 * Whether a caller sends a report: its own, or that of an agency for which the list of agencies lets it send. Consolidators send no
 * other's.
 */
export const maySend = (agencies: Agencies, caller: Caller, agency: string): boolean =>
  caller.agency === agency || sentBy(agencies, caller.agency).some(({ id }) => id === agency);

/** The active agencies whose reports an agency may send besides its own. */
export function sentBy(agencies: Agencies, agency: AgencyId): readonly Agency[] {
  const others = agencyWithId(agencies, agency)?.submitsFor ?? [];
  return agencies.filter(({ id, active }) => active && id !== agency && others.includes(id));
}
