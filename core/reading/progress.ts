import { squash } from '../text.ts';
import { type FilledCell, fifteenDigits, type Outcome, read, readWith, unread } from './outcome.ts';

const PERCENT_TEXT = /^(\d{1,3})(?:[.,](\d{1,2}))? ?%$/;
const PLAIN_TEXT = /^\d{1,3}$/;

/** Progress in percent, 0–100: 0,4 in a `%` cell, 40 in a plain one, or the text `40%`. What could be 1 % or 100 % is asked, never guessed. */
export function readProgress(cell: FilledCell): Outcome<number> {
  const { value } = cell;
  if (typeof value === 'boolean' || cell.format === 'date') return unread('progress-not-a-number', { text: String(value) });
  if (typeof value === 'string') return progressOfText(squash(value.normalize('NFKC')));
  if (value < 0) return unread('progress-negative', { value });
  if (cell.format === 'percent') return ofWhole(fifteenDigits(value * 100), fifteenDigits(value));
  if (value > 0 && value <= 1) return unread('progress-part-or-percent', { value });
  return ofWhole(fifteenDigits(value), null);
}

function ofWhole(percent: number, typed: number | null): Outcome<number> {
  if (percent <= 100) return read(percent);
  return unread('progress-above-whole', { percent, meant: typed !== null && typed <= 100 ? typed : null });
}

function progressOfText(text: string): Outcome<number> {
  const [, whole, decimals = '0'] = PERCENT_TEXT.exec(text) ?? [];
  const percent = whole ? Number(`${whole}.${decimals}`) : PLAIN_TEXT.test(text) ? Number(text) : null;
  if (percent === null)
    return /^-\d/.test(text) ? unread('progress-negative', { value: Number.parseFloat(text) }) : unread('progress-not-a-number', { text });
  if (percent > 100) return unread('progress-above-whole', { percent, meant: null });
  if (!whole && percent === 1) return unread('progress-part-or-percent', { value: percent });
  return readWith(percent, 'progress-as-text', { text, percent });
}
