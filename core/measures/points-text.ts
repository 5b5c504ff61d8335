import { formatDecimal } from '../format.ts';
import type { Fraction } from '../fraction.ts';

/** A gap with enough decimals not to read as nought. */
export function pointsText(gap: Fraction): string {
  for (let digits = 2; digits < 8; digits++) {
    const text = formatDecimal(gap, digits);
    if (text !== '0') return text;
  }
  return formatDecimal(gap, 12);
}
