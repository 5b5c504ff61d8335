import { percentOfResult } from '../../../../core/consolidate/measures.ts';
import { toNumber } from '../../../../core/fraction.ts';
import type { Matrix, Result } from '../../../../core/matrix.ts';
import type { Indicator, Period } from '../../../../core/plan.ts';

export interface TrendPoint {
  readonly period: Period;
  readonly result: Result | null;
  /** Percent, or a level; null where the period has no result. */
  readonly value: number | null;
}

/** The row's result in each period, of a row that began later that of the one it continues. */
export function trendPoints({ id, continues }: Indicator, matrices: readonly Matrix[]): TrendPoint[] {
  return [...matrices]
    .sort((one, two) => Number(one.period) - Number(two.period))
    .map(({ period, indicators }) => {
      const of = (wanted: string | undefined) => indicators.find((row) => row.id === wanted)?.result ?? null;
      const result = of(id) ?? of(continues);
      return { period, result, value: figureOf(result) };
    });
}

function figureOf(result: Result | null): number | null {
  if (!result) return null;
  if ('level' in result) return result.level;
  const percent = percentOfResult(result);
  return percent && toNumber(percent);
}
