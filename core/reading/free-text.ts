import { clipText } from '../clip-text.ts';
import { dayOfSerial } from '../day.ts';
import { formatDate, formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { LONGEST_TEXT } from '../limits.ts';
import { toNfc } from '../text.ts';
import { type FilledCell, fifteenDigits, type Outcome, read, readWith, unread } from './outcome.ts';

/** Signs that stand inside words only where text of an old Vietnamese font (TCVN3) was pasted. */
const OLD_FONT = /\p{L}[¬®µ¸¶·¹»¼½¾«©ª¨]|[¬®µ¸¶·¹»¼½¾«©ª¨]\p{L}/gu;

const OLD_SIGN = /[¬®µ¸¶·¹»¼½¾«©ª¨]/;

/** Free text, NFC, line breaks kept. Never a formula again: what is written from it is always a text cell. What a report cannot hold is not read. */
export function readFreeText(cell: FilledCell): Outcome<string> {
  const text = shownText(cell);
  if (text.length > LONGEST_TEXT) return unread('text-too-long', { length: text.length, most: LONGEST_TEXT });
  if (typeof cell.value === 'number' && cell.format === 'date') return readWith(text, 'text-is-a-date', { text });
  const signs = OLD_SIGN.test(text) ? (text.match(OLD_FONT)?.length ?? 0) : 0;
  return signs >= 2 ? readWith(text, 'legacy-font', { text: clipText(text, 60) }) : read(text);
}

/** A cell's value as text, as somebody would read it. */
export function shownText({ value, format }: FilledCell): string {
  if (typeof value === 'string') return toNfc(value.replace(/\r\n?/g, '\n')).trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const day = format === 'date' ? dayOfSerial(value) : null;
  if (day) return formatDate(day);
  const number = fifteenDigits(format === 'percent' ? value * 100 : value);
  return format === 'percent' ? `${formatDecimal(fromDecimal(number))}%` : String(number).replace('.', ',');
}
