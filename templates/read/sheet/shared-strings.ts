import { ok } from '../../../core/result.ts';
import { damaged, overLimits, type Reading } from '../file-finding.ts';
import { MOST_CELLS, MOST_TEXT_BYTES } from '../limits.ts';
import { decode, type Undo } from '../xml/decode.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../xml/events.ts';
import { forget, gather, nothingGathered, textGathered } from '../xml/gathered.ts';
import { next } from '../xml/next.ts';
import { startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { unescapeText } from './escapes.ts';
import { SPREADSHEET } from './namespaces.ts';

/** The text at an index, null where the table has none. Texts are decoded when first asked for. */
export type SharedStrings = (index: number) => string | null;

export const noSharedStrings: SharedStrings = () => null;

const ELEMENT = { table: 1, item: 2, text: 3, run: 4, runText: 5 } as const;

/** Phonetic runs (`rPh`) are no part of the text and are not in here. */
const STRINGS = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    sst: ELEMENT.table,
    'sst/si': ELEMENT.item,
    'sst/si/t': ELEMENT.text,
    'sst/si/r': ELEMENT.run,
    'sst/si/r/t': ELEMENT.runText,
  },
  texts: [ELEMENT.text, ELEMENT.runText],
});

/** Reads the table of shared strings, rich texts as their plain text. */
export function readSharedStrings(document: Uint8Array, part: string): Reading<SharedStrings> {
  const scan = startScan(document, STRINGS);
  if (!scan) return damaged(part);
  const starts: number[] = [];
  const ends: number[] = [];
  const undos: Undo[] = [];
  const texts: (string | undefined)[] = [];
  const item = nothingGathered();
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return damaged(part);
    if (event === END) break;
    if (event === TEXT) {
      gather(item, scan);
      if (scan.textEnd - scan.textStart + item.joined.length > MOST_TEXT_BYTES) return damaged(part);
    } else if (event === OPEN && scan.node === ELEMENT.item) forget(item);
    else if (event === CLOSE && scan.closed === ELEMENT.item) {
      if (starts.length >= MOST_CELLS) return overLimits('cells', MOST_CELLS);
      starts.push(item.start);
      ends.push(item.end);
      undos.push(item.undo);
      if (item.pieces > 1) texts[starts.length - 1] = unescapeText(textGathered(item, scan.bytes));
    }
  }
  const { bytes } = scan;
  return ok((index) => {
    const start = starts[index];
    const end = ends[index];
    if (start === undefined || end === undefined) return null;
    const text = texts[index] ?? unescapeText(decode(bytes, start, end, undos[index] ?? 0));
    texts[index] = text;
    return text;
  });
}
