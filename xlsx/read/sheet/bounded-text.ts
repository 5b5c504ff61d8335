import type { TextLength } from '../../../core/grid.ts';
import { LONGEST_TEXT } from '../../../core/limits.ts';
import { toNfc, visibleFrom } from '../../../core/text.ts';

/** Four units at most become one in NFC. */
const MOST_UNITS_OF_ONE = 4;
/** A cell's text beyond this is not kept: whatever is cut is longer than a cell may hold. */
const MOST_TEXT_UNITS = MOST_UNITS_OF_ONE * (LONGEST_TEXT + 1);
/** Up to here the length of what is cut is counted out. */
const MOST_UNITS_COUNTED = 1024 * 1024;
const SHORT = 64;
const KEPT = 60;
/** Stands for the rest of a text that is too long: no figure, word or date reads like it, and it is itself longer than a cell may hold. */
const REST = '…'.repeat(LONGEST_TEXT + 1);

/** A cell's text as its readers get it; `length` where only its beginning is kept. */
export interface BoundedText {
  readonly text: string;
  readonly length: TextLength | null;
}

const whole = (text: string): BoundedText => ({ text, length: null });

/**
 * A cell's text at a length that its readers can afford, found once for a shared text: what cannot be seen before and behind it is
 * dropped where it is long, and of a text that is too long only its beginning is kept, with a row of dots that is too long as well.
 * `goesOn`: this is itself only the beginning, of more than a cell may hold.
 */
export function boundedText(text: string, goesOn: boolean): BoundedText {
  if (text.length <= SHORT && !goesOn) return whole(text);
  const start = visibleFrom(text);
  if (start < 0 && !goesOn) return whole(' ');
  const seen = start > SHORT ? copied(text.slice(start)) : text;
  if (goesOn) return { text: beginningOf(seen), length: atLeast(start < 0 ? 0 : seen.length) };
  if (seen.length <= MOST_TEXT_UNITS) return whole(seen);
  const trimmed = seen.trimEnd();
  if (trimmed.length <= MOST_TEXT_UNITS) return whole(trimmed);
  const counted = trimmed.length <= MOST_UNITS_COUNTED;
  return { text: beginningOf(trimmed), length: counted ? { units: shownUnits(trimmed), more: false } : atLeast(trimmed.length) };
}

/** Letter by letter, so that none is cut in two, and the whole text is not kept for the sake of its beginning. */
const beginningOf = (text: string): string => [...text.slice(0, KEPT)].slice(0, -1).join('') + REST;

/** As a reader of the cell counts: line breaks are one unit. */
const shownUnits = (text: string): number => toNfc(text.replace(/\r\n?/g, '\n')).trim().length;

const atLeast = (units: number): TextLength => ({ units: Math.max(LONGEST_TEXT, Math.floor(units / MOST_UNITS_OF_ONE)), more: true });

/** A slice keeps the whole text in memory as long as anybody has it: so it is made a text of its own. */
const copied = (slice: string): string => ` ${slice}`.slice(1);
