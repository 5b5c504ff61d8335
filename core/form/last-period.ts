import { isOfFigure, type StatedFigure } from '../figures/figure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Period } from '../plan/period.ts';
import type { Indicator, Plan, RowId } from '../plan/plan.ts';

/** What an agency reported in the period before. Its form names it for reference; no cell is filled with it. */
export interface LastPeriod {
  readonly period: Period;
  /** Of a row, or of the one that it continues; null where there was none. */
  readonly figureOf: (indicator: Indicator) => StatedFigure | null;
}

type Entry = StatedFigure & { readonly state: string };

/** `entryOf`: what the agency said of a row in that period, whatever it was. */
export function lastPeriodOf(period: Period, entryOf: (row: RowId) => Entry | undefined, plan: Plan): LastPeriod {
  const rows = new Map(plan.indicators.map((row) => [row.id, row]));
  const reported = (row: Indicator): StatedFigure | null => {
    const entry = entryOf(row.id);
    return entry?.state === 'reported' && isOfFigure(measureOf(row).figure, entry) ? entry : null;
  };
  return {
    period,
    figureOf(indicator) {
      const former = indicator.continues && rows.get(indicator.continues);
      const isAlike = former && measureOf(former).figure.name === measureOf(indicator).figure.name;
      return reported(indicator) ?? (isAlike ? reported(former) : null);
    },
  };
}
