import { AS_IT_STANDS, decode, type Undo } from './decode.ts';
import { type Scan, textOf } from './scan.ts';

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
}

export const noCollectedText = (): CollectedText => ({ pieces: 0, start: 0, end: 0, undo: AS_IT_STANDS, joined: '' });

export function forget(gathered: CollectedText): void {
  gathered.pieces = 0;
  gathered.start = 0;
  gathered.end = 0;
  gathered.undo = AS_IT_STANDS;
  gathered.joined = '';
}

/** Adds the text of the TEXT event just read. */
export function collectText(gathered: CollectedText, scan: Scan): void {
  if (gathered.pieces === 0) {
    gathered.start = scan.textStart;
    gathered.end = scan.textEnd;
    gathered.undo = scan.textUndo;
  } else {
    const before = gathered.pieces === 1 ? decode(scan.bytes, gathered.start, gathered.end, gathered.undo) : gathered.joined;
    gathered.joined = before + textOf(scan);
  }
  gathered.pieces++;
}

/** What has been gathered, as a string. */
export const collectedText = (gathered: CollectedText, bytes: Uint8Array): string =>
  gathered.pieces < 2 ? decode(bytes, gathered.start, gathered.end, gathered.undo) : gathered.joined;
