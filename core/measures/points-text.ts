import { formatDecimal } from '../format.ts';
import type { Fraction } from '../fraction.ts';

/** Counts have fifteen digits at most: no share of them is nearer to another. */
const MOST_DECIMALS = 30;

/** A distance with enough decimals, from `least` on, not to read as nought. */
export function pointsText(gap: Fraction, least = 2): string {
  for (let digits = least; digits < MOST_DECIMALS; digits++) {
    const text = formatDecimal(gap, digits);
    if (text !== '0') return text;
  }
  return formatDecimal(gap, MOST_DECIMALS);
}
