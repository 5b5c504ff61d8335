import { MOST_TEXT_BYTES } from '../limits.ts';
import { beginningEnd } from './beginning.ts';
import { AS_IT_STANDS, decode, type Undo } from './decode.ts';
import type { Scan } from './scan.ts';

/**
 * Text that may come in pieces (comments, CDATA and runs break it up). One piece stays where it stands in the document until
 * somebody wants it as a string; that is how nearly every cell is.
 */
export interface CollectedText {
  pieces: number;
  start: number;
  end: number;
  undo: Undo;
  /** All pieces, once there are two. */
  joined: string;
  /** Whether more came than is gathered of one text: it is the beginning alone. */
  goesOn: boolean;
}

export const noCollectedText = (): CollectedText => ({ pieces: 0, start: 0, end: 0, undo: AS_IT_STANDS, joined: '', goesOn: false });

export function forget(gathered: CollectedText): void {
  gathered.pieces = 0;
  gathered.start = 0;
  gathered.end = 0;
  gathered.undo = AS_IT_STANDS;
  gathered.joined = '';
  gathered.goesOn = false;
}

/** Adds the text of the TEXT event just read, as far as there is room for it. */
export function collectText(gathered: CollectedText, scan: Scan): void {
  if (gathered.goesOn) return;
  const { bytes, textStart, textUndo } = scan;
  const before = gathered.pieces === 1 ? decode(bytes, gathered.start, gathered.end, gathered.undo) : gathered.joined;
  const end = beginningEnd(bytes, textStart, scan.textEnd, MOST_TEXT_BYTES - before.length);
  if (gathered.pieces === 0) {
    gathered.start = textStart;
    gathered.end = end;
    gathered.undo = textUndo;
  } else gathered.joined = before + decode(bytes, textStart, end, textUndo);
  gathered.goesOn = end < scan.textEnd;
  gathered.pieces++;
}

/** What has been gathered, as a string. */
export const collectedText = (gathered: CollectedText, bytes: Uint8Array): string =>
  gathered.pieces < 2 ? decode(bytes, gathered.start, gathered.end, gathered.undo) : gathered.joined;
