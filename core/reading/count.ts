import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { MOST_COUNTED } from '../limits.ts';
import { countAsText, countFractional, countIsAPercent, countNegative, countTooLarge } from '../rules/counts.ts';
import { countIsADate, countNotANumber } from '../rules/counts-as-fractions.ts';
import { quotable } from '../text.ts';
import { type CellOutcome, read, readWith, unreadCell } from './cell-outcome.ts';
import { type FilledCell, fifteenDigits } from './filled-cell.ts';
import { numberText, wholeDigits } from './one-number.ts';
import { hasPercentSign } from './shown-otherwise.ts';

/** A count: a whole number from 0. A text with one reading as a whole number is taken, with a remark; every other text is not. */
export function readCount(cell: FilledCell): CellOutcome<number> {
  const { value } = cell;
  if (typeof value === 'boolean') return unreadCell(countNotANumber, { text: value ? 'TRUE' : 'FALSE' });
  if (typeof value === 'number' && cell.format === 'date') return notADate(value);
  if (typeof value === 'number' && cell.format === 'percent') return isPercent(value * 100);
  if (cell.pattern && hasPercentSign(cell.pattern, value))
    return typeof value === 'number' ? isPercent(value) : unreadCell(countIsAPercent, { shown: `${quotable(value)}%` });
  return typeof value === 'string' ? countOfText(cell, value) : wholeNumber(fifteenDigits(value));
}

const isPercent = (percent: number): CellOutcome<never> =>
  unreadCell(countIsAPercent, { shown: `${formatDecimal(fromDecimal(fifteenDigits(percent)))}%` });

function wholeNumber(value: number): CellOutcome<number> {
  if (value < 0) return unreadCell(countNegative, { value });
  if (!Number.isInteger(value)) return unreadCell(countFractional, { value });
  if (value > MOST_COUNTED) return unreadCell(countTooLarge, { value, most: MOST_COUNTED });
  return read(value);
}

function notADate(serial: number): CellOutcome<never> {
  const date = dayOfSerial(serial);
  if (!date) return unreadCell(countNotANumber, { text: String(serial) });
  const [, month, day] = date.split('-').map(Number);
  return unreadCell(countIsADate, { date: formatDate(date), day: day ?? 0, month: month ?? 0 });
}

function countOfText({ mixed }: FilledCell, text: string): CellOutcome<number> {
  const said = quotable(text);
  const digits = mixed ? null : wholeDigits(text);
  if (digits === null) {
    const negative = !mixed && /^-\d{1,15}$/.test(numberText(text)) ? Number(numberText(text)) : 0;
    return negative < 0 ? unreadCell(countNegative, { value: negative }) : unreadCell(countNotANumber, { text: said });
  }
  const count = wholeNumber(Number(digits));
  return count.kind === 'value' ? readWith(count.value, countAsText, { text: said.trim(), count: count.value }) : count;
}
