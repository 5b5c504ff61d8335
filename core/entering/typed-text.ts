import { dayOfSerial } from '../day.ts';
import type { FormValue } from '../form/row-values.ts';
import { formatDate } from '../format.ts';
import type { NumberKind } from '../number-format.ts';
import { fifteenDigits } from '../reading/filled-cell.ts';

/** What a cell holds as it is typed: read again it is the same value. */
export function typedText(value: FormValue, format: NumberKind): string {
  if (value === null || typeof value === 'string') return value ?? '';
  if (value instanceof Date) return formatDate(value.toISOString().slice(0, 10));
  if (format === 'date') return formatDate(dayOfSerial(value) ?? '');
  return format === 'percent' ? `${withDecimalComma(fifteenDigits(value * 100))}%` : withDecimalComma(value);
}

/** One reading alone: without separators of thousands, and never three decimals ("1,234" may be one thousand and more). */
const withDecimalComma = (value: number): string =>
  String(value)
    .replace('.', ',')
    .replace(/,\d{3}$/, '$&0');
