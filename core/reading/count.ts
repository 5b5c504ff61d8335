import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { MOST_COUNTED } from '../limits.ts';
import { countAsText, countFractional, countIsAPercent, countNegative, countTooLarge } from '../rules/counts.ts';
import { countIsADate, countNotANumber } from '../rules/counts-as-fractions.ts';
import { quotable } from '../text.ts';
import { type FilledCell, fifteenDigits } from './filled-cell.ts';
import { numberText, wholeDigits } from './one-number.ts';
import { type Outcome, read, readWith, unread } from './outcome.ts';
import { hasPercentSign } from './shown-otherwise.ts';

/** A count: a whole number from 0. A text with one reading as a whole number is taken, with a remark; every other text is not. */
export function readCount(cell: FilledCell): Outcome<number> {
  const { value } = cell;
  if (typeof value === 'boolean') return unread(countNotANumber, { text: value ? 'TRUE' : 'FALSE' });
  if (typeof value === 'number' && cell.format === 'date') return notADate(value);
  if (typeof value === 'number' && cell.format === 'percent') return isPercent(value * 100);
  if (cell.pattern && hasPercentSign(cell.pattern, value))
    return typeof value === 'number' ? isPercent(value) : unread(countIsAPercent, { shown: `${quotable(value)}%` });
  return typeof value === 'string' ? countOfText(cell, value) : wholeNumber(fifteenDigits(value));
}

const isPercent = (percent: number): Outcome<never> =>
  unread(countIsAPercent, { shown: `${formatDecimal(fromDecimal(fifteenDigits(percent)))}%` });

function wholeNumber(value: number): Outcome<number> {
  if (value < 0) return unread(countNegative, { value });
  if (!Number.isInteger(value)) return unread(countFractional, { value });
  if (value > MOST_COUNTED) return unread(countTooLarge, { value, most: MOST_COUNTED });
  return read(value);
}

function notADate(serial: number): Outcome<never> {
  const date = dayOfSerial(serial);
  if (!date) return unread(countNotANumber, { text: String(serial) });
  const [, month, day] = date.split('-').map(Number);
  return unread(countIsADate, { date: formatDate(date), day: day ?? 0, month: month ?? 0 });
}

function countOfText({ mixed }: FilledCell, text: string): Outcome<number> {
  const said = quotable(text);
  const digits = mixed ? null : wholeDigits(text);
  if (digits === null)
    return !mixed && /^-\d{1,15}$/.test(numberText(text))
      ? unread(countNegative, { value: Number(numberText(text)) })
      : unread(countNotANumber, { text: said });
  const count = wholeNumber(Number(digits));
  return count.kind === 'value' ? readWith(count.value, countAsText, { text: said.trim(), count: count.value }) : count;
}
