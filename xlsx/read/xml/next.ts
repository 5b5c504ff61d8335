import {
  AMPERSAND,
  BANG,
  byteAt,
  CARRIAGE_RETURN,
  CLOSE_BRACKET,
  FORBIDDEN,
  GREATER,
  isSpace,
  LESS,
  PLAIN,
  QUESTION,
  SLASH,
  TEXT_KIND,
  WIDE,
  wideCharacter,
} from './characters.ts';
import { AS_IT_STANDS, type Undo, WITH_REFERENCES, WITH_RETURNS } from './decode.ts';
import { END, FAULT, TEXT, type XmlEvent } from './events.ts';
import { afterCdata, afterComment, afterInstruction, beginsAt } from './markup.ts';
import { referenceEnd } from './references.ts';
import type { Scan } from './scan.ts';
import { closeElement, closeTag, openTag } from './tags.ts';

/**
 * Reads on to the next event of a document: an element opens or closes, text of an element whose text the vocabulary wants, the
 * end, or a fault: what is no well-formed XML, a DOCTYPE, an entity of the document's own, nesting without end. After a fault or
 * the end there is nothing more to read.
 */
export function next(scan: Scan): XmlEvent {
  if (scan.emptyTag) {
    scan.emptyTag = false;
    return closeElement(scan);
  }
  const { bytes } = scan;
  for (;;) {
    if (scan.depth === 0) skipSpace(scan);
    if (scan.at >= bytes.length - 1) return scan.depth === 0 && scan.rooted ? END : FAULT;
    if (byteAt(bytes, scan.at) !== LESS) {
      if (scan.depth === 0 || !readText(scan)) return FAULT;
      if (scan.vocabulary.texts[scan.node] === 1) return TEXT;
      continue;
    }
    const mark = byteAt(bytes, scan.at + 1);
    if (mark === SLASH) return closeTag(scan);
    if (mark !== BANG && mark !== QUESTION) return openTag(scan);
    if (beginsAt(bytes, scan.at, '<![CDATA[')) {
      if (scan.depth === 0 || !readCdata(scan)) return FAULT;
      if (scan.vocabulary.texts[scan.node] === 1) return TEXT;
      continue;
    }
    const after = mark === QUESTION ? afterInstruction(scan.names, scan.at) : afterComment(bytes, scan.at);
    if (after < 0) return FAULT;
    scan.at = after;
  }
}

function skipSpace(scan: Scan): void {
  while (isSpace(byteAt(scan.bytes, scan.at))) scan.at++;
}

/** Reads text up to the next `<`; false where it is unsound. */
export function readText(scan: Scan): boolean {
  const { bytes } = scan;
  let at = scan.at;
  let undo: Undo = AS_IT_STANDS;
  for (;;) {
    const byte = byteAt(bytes, at);
    const kind = TEXT_KIND[byte] ?? FORBIDDEN;
    if (kind === PLAIN) at++;
    else if (kind === WIDE) {
      const width = wideCharacter(bytes, at);
      if (width === 0) return false;
      at += width;
    } else if (byte === LESS) break;
    else if (byte === CLOSE_BRACKET) {
      if (byteAt(bytes, at + 1) === CLOSE_BRACKET && byteAt(bytes, at + 2) === GREATER) return false;
      at++;
    } else if (byte === AMPERSAND) {
      at = referenceEnd(bytes, at);
      if (at < 0) return false;
      undo = WITH_REFERENCES;
    } else if (byte === CARRIAGE_RETURN) {
      undo = WITH_REFERENCES;
      at++;
    } else return false;
  }
  scan.textStart = scan.at;
  scan.textEnd = at;
  scan.textUndo = undo;
  scan.at = at;
  return true;
}

function readCdata(scan: Scan): boolean {
  const start = scan.at + '<![CDATA['.length;
  const after = afterCdata(scan.bytes, start);
  if (after < 0) return false;
  scan.textStart = start;
  scan.textEnd = after - ']]>'.length;
  scan.textUndo = WITH_RETURNS;
  scan.at = after;
  return true;
}
