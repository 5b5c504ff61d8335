import { MOST_COUNTED } from '../limits.ts';
import { numberAsText, numberNotRead } from '../rules/numbers.ts';
import { quotable } from '../text.ts';
import { type CellOutcome, read, readWith, unreadCell } from './cell-outcome.ts';
import { decimalOfText } from './decimal-text.ts';
import { type FilledCell, fifteenDigits, shownText } from './filled-cell.ts';
import { hasPercentSign } from './shown-otherwise.ts';

/** A number with a unit, negative ones too. A text with one reading is taken, with a remark; a date or a percentage is no such number. */
export function readNumber(cell: FilledCell): CellOutcome<number> {
  const { value, mixed } = cell;
  if (typeof value === 'string') {
    const number = mixed ? null : decimalOfText(value);
    const text = quotable(value).trim();
    return number === null || !isInRange(number) ? unreadCell(numberNotRead, { text }) : readWith(number, numberAsText, { text, number });
  }
  if (typeof value === 'boolean' || isOtherThanShown(cell, value) || !isInRange(value))
    return unreadCell(numberNotRead, { text: shownText(cell) });
  return read(fifteenDigits(value));
}

/** A date or a percentage is stored as another number than people see. */
const isOtherThanShown = ({ format, pattern }: FilledCell, value: number): boolean =>
  format === 'date' || format === 'percent' || (pattern !== undefined && hasPercentSign(pattern, value));

const isInRange = (number: number): boolean => Math.abs(number) <= MOST_COUNTED;
