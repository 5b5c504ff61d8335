import { AMPERSAND, byteAt, SEMICOLON } from './characters.ts';

/** No reference that the scanner takes is longer. */
const LONGEST_REFERENCE = 24;

/** Where a text ends, or, beyond `most` bytes, a beginning of it that cuts neither a character nor a reference in two. */
export function beginningEnd(bytes: Uint8Array, start: number, end: number, most: number): number {
  if (end - start <= most) return end;
  let at = Math.max(start, start + most);
  while (at > start && (byteAt(bytes, at) & 0xc0) === 0x80) at--;
  for (let back = at - 1; back >= start && back > at - LONGEST_REFERENCE; back--) {
    const byte = byteAt(bytes, back);
    if (byte === SEMICOLON) break;
    if (byte === AMPERSAND) return back;
  }
  return at;
}
