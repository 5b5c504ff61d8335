import { formatDecimal } from '../format.ts';
import { compare, type Fraction, fromDecimal } from '../fraction.ts';

/** How the plan writes a number: its unit, its decimals, and of a rank how many there are. */
export interface NumberUnit {
  readonly unit: string;
  readonly decimals: number;
  readonly outOf?: number | undefined;
}

/** "12,5 tỷ đồng", "82,5%", of a rank "thứ 18/63". */
export const numberWithUnit = (value: number | Fraction, { unit, decimals, outOf }: NumberUnit): string => {
  const number = formatDecimal(typeof value === 'number' ? fromDecimal(value) : value, decimals);
  return outOf === undefined ? withUnit(number, unit) : `thứ ${number}/${outOf}`;
};

/** A unit that begins with % stands at its number. */
export const withUnit = (number: string, unit: string): string => `${number}${unit.startsWith('%') ? '' : ' '}${unit}`;

/** As many decimals as it takes for a number not to look like a bound that it is not. */
export function decimalsBeside(value: Fraction, bounds: readonly Fraction[], decimals: number): number {
  let digits = decimals;
  const looksLike = (bound: Fraction) => compare(value, bound) !== 0 && formatDecimal(value, digits) === formatDecimal(bound, digits);
  while (digits < decimals + 6 && bounds.some(looksLike)) digits++;
  return digits;
}

/** The number format of so many decimals. */
export const numberFormat = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
