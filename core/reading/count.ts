import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { MOST_COUNTED } from '../report.ts';
import { squash } from '../text.ts';
import { type FilledCell, fifteenDigits, type Outcome, read, readWith, unread } from './outcome.ts';

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?: \d{3})+$/;
const ZERO_DECIMALS = /^(.*\d)[.,]0{1,2}$/;

/** A count: a whole number from 0. A text with one reading as a whole number is taken, with a remark; every other text is not. */
export function readCount(cell: FilledCell): Outcome<number> {
  const { value } = cell;
  if (typeof value === 'boolean') return unread('count-not-a-number', { text: value ? 'TRUE' : 'FALSE' });
  if (typeof value === 'string') return countOfText(value);
  if (cell.format === 'date') return notADate(value);
  if (cell.format === 'percent')
    return unread('count-is-a-percent', { shown: `${formatDecimal(fromDecimal(fifteenDigits(value * 100)))}%` });
  return wholeNumber(fifteenDigits(value));
}

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

function countOfText(text: string): Outcome<number> {
  const plain = squash(text.normalize('NFKC'));
  const digits = wholeDigits(plain);
  if (digits === null)
    return /^-\d+$/.test(plain) ? unread('count-negative', { value: Number(plain) }) : unread('count-not-a-number', { text: squash(text) });
  const count = wholeNumber(Number(digits));
  return count.kind === 'value' ? readWith(count.value, 'count-as-text', { text: squash(text), count: count.value }) : count;
}

/** The digits of a text that is one whole number in Vietnamese or English writing, or null: 1.234, 1,234, 1 234, 12,0, 1.234,00. */
function wholeDigits(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  if (GROUPED.test(text)) return text.replace(/[., ]/g, '');
  const whole = ZERO_DECIMALS.exec(text)?.[1];
  if (whole === undefined) return null;
  const mark = text[whole.length];
  const rest = mark !== undefined && whole.includes(mark) ? null : whole;
  return rest !== null && (/^\d+$/.test(rest) || GROUPED.test(rest)) ? rest.replace(/[., ]/g, '') : null;
}
