import { progressAboveWhole, progressAsText, progressNegative, progressNotANumber, progressPartOrPercent } from '../rules/progress.ts';
import { quotable } from '../text.ts';
import { type CellOutcome, read, readWith, unreadCell } from './cell-outcome.ts';
import { type FilledCell, fifteenDigits, shownText } from './filled-cell.ts';
import { numberText } from './one-number.ts';
import { hasPercentSign } from './shown-otherwise.ts';

const PERCENT_TEXT = /^(\d{1,3})(?:[.,](\d{1,2}))?[\u0020\u00a0\u202f]?[%\uff05]$/;
const PLAIN_TEXT = /^(\d{1,3})(?:[.,]0{1,2})?$/;
const NEGATIVE_TEXT = /^(-\d{1,15}(?:[.,]\d{1,15})?)[\u0020\u00a0\u202f]?[%\uff05]?$/;

/**
 * Progress in percent, 0–100: 0,4 in a `%` cell, 40 in a plain one, or the text `40%`. What could be 1 % or 100 % is asked, never
 * guessed; a text has one reading or none, as a count has.
 */
export function readProgress(cell: FilledCell): CellOutcome<number> {
  const { value } = cell;
  if (typeof value === 'string') return progressOfText(cell, value);
  if (typeof value === 'boolean' || cell.format === 'date') return unreadCell(progressNotANumber, { text: shownText(cell) });
  if (value < 0) return unreadCell(progressNegative, { value });
  if (cell.format === 'percent') return ofWhole(fifteenDigits(value * 100), fifteenDigits(value));
  if (cell.pattern && hasPercentSign(cell.pattern, value)) return ofWhole(fifteenDigits(value), null); // the cell itself says what it is
  if (value > 0 && value <= 1) return unreadCell(progressPartOrPercent, { value });
  return ofWhole(fifteenDigits(value), null);
}

function ofWhole(percent: number, typed: number | null): CellOutcome<number> {
  if (percent <= 100) return read(percent);
  return unreadCell(progressAboveWhole, { percent, meant: typed !== null && typed <= 100 ? typed : null });
}

function progressOfText({ mixed, pattern }: FilledCell, said: string): CellOutcome<number> {
  const text = quotable(said).trim();
  const bare = mixed ? '' : numberText(said);
  const [, whole, decimals = '0'] = PERCENT_TEXT.exec(bare) ?? [];
  const [, plain] = PLAIN_TEXT.exec(bare) ?? [];
  const percent = whole ? Number(`${whole}.${decimals}`) : plain ? Number(plain) : null;
  if (percent === null) {
    const [, signed = '0'] = NEGATIVE_TEXT.exec(bare) ?? [];
    const negative = Number(signed.replace(',', '.'));
    return negative < 0 ? unreadCell(progressNegative, { value: negative }) : unreadCell(progressNotANumber, { text });
  }
  if (percent > 100) return unreadCell(progressAboveWhole, { percent, meant: null });
  if (!whole && percent === 1 && !(pattern && hasPercentSign(pattern, said))) return unreadCell(progressPartOrPercent, { value: percent });
  return readWith(percent, progressAsText, { text, percent });
}
