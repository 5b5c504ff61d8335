import { compare, type Fraction, fraction, fromDecimal, isBelow } from './fraction.ts';
import { withoutTail } from './text.ts';

/** 1234567 → "1.234.567", in every locale of the machine alike. */
export function formatCount(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A fraction with at most `digits` decimals, halves rounded away from zero, no trailing zeros: "94,96". */
export function formatDecimal(value: Fraction, digits = 2): string {
  const negative = value.num < 0n;
  const scale = 10n ** BigInt(digits);
  const rounded = ((negative ? -value.num : value.num) * scale * 2n + value.den) / (value.den * 2n);
  const whole = formatCount(rounded / scale);
  const rest = withoutTail(String(rounded % scale).padStart(digits, '0'), /0/);
  const text = rest === '' ? whole : `${whole},${rest}`;
  return negative && rounded > 0n ? `-${text}` : text;
}

/**
 * A rate in percent beside its target: as many decimals as it takes for the text not to look like the target when the
 * value is not the target (94,9996% of 95%).
 */
export function formatPercent(value: Fraction, target?: Fraction): string {
  let digits = 2;
  while (target && digits < 8 && compare(value, target) !== 0 && formatDecimal(value, digits) === formatDecimal(target, digits)) digits++;
  const text = formatDecimal(value, digits);
  if (target && isBelow(value, target) && text === formatDecimal(target, digits)) return `gần ${text}%`;
  return `${text}%`;
}

/** The same for a number that JSON or a seed holds. */
export const formatPercentNumber = (value: number): string => formatPercent(fromDecimal(value));

/** Part of a whole as percent: 949/1000 → 94,9. */
export const percentOf = (numerator: bigint | number, denominator: bigint | number): Fraction =>
  fraction(100n * BigInt(numerator), denominator);

/** "2026-11-05" → "05/11/2026". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}
