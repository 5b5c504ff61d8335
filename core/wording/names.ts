import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';

/** "B1.I.1.3" → "I.1.3", as officials cite a row within its table. */
export const citedAs = (row: RowId): string => row.slice(row.indexOf('.') + 1);

/** Short names of agencies in a row, with semicolons: names may hold commas. */
export function namesOf(agencies: readonly AgencyId[], { agency }: Obligations): string {
  return agencies.map((id) => agency.get(id)?.shortName ?? id).join('; ');
}
