import { visibleFrom } from '../../../core/text.ts';

/**
 * A cell's text beyond this is not kept. Four units at most become one in NFC, so whatever is cut is longer than the 32,767 units that
 * a cell may hold.
 */
export const MOST_TEXT_UNITS = 4 * 32_768;
const SHORT = 64;
const KEPT = 60;
/** Stands for the rest of a text that is too long: no figure, word or date reads like it, and it is itself longer than a cell may hold. */
const REST = '…'.repeat(32_768);

/**
 * A cell's text at a length that its readers can afford, found once for a shared text: what cannot be seen before and behind it is
 * dropped where it is long, and of a text that is too long only its beginning is kept, with a row of dots that is too long as well.
 */
export function boundedText(text: string): string {
  if (text.length <= SHORT) return text;
  const start = visibleFrom(text);
  if (start < 0) return ' ';
  const seen = start > SHORT ? copied(text.slice(start)) : text;
  if (seen.length <= MOST_TEXT_UNITS) return seen;
  const trimmed = seen.trimEnd();
  return trimmed.length <= MOST_TEXT_UNITS ? trimmed : trimmed.slice(0, KEPT) + REST;
}

/** A slice keeps the whole text in memory as long as anybody has it: so it is made a text of its own. */
const copied = (slice: string): string => ` ${slice}`.slice(1);
