import { type Day, daysBetween } from '../day.ts';
import { compare, type Fraction, fraction, fromDecimal, isBelow, minus, over, plus, times, toNumber } from '../fraction.ts';
import { type Base, type Matrix, type Pace, type Verdict, valueOfBase } from '../matrix.ts';
import type { JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator, Plan } from '../plan/plan.ts';
import { cutOffOf } from '../plan/plan-periods.ts';

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
  const { base } = measureOf(indicator);
  if (!previous || base === 'none') return null;
  const last = previous.indicators.find(({ id }) => id === indicator.id);
  if (last?.base) return { shown: last.base, value: fromDecimal(valueOfBase(last.base)) };
  const continued = plan.indicators.find(({ id }) => id === indicator.continues);
  const value = valueIn(previous, indicator) ?? (continued ? valueIn(previous, continued) : null);
  const at = cutOffOf(plan, previous.period);
  return value && { shown: base === 'percent' ? { percent: toNumber(value), at } : { number: toNumber(value), at }, value };
}

/** The value that a row had in a matrix; null where it had none, or none that a base is made of. */
function valueIn({ indicators }: Matrix, row: Indicator): Fraction | null {
  const { base, resultOf } = measureOf(row);
  const result = indicators.find(({ id }) => id === row.id)?.result ?? null;
  return base === 'none' ? null : (resultOf(result)?.value ?? null);
}

type Moved = Pick<JudgedResult, 'value'>;

/**
 * Pace on the straight line from base to target by days (UN ESCAP); cuts of Eurostat and Open SDG, which are data of the plan. A value
 * that must fall is the mirror of one that must rise.
 */
export function paceOf(
  indicator: Indicator,
  { verdict, judged, base, at, plan }: { verdict: Verdict; judged: Moved | null; base: ExactBase | null; at: Day; plan: Plan },
): Pace | null {
  if (!judged?.value || (verdict !== 'met' && verdict !== 'below')) return null;
  const measure = measureOf(indicator);
  if (measure.pace === 'none') return null;
  if (measure.pace === 'achieved') return verdict === 'met' ? 'achieved' : null;
  const turned = (value: Fraction): Fraction => (measure.pace === 'rising' ? value : minus(ZERO, value));
  const target = turned(measure.target);
  const start = base && turned(base.value);
  if (verdict === 'met') return start && !isBelow(start, target) ? 'maintain' : 'achieved';
  if (!base || !start) return 'no-basis';
  if (!isBelow(start, target)) return 'backward';
  const { thresholds } = plan;
  const gone = fraction(daysBetween(base.shown.at, at), daysBetween(base.shown.at, indicator.due) || 1);
  if (isBelow(gone, fromDecimal(thresholds.judgedFrom))) return 'too-early';
  const value = turned(judged.value);
  const expected = plus(start, times(minus(target, start), gone));
  const isSmall = isBelow(minus(expected, value), fromDecimal(thresholds.shortfallPoints));
  if (measure.base === 'percent' && isSmall) return 'on-track';
  const ratio = over(minus(value, start), minus(expected, start));
  const reachesCut = (cut: number) => compare(ratio, fromDecimal(cut)) >= 0;
  if (reachesCut(thresholds.onTrack)) return 'on-track';
  if (reachesCut(thresholds.accelerate)) return 'accelerate';
  return reachesCut(thresholds.slow) ? 'slow' : 'backward';
}

const ZERO = fraction(0);
