import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import type { Cell } from '../grid.ts';
import { toNfc } from '../text.ts';

/** A non-blank cell whose value is known; error values and formulas without a result are dealt with before. */
export type FilledCell = Cell & {
  readonly value: string | number | boolean;
  /** Whether a bare number that is a day counts from 1904. */
  readonly date1904?: true;
};

/** The number that a cell means: programs store 189.99999999999997 for 190, whole to 15 significant digits. */
export const fifteenDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));

/** A cell's value as the text that a reader sees. */
export function shownText({ value, format }: FilledCell): string {
  if (typeof value === 'string') return toNfc(value.replace(/\r\n?/g, '\n')).trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const day = format === 'date' ? dayOfSerial(value) : null;
  if (day) return formatDate(day);
  const number = fifteenDigits(format === 'percent' ? value * 100 : value);
  return format === 'percent' ? `${formatDecimal(fromDecimal(number))}%` : String(number).replace('.', ',');
}
