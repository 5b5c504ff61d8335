import { type Day, daysBetween } from '../day.ts';
import { compare, type Fraction, fraction, fromDecimal, isBelow, minus, over, plus, times, toNumber } from '../fraction.ts';
import type { Base, Matrix, Pace, Verdict } from '../matrix.ts';
import type { JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import { cutOffOf, type Indicator, type Plan } from '../plan/plan.ts';

/** The value at the base, on the row's own scale, in exact numbers beside what the matrix shows. */
export interface ExactBase {
  readonly shown: Base;
  readonly value: Fraction;
}

/**
 * Where a row started from: the last matrix's own base, else its result, else the result of the row that this one continues
 * (contract, "base for the pace").
 */
export function baseOf(indicator: Indicator, previous: Matrix | null, plan: Plan): ExactBase | null {
  if (!previous || measureOf(indicator).pace === 'none') return null;
  const last = previous.indicators.find(({ id }) => id === indicator.id);
  if (last?.base) return { shown: last.base, value: fromDecimal(last.base.percent) };
  const continued = plan.indicators.find(({ id }) => id === indicator.continues);
  const value = valueIn(previous, indicator) ?? (continued ? valueIn(previous, continued) : null);
  return value && { shown: { percent: toNumber(value), at: cutOffOf(plan, previous.period) }, value };
}

/** The value that a row had in a matrix; null where it had none, or none that moves. */
function valueIn({ indicators }: Matrix, row: Indicator): Fraction | null {
  const { pace, resultOf } = measureOf(row);
  const result = indicators.find(({ id }) => id === row.id)?.result ?? null;
  return pace === 'none' ? null : (resultOf(result)?.value ?? null);
}

type Moved = Pick<JudgedResult, 'value'>;

/** Pace on the straight line from base to target by days (UN ESCAP); cuts of Eurostat and Open SDG, which are data of the plan. */
export function paceOf(
  indicator: Indicator,
  { verdict, judged, base, at, plan }: { verdict: Verdict; judged: Moved | null; base: ExactBase | null; at: Day; plan: Plan },
): Pace | null {
  if (!judged || (verdict !== 'met' && verdict !== 'below')) return null;
  const { pace, target } = measureOf(indicator);
  if (pace === 'none') return verdict === 'met' ? 'achieved' : null;
  if (verdict === 'met') return base && !isBelow(base.value, target) ? 'maintain' : 'achieved';
  if (!base) return 'no-basis';
  if (!isBelow(base.value, target)) return 'backward';
  const { value } = judged;
  const { thresholds } = plan;
  const gone = fraction(daysBetween(base.shown.at, at), daysBetween(base.shown.at, indicator.due) || 1);
  if (isBelow(gone, fromDecimal(thresholds.judgedFrom))) return 'too-early';
  const expected = plus(base.value, times(minus(target, base.value), gone));
  if (isBelow(minus(expected, value), fromDecimal(thresholds.shortfallPoints))) return 'on-track';
  const ratio = over(minus(value, base.value), minus(expected, base.value));
  const reachesCut = (cut: number) => compare(ratio, fromDecimal(cut)) >= 0;
  if (reachesCut(thresholds.onTrack)) return 'on-track';
  if (reachesCut(thresholds.accelerate)) return 'accelerate';
  return reachesCut(thresholds.slow) ? 'slow' : 'backward';
}
