import type { AgencyCells } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Indicator } from '../plan/plan.ts';

/** An agency that pulls a row down, and how many units it alone is short of the target. */
export interface Shortfall {
  readonly agency: AgencyId;
  readonly units: number;
}

/**
 * The agencies that pull a row down, the heaviest first, alike ones in the order of the agencies' list. A figure stated for the province
 * has none.
 */
export function shortfalls(indicator: Indicator, cells: AgencyCells): Shortfall[] {
  const { unitsShort } = measureOf(indicator);
  if (unitsShort === 'none') return [];
  return cells
    .map(([agency, cell]) => ({ agency, units: cell.state === 'reported' ? unitsShort(cell, agency) : 0 }))
    .filter(({ units }) => units > 0)
    .sort((one, two) => two.units - one.units);
}
