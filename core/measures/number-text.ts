import { formatDecimal } from '../format.ts';
import { type Fraction, fromDecimal } from '../fraction.ts';

/** How the plan writes a number: its unit, its decimals, and of a rank how many there are. */
export interface NumberUnit {
  readonly unit: string;
  readonly decimals: number;
  readonly outOf?: number | undefined;
}

/** "12,5 tỷ đồng", "82,5%", of a rank "thứ 18/63". */
export const numberWithUnit = (value: number | Fraction, unit: NumberUnit): string =>
  toldWithUnit(formatDecimal(typeof value === 'number' ? fromDecimal(value) : value, unit.decimals), unit);

/** The same of a number that is told already. */
export const toldWithUnit = (number: string, { unit, outOf }: NumberUnit): string =>
  outOf === undefined ? withUnit(number, unit) : `thứ ${number}/${outOf}`;

/** A unit that begins with % stands at its number. */
export const withUnit = (number: string, unit: string): string => `${number}${unit.startsWith('%') ? '' : ' '}${unit}`;

/** The number format of so many decimals. */
export const numberFormat = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
