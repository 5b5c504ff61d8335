import { oncePerObject } from '../once.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Plan, RowId } from '../plan/plan.ts';

/** "B1.I.1.3" → "I.1.3", as officials cite a row within its table. */
export const citedAs = (row: RowId): string => row.slice(row.indexOf('.') + 1);

const citedTwice = oncePerObject((rows: readonly { readonly id: RowId }[]): ReadonlySet<string> => {
  const cited = rows.map(({ id }) => citedAs(id));
  return new Set(cited.filter((one, k) => cited.indexOf(one) !== k));
});

/** The same where rows of several tables stand beside each other: with its table's id where two tables have such a row ("K2.1"). */
export function citedIn({ indicators, tasks }: Pick<Plan, 'indicators' | 'tasks'>, row: RowId): string {
  const cited = citedAs(row);
  return citedTwice(indicators).has(cited) || citedTwice(tasks).has(cited) ? row : cited;
}

/** Short names of agencies in a row, with semicolons: names may hold commas. */
export function namesOf(agencies: readonly AgencyId[], { agency }: Obligations): string {
  return agencies.map((id) => agency.get(id)?.shortName ?? id).join('; ');
}
