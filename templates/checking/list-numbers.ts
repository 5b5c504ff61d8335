import { END, FAULT, OPEN } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, startScan } from '../../xlsx/read/xml/scan.ts';
import { LIST_NUMBER_WORDS, WORD_ATTRIBUTE } from './document-words.ts';

/** Places of numbers in the text of a level. */
const PLACES = /%\d/g;
/** A level that says more than its number or a bullet (a single letter may be one). */
const SAYS = /\p{N}|\p{L}{2}/u;
const STARTS = new Set(['start', 'startOverride']);
const MOST_LEVELS = 2_000;

/** What the levels of a document's lists say besides plain numbers from 1 and bullets, as they are written; each once. */
export function readListNumbers(part: Uint8Array): string[] {
  const scan = startScan(part, LIST_NUMBER_WORDS);
  const said = new Set<string>();
  for (;;) {
    const event = scan ? next(scan) : FAULT;
    if (scan === null || event === FAULT || said.size > MOST_LEVELS) return [...said, 'không đọc được'];
    if (event === END) return [...said];
    if (event !== OPEN) continue;
    const value = attributeOf(scan, WORD_ATTRIBUTE.value) ?? '';
    if (scan.name.local === 'lvlText' && SAYS.test(value.replaceAll(PLACES, ''))) said.add(value);
    else if (STARTS.has(scan.name.local) && Number(value) > 1) said.add(`bắt đầu từ ${value}`);
  }
}
