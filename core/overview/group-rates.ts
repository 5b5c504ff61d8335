import { formatCount, formatPercent, percentOf } from '../format.ts';
import { fraction } from '../fraction.ts';
import type { Agency, AgencyId } from '../plan/agency.ts';
import { type AgencyGroup, isMember } from '../plan/agency-groups.ts';

/** As much of an agency's standing as rates are counted from. */
interface Standing {
  readonly agency: AgencyId;
  /** The version that is there; null for none. */
  readonly version: number | null;
  readonly state: string;
  readonly daysLate: number;
}

/** Of a group of agencies, or of all: how many have reported, how many of these in time, how many are accepted. */
export interface GroupRates {
  /** Null for all agencies together. */
  readonly group: AgencyGroup | null;
  readonly obliged: number;
  readonly received: number;
  readonly onTime: number;
  readonly accepted: number;
}

/** Counts over agencies that report in the period: those of each group that has any, and last all together. Rates are of the obliged. */
export function groupRates(
  groups: readonly AgencyGroup[],
  agency: ReadonlyMap<AgencyId, Agency>,
  standings: readonly Standing[],
): readonly GroupRates[] {
  const of = (group: AgencyGroup | null): GroupRates => {
    const own = standings.filter(({ agency: id }) => {
      const one = agency.get(id);
      return group === null || (one !== undefined && isMember(group, one));
    });
    const received = own.filter(({ version }) => version !== null);
    return {
      group,
      obliged: own.length,
      received: received.length,
      onTime: received.filter(({ daysLate }) => daysLate === 0).length,
      accepted: own.filter(({ state }) => state === 'accepted').length,
    };
  };
  return [...groups.map(of).filter(({ obliged }) => obliged > 0), of(null)];
}

/** "108/112 (96,43%)", never as a hundred that it is not; without a rate where there is nobody. */
export const rateText = (count: number, of: number): string =>
  `${formatCount(count)}/${formatCount(of)}${of === 0 ? '' : ` (${formatPercent(percentOf(count, of), fraction(100))})`}`;
