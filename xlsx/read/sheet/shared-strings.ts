import type { TextLength } from '../../../core/grid.ts';
import { ok } from '../../../core/result.ts';
import { damaged, exceeding, type ReadResult } from '../file-finding.ts';
import { MOST_CELLS, MOST_TEXT_BYTES } from '../limits.ts';
import { byteAt, GREATER, LESS } from '../xml/characters.ts';
import { type CollectedText, collectedText, collectText, forget, noCollectedText } from '../xml/collected-text.ts';
import { AS_IT_STANDS, decode, type Undo, WITH_RETURNS } from '../xml/decode.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../xml/events.ts';
import { beginsAt } from '../xml/markup.ts';
import { next, readText } from '../xml/next.ts';
import { knowsPlainNames, type Scan, startScan, textOf } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { word, wordAt } from '../xml/words.ts';
import { boundedText } from './bounded-text.ts';
import { unescapeText } from './escapes.ts';
import { knownTextEnd, rememberText, type Trail, textAlong } from './known-texts.ts';
import { beginRun, endRun, type Looks, noLooks, noteTextLook, openRunElement } from './looks.ts';
import { SPREADSHEET } from './namespaces.ts';

/**
 * The text at an index, null where the table has none. Texts are decoded when first asked for. `looks`: those of the rich texts.
 * `lengths`: of those already given of which only the beginning is kept.
 */
export interface SharedStrings {
  (index: number): string | null;
  readonly looks: ReadonlyMap<number, Looks>;
  readonly lengths: ReadonlyMap<number, TextLength>;
}

export const noSharedStrings: SharedStrings = Object.assign(() => null, {
  looks: new Map<number, Looks>(),
  lengths: new Map<number, TextLength>(),
});

const ITEM = word('<si>');
const TEXT_END = word('</t>');
const ITEM_END = word('</si');
const SPACE_KEPT = '<t xml:space="preserve">';

const ELEMENT = { table: 1, item: 2, text: 3, run: 4, runText: 5, font: 6, strike: 7, position: 8 } as const;
const ATTRIBUTE = { value: 1 } as const;

/** Phonetic runs (`rPh`) are no part of the text and are not in here. */
const STRINGS = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    sst: ELEMENT.table,
    'sst/si': ELEMENT.item,
    'sst/si/t': ELEMENT.text,
    'sst/si/r': ELEMENT.run,
    'sst/si/r/t': ELEMENT.runText,
    'sst/si/r/rPr': ELEMENT.font,
    'sst/si/r/rPr/strike': ELEMENT.strike,
    'sst/si/r/rPr/vertAlign': ELEMENT.position,
  },
  texts: [ELEMENT.text, ELEMENT.runText],
  attributes: { val: ATTRIBUTE.value },
});

/** Items by index: where their text stands, and the text itself once it is known. */
interface Items {
  readonly starts: number[];
  readonly ends: number[];
  readonly undos: Undo[];
  readonly texts: (string | null)[];
  readonly lengths: Map<number, TextLength>;
  readonly trail: Trail;
}

/** Reads the table of shared strings, rich texts as their plain text. */
export function readSharedStrings(document: Uint8Array, part: string): ReadResult<SharedStrings> {
  const scan = startScan(document, STRINGS);
  if (!scan) return damaged(part);
  const items: Items = { starts: [], ends: [], undos: [], texts: [], lengths: new Map(), trail: { slot: 0 } };
  const item = noCollectedText();
  const run = noLooks();
  const looks = new Map<number, Looks>();
  for (;;) {
    if (scan.node === ELEMENT.table) readPlainItems(scan, items);
    const event = next(scan);
    if (event === FAULT) return damaged(part);
    if (event === END) break;
    if (event === TEXT) {
      collectText(item, scan);
      if (!run.seen && !item.goesOn) noteTextLook(run, textOf(scan));
    } else if (event === OPEN && scan.node === ELEMENT.item) {
      forget(item);
      run.looks = 0;
      beginRun(run);
    } else if (event === OPEN) openRunElement(run, scan, ELEMENT, ATTRIBUTE.value);
    else if (event === CLOSE && (scan.closed === ELEMENT.run || scan.closed === ELEMENT.text)) endRun(run);
    else if (event === CLOSE && scan.closed === ELEMENT.item) {
      if (items.starts.length >= MOST_CELLS) return exceeding('cells', MOST_CELLS);
      if (run.looks !== 0) looks.set(items.starts.length, run.looks);
      const standsAsItIs = item.pieces < 2 && !item.goesOn;
      add(items, item, standsAsItIs ? null : textGathered(items, scan.bytes, item));
    }
  }
  return ok(Object.assign((index: number) => textAt(items, scan.bytes, index), { looks, lengths: items.lengths }));
}

/** The text of the next item, which does not stand in one piece. */
const textGathered = ({ starts, lengths }: Items, bytes: Uint8Array, item: CollectedText): string =>
  bounded(lengths, starts.length, collectedText(item, bytes), item.goesOn);

/** The text of an item as it is kept; where that is the beginning alone, its length is noted. */
function bounded(lengths: Map<number, TextLength>, index: number, written: string, goesOn: boolean): string {
  const { text, length } = boundedText(unescapeText(written), goesOn);
  if (length) lengths.set(index, length);
  return text;
}

function add(
  { starts, ends, undos, texts }: Items,
  { start, end, undo }: { start: number; end: number; undo: Undo },
  text: string | null,
): void {
  starts.push(start);
  ends.push(end);
  undos.push(undo);
  texts.push(text);
}

function textAt(items: Items, bytes: Uint8Array, index: number): string | null {
  const { starts, ends, undos, texts } = items;
  const known = texts[index];
  if (known !== null) return known ?? null;
  const [start = 0, end = 0] = [starts[index], ends[index]];
  const undo = undos[index] ?? AS_IT_STANDS;
  const text = bounded(items.lengths, index, decode(bytes, start, end, undo), false);
  texts[index] = text;
  if (undo !== WITH_RETURNS) rememberText(bytes, start, end, text); // the same bytes in CDATA would mean something else
  return text;
}

/**
 * Reads on through items of one plain text, as nearly all are; leaves off in front of the first that is another, as `readPlainCells` does.
 */
function readPlainItems(scan: Scan, items: Items): void {
  if (scan.emptyTag || !knowsPlainNames(scan)) return;
  while (items.starts.length < MOST_CELLS) {
    const { at } = scan;
    if (!readPlainItem(scan, items)) {
      scan.at = at;
      return;
    }
  }
}

function readPlainItem(scan: Scan, items: Items): boolean {
  const { bytes, words, at } = scan;
  if (wordAt(words, at) !== ITEM) return false;
  const start = beginsAt(bytes, at + 4, '<t>') ? at + 7 : beginsAt(bytes, at + 4, SPACE_KEPT) ? at + 4 + SPACE_KEPT.length : 0;
  if (start === 0) return false;
  const known = knownTextEnd(bytes, words, start, items.trail);
  const end = known < 0 ? bytes.indexOf(LESS, start) : known;
  if (end < 0 || wordAt(words, end) !== TEXT_END || wordAt(words, end + 4) !== ITEM_END || byteAt(bytes, end + 8) !== GREATER) return false;
  scan.at = start;
  scan.textUndo = AS_IT_STANDS;
  if (known < 0 && end > start && (!readText(scan) || end - start > MOST_TEXT_BYTES)) return false;
  add(items, { start, end, undo: scan.textUndo }, known < 0 ? null : textAlong(items.trail));
  scan.at = end + 9;
  return true;
}
