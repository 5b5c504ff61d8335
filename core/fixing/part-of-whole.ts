import { fraction, fromDecimal, times } from '../fraction.ts';
import { decimalOfText } from '../reading/decimal-text.ts';
import { fifteenDigits } from '../reading/filled-cell.ts';
import { numberText } from '../reading/one-number.ts';
import type { Fix } from './fix.ts';
import type { FixPlace } from './fix-place.ts';

/** A rate that was typed for the part, as the part itself: 95 of 40 is 38. Nothing where that is no whole number: then it was no rate. */
export function asPartOfWhole(percent: number, whole: number | undefined, { beside }: FixPlace): readonly Fix[] {
  if (!whole || percent <= 0 || percent > 100) return [];
  const { num, den } = times(fromDecimal(percent), fraction(whole, 100));
  const part = Number(num / den);
  return num % den === 0n ? [{ kind: 'as-part-of-whole', percent, whole, part, changes: beside('numerator', part) }] : [];
}

/** A rate as people write one for the part of a whole that stands beside it: `95%`, `0,95`, `92.5`. A whole number is none. */
export function rateAsPart(written: string, place: FixPlace): readonly Fix[] {
  const text = numberText(written);
  const isPercent = text.endsWith('%');
  const rate = decimalOfText(isPercent ? text.slice(0, -1) : text);
  if (place.field !== 'numerator' || rate === null || (!isPercent && Number.isInteger(rate))) return [];
  return asPartOfWhole(isPercent || rate > 1 ? rate : fifteenDigits(rate * 100), place.entry?.denominator, place);
}

/** The two counts in each other's place. */
export const swapPartAndWhole = (numerator: number, denominator: number, { beside }: FixPlace): Fix => ({
  kind: 'swap-part-and-whole',
  numerator: denominator,
  denominator: numerator,
  changes: [...beside('numerator', denominator), ...beside('denominator', numerator)],
});
