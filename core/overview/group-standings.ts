import { rowOutcome } from '../consolidating/outcome.ts';
import type { IndicatorCell, Matrix } from '../matrix.ts';
import type { JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Agency, AgencyId } from '../plan/agency.ts';
import { type AgencyGroup, isMember } from '../plan/agency-groups.ts';
import type { JoinedIndicator } from './joined-rows.ts';

/** Who of a group of agencies has reported. */
export interface GroupReceived {
  readonly group: AgencyGroup;
  readonly members: readonly Agency[];
  readonly received: number;
}

/** The plan's groups in their order, but for those of which nobody reports in the period. */
export function groupsReceived(
  groups: readonly AgencyGroup[],
  agencies: readonly Agency[],
  matrix: Pick<Matrix, 'agencies'>,
): GroupReceived[] {
  const missing = new Set<string>(matrix.agencies.missing);
  return groups
    .map((group) => ({ group, members: agencies.filter((agency) => isMember(group, agency)) }))
    .filter(({ members }) => members.length > 0)
    .map((one) => ({ ...one, received: one.members.filter(({ id }) => !missing.has(id)).length }));
}

/** What the cells of some agencies alone come to; null where they have no figure, or one agency states that of all. */
export function resultAmong({ indicator, row }: JoinedIndicator, agencies: ReadonlySet<string>): JudgedResult | null {
  if (measureOf(indicator).statedBy !== null) return null;
  const cells = Object.entries(row.cells).filter(([agency]) => agencies.has(agency)) as [AgencyId, IndicatorCell][]; // keys of cells are agencies
  return rowOutcome(indicator, cells).judged;
}

/** Of the indicators to which a group's agencies give figures, how many they meet by themselves. */
export function metAmong(
  due: readonly JoinedIndicator[],
  agencies: ReadonlySet<string>,
): { readonly met: number; readonly judged: number } {
  const judged = due.flatMap((joined) => resultAmong(joined, agencies) ?? []);
  return { met: judged.filter(({ isMet }) => isMet).length, judged: judged.length };
}
