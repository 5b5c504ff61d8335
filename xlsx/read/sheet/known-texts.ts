import { byteAt, LESS } from '../xml/characters.ts';
import { sameStretch, wordAt, wordsOf } from '../xml/words.ts';

/**
 * Texts that workbooks have in common: the plan's own, headers, choices. A hundred forms of one plan say the same three hundred, so
 * each is looked at and decoded once a process. They are known by their bytes; of two with the same slot the later stays; when the
 * room is full, all are forgotten.
 */
const ROOM = 512 * 1024;
const SLOTS = 16_384;
const LONGEST = 4096;

const room = new Uint8Array(ROOM);
const words = wordsOf(room);
let filled = 0;
/** Where the text of a slot begins and ends in the room: equal where there is none. */
const starts = new Int32Array(SLOTS);
const ends = new Int32Array(SLOTS);
const texts = new Array<string>(SLOTS).fill('');
/** The slot of the known text that came behind that of a slot last, and is likely to come again. */
const followers = new Uint16Array(SLOTS);

/** Where a reader stands among known texts: it looks first for the one that came next the last time. */
export interface Trail {
  slot: number;
}

/** Where the known text ends that stands at an offset up to the next `<`, -1 where none does; the trail then leads to it. */
export function knownTextEnd(bytes: Uint8Array, document: DataView, start: number, trail: Trail): number {
  const expected = followers[trail.slot] ?? 0;
  const length = lengthIn(expected);
  if (length > 0 && byteAt(bytes, start + length) === LESS && sameStretch(words, starts[expected] ?? 0, document, start, length)) {
    trail.slot = expected;
    return start + length;
  }
  const end = bytes.indexOf(LESS, start);
  const slot = end < 0 ? 0 : slotOf(document, start, end);
  if (end < 0 || !isIn(slot, document, start, end)) return -1;
  followers[trail.slot] = slot;
  trail.slot = slot;
  return end;
}

/** The text to which a trail leads. */
export const textAlong = ({ slot }: Trail): string => texts[slot] ?? '';

/** The text that a stretch of a document is, null where it is not known. */
export function knownText(document: DataView, start: number, end: number): string | null {
  const slot = slotOf(document, start, end);
  return isIn(slot, document, start, end) ? (texts[slot] ?? null) : null;
}

const lengthIn = (slot: number): number => (ends[slot] ?? 0) - (starts[slot] ?? 0);

const isIn = (slot: number, document: DataView, start: number, end: number): boolean =>
  end > start && lengthIn(slot) === end - start && sameStretch(words, starts[slot] ?? 0, document, start, end - start);

/** Remembers what a stretch of a document means that has been found sound. */
export function rememberText(document: Uint8Array, start: number, end: number, text: string): void {
  const length = end - start;
  if (length < 1 || length > LONGEST) return;
  if (filled + length > ROOM) {
    ends.set(starts);
    filled = 0;
  }
  const slot = slotOf(wordsOf(document), start, end);
  room.set(document.subarray(start, end), filled);
  starts[slot] = filled;
  filled += length;
  ends[slot] = filled;
  texts[slot] = text;
}

/** By every second word: the formulas of a form's rows differ in nothing but the rows' numbers. */
function slotOf(document: DataView, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end - 4; at += 8) hash = Math.imul(hash ^ wordAt(document, at), 0x9e3779b1);
  hash = Math.imul(hash ^ wordAt(document, end - 4), 0x9e3779b1);
  return hash >>> 18; // the fourteen bits of a slot
}
