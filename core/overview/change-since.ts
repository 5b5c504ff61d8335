import { type Fraction, minus } from '../fraction.ts';
import type { IndicatorRow } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Period } from '../plan/period.ts';
import type { JoinedIndicator } from './joined-rows.ts';

/** What a period came to before: enough to say what changed. */
export interface PreviousResults {
  readonly period: Period;
  readonly indicators: readonly Pick<IndicatorRow, 'id' | 'result' | 'verdict'>[];
}

/** How far a row's value has risen since the previous period, on its own scale; null where one of the two is not there or no number. */
export function changeSince({ indicator, row }: JoinedIndicator, previous: PreviousResults | null): Fraction | null {
  const { resultOf } = measureOf(indicator);
  const before = previous?.indicators.find(({ id }) => id === indicator.id)?.result ?? null;
  const [value, was] = [resultOf(row.result)?.value, resultOf(before)?.value];
  return value && was ? minus(value, was) : null;
}
