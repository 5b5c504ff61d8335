import type { Agencies } from '../../core/plan/agency.ts';

/**
 * The agencies that may sign in: as a period's settings have them, unless those leave no consolidator. Then the consolidators of the list
 * may, so that somebody can put the settings right.
 */
export function withSomeConsolidator(set: Agencies, listed: Agencies): Agencies {
  const isConsolidator = ({ roles }: Agencies[number]): boolean => roles.includes('consolidator');
  if (set.some((agency) => agency.active && isConsolidator(agency))) return set;
  return set.map((agency) => (isConsolidator(agency) ? (listed.find(({ id }) => id === agency.id) ?? agency) : agency));
}
