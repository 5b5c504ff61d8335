import type { AgencyId } from '../agency.ts';
import { fromDecimal } from '../fraction.ts';
import type { IndicatorCell } from '../matrix.ts';
import type { Indicator, Measure } from '../plan.ts';

/** An agency that pulls a row down, and how many units it alone is short of the target. */
export interface Shortfall {
  readonly agency: AgencyId;
  readonly units: number;
}

/** The agencies that pull a row down, the heaviest first, alike ones in the order of the agencies' list. A figure stated for the province has none. */
export function shortfalls({ measure }: Indicator, cells: readonly (readonly [AgencyId, IndicatorCell])[]): Shortfall[] {
  return cells
    .map(([agency, cell]) => ({ agency, units: unitsShort(measure, cell) }))
    .filter(({ units }) => units > 0)
    .sort((one, two) => two.units - one.units);
}

function unitsShort(measure: Measure, { state, numerator = 0, denominator = 0, value }: IndicatorCell): number {
  if (state !== 'reported') return 0;
  switch (measure.kind) {
    case 'pooled-ratio':
    case 'each-agency': {
      const target = fromDecimal(measure.atLeastPercent);
      const unit = target.den * 100n;
      return Math.max(0, Number((target.num * BigInt(denominator) + unit - 1n) / unit) - numerator);
    }
    case 'share-of-agencies':
      return value === false ? 1 : 0;
    case 'stated-ratio':
    case 'stated-level':
      return 0;
  }
}
