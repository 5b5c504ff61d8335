import { clipText } from '../clip-text.ts';
import { LONGEST_TEXT } from '../limits.ts';
import { legacyFont, textIsADate, textTooLong } from '../rules/texts.ts';
import { type CellOutcome, read, readWith, unreadCell } from './cell-outcome.ts';
import { type FilledCell, shownText } from './filled-cell.ts';

/** Signs that stand inside words only where text of an old Vietnamese font (TCVN3) was pasted. */
const OLD_FONT = /\p{L}[¬®µ¸¶·¹»¼½¾«©ª¨]|[¬®µ¸¶·¹»¼½¾«©ª¨]\p{L}/gu;

const OLD_SIGN = /[¬®µ¸¶·¹»¼½¾«©ª¨]/;

/**
 * Free text, NFC, line breaks kept. Never a formula again: what is written from it is always a text cell. What a report cannot hold is not
 * read.
 */
export function readFreeText(cell: FilledCell): CellOutcome<string> {
  const text = shownText(cell);
  if (text.length > LONGEST_TEXT) {
    const { units, more } = cell.textLength ?? { units: text.length, more: false };
    return unreadCell(textTooLong, { length: units, most: LONGEST_TEXT, ...(more && { more }) });
  }
  if (typeof cell.value === 'number' && cell.format === 'date') return readWith(text, textIsADate, { text });
  const signs = OLD_SIGN.test(text) ? (text.match(OLD_FONT)?.length ?? 0) : 0;
  return signs >= 2 ? readWith(text, legacyFont, { text: clipText(text, 60) }) : read(text);
}
