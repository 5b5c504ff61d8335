import { AMPERSAND, byteAt, CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from './characters.ts';
import { readReference } from './references.ts';

/** Nothing to undo but UTF-8. */
export const AS_IT_STANDS = 0;
/** Text with references or carriage returns. */
export const WITH_REFERENCES = 1;
/** CDATA with carriage returns. */
export const WITH_RETURNS = 2;
/** An attribute's value with references or white space other than blanks. */
export const ATTRIBUTE_VALUE = 3;
export type Undo = 0 | 1 | 2 | 3;

/** The platform's own decoder, which browsers and Node both have; no library of types that this room may use declares it. */
declare const TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** From here on the platform's decoder is faster than a loop. */
const LONG = 16;
const units = new Uint16Array(4096); // scratch of one call at a time: nothing here waits
/** Its beginnings ready made: short strings are many. */
const heads = Array.from({ length: LONG }, (_, length) => units.subarray(0, length));

/** The text between two offsets of a document that the scanner has checked, as XML means it. */
export function decode(bytes: Uint8Array, start: number, end: number, undo: Undo): string {
  if (undo === AS_IT_STANDS && end - start >= LONG) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  let filled = 0;
  let at = start;
  while (at < end) {
    if (filled > 4090) {
      text += String.fromCharCode.apply(null, units.subarray(0, filled) as unknown as number[]); // apply takes anything array-like
      filled = 0;
    }
    const byte = byteAt(bytes, at);
    if (byte < 0x80) {
      if (undo === AS_IT_STANDS || (byte !== AMPERSAND && byte > SPACE)) {
        units[filled++] = byte;
        at++;
      } else if (byte === AMPERSAND && undo !== WITH_RETURNS) {
        const { code, end: after } = readReference(bytes, at);
        filled = append(code, filled);
        at = after;
      } else {
        const pair = byte === CARRIAGE_RETURN && byteAt(bytes, at + 1) === LINE_FEED;
        units[filled++] = spaceMeant(byte, undo);
        at += pair ? 2 : 1;
      }
    } else if (byte < 0xe0) {
      units[filled++] = ((byte & 0x1f) << 6) | (byteAt(bytes, at + 1) & 0x3f);
      at += 2;
    } else if (byte < 0xf0) {
      units[filled++] = ((byte & 0x0f) << 12) | ((byteAt(bytes, at + 1) & 0x3f) << 6) | (byteAt(bytes, at + 2) & 0x3f);
      at += 3;
    } else {
      const tail = ((byteAt(bytes, at + 1) & 0x3f) << 12) | ((byteAt(bytes, at + 2) & 0x3f) << 6) | (byteAt(bytes, at + 3) & 0x3f);
      filled = append(((byte & 0x07) << 18) | tail, filled);
      at += 4;
    }
  }
  const last = String.fromCharCode.apply(null, (heads[filled] ?? units.subarray(0, filled)) as unknown as number[]); // as above
  return text === '' ? last : text + last;
}

function spaceMeant(byte: number, undo: Undo): number {
  if (undo === ATTRIBUTE_VALUE && (byte === TAB || byte === LINE_FEED || byte === CARRIAGE_RETURN)) return SPACE;
  return byte === CARRIAGE_RETURN ? LINE_FEED : byte;
}

function append(code: number, filled: number): number {
  if (code < 0x10000) {
    units[filled] = code;
    return filled + 1;
  }
  units[filled] = 0xd7c0 + (code >> 10);
  units[filled + 1] = 0xdc00 | (code & 0x3ff);
  return filled + 2;
}
