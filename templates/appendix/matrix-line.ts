import { isDated } from '../../core/figures/figure.ts';
import type { IndicatorRow } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { AppendixRequest } from './appendix-request.ts';

/** An indicator beside what its cells came to. */
export interface MatrixLine {
  readonly indicator: Indicator;
  readonly row: IndicatorRow;
}

const isDue = ({ row }: MatrixLine): boolean => row.coverage.obliged > 0;

/** Whether the day is stated on which it was done. */
export const isStatedWithDay = ({ indicator }: MatrixLine): boolean => isDated(measureOf(indicator).figure.shape);

/** Whether each agency must reach the row's target by itself this period. */
export const mustEachReach = (line: MatrixLine): boolean => measureOf(line.indicator).formulas.meets !== 'none' && isDue(line);

/** Rows of the period, then those of other phases; each in the plan's order. */
export function linesOf({ obligations, matrix }: AppendixRequest): MatrixLine[] {
  const rows = new Map(matrix.indicators.map((row) => [row.id, row]));
  const lines = obligations.plan.indicators.flatMap((indicator) => {
    const row = rows.get(indicator.id);
    return row ? [{ indicator, row }] : [];
  });
  return [...lines.filter(isDue), ...lines.filter((line) => !isDue(line))];
}
