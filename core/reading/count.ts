import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { MOST_COUNTED } from '../limits.ts';
import { quotable } from '../text.ts';
import { numberText, wholeDigits } from './one-number.ts';
import { type FilledCell, fifteenDigits, type Outcome, read, readWith, unread } from './outcome.ts';
import { hasPercentSign } from './shown-otherwise.ts';

/** A count: a whole number from 0. A text with one reading as a whole number is taken, with a remark; every other text is not. */
export function readCount(cell: FilledCell): Outcome<number> {
  const { value } = cell;
  if (typeof value === 'boolean') return unread('count-not-a-number', { text: value ? 'TRUE' : 'FALSE' });
  if (typeof value === 'number' && cell.format === 'date') return notADate(value);
  if (typeof value === 'number' && cell.format === 'percent') return isPercent(value * 100);
  if (cell.pattern && hasPercentSign(cell.pattern, value))
    return typeof value === 'number' ? isPercent(value) : unread('count-is-a-percent', { shown: `${quotable(value)}%` });
  return typeof value === 'string' ? countOfText(cell, value) : wholeNumber(fifteenDigits(value));
}

const isPercent = (percent: number): Outcome<never> =>
  unread('count-is-a-percent', { shown: `${formatDecimal(fromDecimal(fifteenDigits(percent)))}%` });

function wholeNumber(value: number): Outcome<number> {
  if (value < 0) return unread('count-negative', { value });
  if (!Number.isInteger(value)) return unread('count-fractional', { value });
  if (value > MOST_COUNTED) return unread('count-too-large', { value, most: MOST_COUNTED });
  return read(value);
}

function notADate(serial: number): Outcome<never> {
  const date = dayOfSerial(serial);
  if (!date) return unread('count-not-a-number', { text: String(serial) });
  const [, month, day] = date.split('-').map(Number);
  return unread('count-is-a-date', { date: formatDate(date), day: day ?? 0, month: month ?? 0 });
}

function countOfText({ mixed }: FilledCell, text: string): Outcome<number> {
  const said = quotable(text);
  const digits = mixed ? null : wholeDigits(text);
  if (digits === null)
    return !mixed && /^-\d{1,15}$/.test(numberText(text))
      ? unread('count-negative', { value: Number(numberText(text)) })
      : unread('count-not-a-number', { text: said });
  const count = wholeNumber(Number(digits));
  return count.kind === 'value' ? readWith(count.value, 'count-as-text', { text: said.trim(), count: count.value }) : count;
}
