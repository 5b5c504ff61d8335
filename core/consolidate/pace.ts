import { type Day, daysBetween } from '../day.ts';
import { compare, type Fraction, fraction, fromDecimal, isBelow, minus, over, plus, times, toNumber } from '../fraction.ts';
import type { Base, Matrix, Pace, Verdict } from '../matrix.ts';
import { cutOffOf, type Indicator, type Plan } from '../plan.ts';
import { type Outcome, percentOfResult } from './measures.ts';

/** Percent at the base in exact numbers beside what the matrix shows. */
export interface ExactBase {
  readonly shown: Base;
  readonly percent: Fraction;
}

/**
 * Where a row started from: the last matrix's own base, else its result, else the result of the row that this one continues
 * (contract, "base for the pace").
 */
export function baseOf(indicator: Indicator, previous: Matrix | null, plan: Plan): ExactBase | null {
  if (!previous || indicator.measure.kind === 'stated-level') return null;
  const last = previous.indicators.find(({ id }) => id === indicator.id);
  if (last?.base) return { shown: last.base, percent: fromDecimal(last.base.percent) };
  const continued = previous.indicators.find(({ id }) => id === indicator.continues);
  const percent = percentOfResult(last?.result ?? null) ?? percentOfResult(continued?.result ?? null);
  if (!percent) return null;
  return { shown: { percent: toNumber(percent), at: cutOffOf(plan, previous.period) }, percent };
}

/** Pace on the straight line from base to target by days (UN ESCAP); cuts of Eurostat and Open SDG, which are data of the plan. */
export function paceOf(
  { due, measure }: Indicator,
  { verdict, outcome, base, at, plan }: { verdict: Verdict; outcome: Outcome | null; base: ExactBase | null; at: Day; plan: Plan },
): Pace | null {
  if (!outcome || (verdict !== 'met' && verdict !== 'below')) return null;
  if (measure.kind === 'stated-level') return verdict === 'met' ? 'achieved' : null;
  const { percent: value, target } = outcome;
  if (!value || !target) return null;
  if (verdict === 'met') return base && !isBelow(base.percent, target) ? 'maintain' : 'achieved';
  if (!base) return 'no-basis';
  if (!isBelow(base.percent, target)) return 'backward';
  const { thresholds } = plan;
  const gone = fraction(daysBetween(base.shown.at, at), daysBetween(base.shown.at, due) || 1);
  if (isBelow(gone, fromDecimal(thresholds.judgedFrom))) return 'too-early';
  const expected = plus(base.percent, times(minus(target, base.percent), gone));
  if (isBelow(minus(expected, value), fromDecimal(thresholds.shortfallPoints))) return 'on-track';
  const ratio = over(minus(value, base.percent), minus(expected, base.percent));
  const reachesCut = (cut: number) => compare(ratio, fromDecimal(cut)) >= 0;
  if (reachesCut(thresholds.onTrack)) return 'on-track';
  if (reachesCut(thresholds.accelerate)) return 'accelerate';
  return reachesCut(thresholds.slow) ? 'slow' : 'backward';
}
