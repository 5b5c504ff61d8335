import { toNumber } from '../../../../core/fraction.ts';
import type { Matrix } from '../../../../core/matrix.ts';
import { measureOf } from '../../../../core/measures/measure-of.ts';
import { comparePeriods, type Period } from '../../../../core/plan/period.ts';
import type { Indicator } from '../../../../core/plan/plan.ts';

export interface TrendPoint {
  readonly period: Period;
  /** Null where the period has no result. */
  readonly text: string | null;
  /** On the row's own scale. */
  readonly value: number | null;
}

/** The row's result in each period, of a row that began later that of the one it continues. `indicators`: those of the plan. */
export function trendPoints(row: Indicator, matrices: readonly Matrix[], indicators: readonly Indicator[]): TrendPoint[] {
  const former = indicators.find(({ id }) => id === row.continues);
  return [...matrices]
    .sort((one, two) => comparePeriods(one.period, two.period))
    .map(({ period, indicators: rows }) => {
      const resultIn = (wanted: string | undefined) => rows.find(({ id }) => id === wanted)?.result ?? null;
      const result = resultIn(row.id) ?? resultIn(former?.id);
      const judged = measureOf(row).resultOf(result) ?? (former ? measureOf(former).resultOf(result) : null);
      return { period, text: judged?.text ?? null, value: judged?.value ? toNumber(judged.value) : null };
    });
}
