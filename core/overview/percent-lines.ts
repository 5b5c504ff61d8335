import type { Fraction } from '../fraction.ts';
import type { JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { JoinedIndicator } from './joined-rows.ts';

/** An indicator in percent, for a chart from nought to a hundred; `judged` null where there is no result. */
export interface PercentLine extends JoinedIndicator {
  readonly judged: JudgedResult | null;
  readonly target: Fraction;
}

/** Of these indicators those in percent. */
export const percentLines = (due: readonly JoinedIndicator[]): PercentLine[] =>
  due.flatMap((joined) => {
    const { base, target, resultOf } = measureOf(joined.indicator);
    return base === 'percent' ? [{ ...joined, judged: resultOf(joined.row.result), target }] : [];
  });
