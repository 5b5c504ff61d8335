import * as z from 'zod';
import { LONGEST_TEXT } from '../../core/limits.ts';
import { Report } from '../../core/report.ts';
import { toNfc } from '../../core/text.ts';

/** NFC of `n` units comes from at most four times as many (U+1F82 is four in NFD): what is longer is too long without looking. */
const LONGEST_BEFORE_NFC = 4 * LONGEST_TEXT;

/** A report as JSON: its texts become NFC first, as they are stored, and only then are they held to their limits. */
export const SentReport = z.preprocess(composed, Report);

/** A report's own two levels and no more: anything else is refused, however deep it is. */
function composed(sent: unknown): unknown {
  return mapped(sent, (rows) => mapped(rows, (entry) => mapped(entry, textInNfc)));
}

const textInNfc = (value: unknown): unknown => (typeof value === 'string' && value.length <= LONGEST_BEFORE_NFC ? toNfc(value) : value);

const mapped = (value: unknown, change: (member: unknown) => unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member)]))
    : value;
