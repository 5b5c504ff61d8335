import { formatDecimal } from '../format.ts';
import { decimalsOf, type Fraction, fromDecimal } from '../fraction.ts';

/** How many units a part lacks of its target, rounded up to whole ones; none where it has them. */
export function unitsLacking(target: Fraction, part: number, whole: number): number {
  const unit = target.den * 100n;
  return Math.max(0, Number((target.num * BigInt(whole) + unit - 1n) / unit) - part);
}

/** How many units a part has beyond the most that it may have. */
export function unitsAbove(most: Fraction, part: number, whole: number): number {
  return Math.max(0, part - Number((most.num * BigInt(whole)) / (most.den * 100n)));
}

/** A percent of the plan as it is written there, with all its decimals. */
export const percentText = (value: number): string => `${formatDecimal(fromDecimal(value), decimalsOf(value))}%`;
