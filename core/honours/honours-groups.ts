import type { Agency } from '../plan/agency.ts';
import { type AgencyGroup, isMember } from '../plan/agency-groups.ts';

/** Agencies that are ranked among themselves; `group` null: those that the plan puts into none. */
export interface RankedTogether {
  readonly group: AgencyGroup | null;
  readonly agencies: readonly Agency[];
}

/**
 * Puts each agency into one of the plan's own groups, in their order: that of its kind, else the first that names it. So nobody is ranked
 * twice, and who does another work is not ranked beside it.
 */
export function rankedTogether(groups: readonly AgencyGroup[], agencies: readonly Agency[]): RankedTogether[] {
  const groupOf = (agency: Agency): AgencyGroup | null =>
    groups.find((group) => 'kind' in group && group.kind === agency.kind) ?? groups.find((group) => isMember(group, agency)) ?? null;
  const placed = agencies.map((agency) => ({ agency, group: groupOf(agency) }));
  return [...groups, null].flatMap((group) => {
    const own = placed.filter((one) => one.group === group).map(({ agency }) => agency);
    return own.length === 0 ? [] : [{ group, agencies: own }];
  });
}
