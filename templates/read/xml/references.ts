import { byteAt, HASH, isCharacter, SEMICOLON } from './characters.ts';

/** The references that XML has of its own: the bytes behind the `&`, and the character meant. */
const PREDEFINED: readonly (readonly [name: Uint8Array, code: number])[] = [
  ['quot;', 0x22],
  ['amp;', 0x26],
  ['lt;', 0x3c],
  ['gt;', 0x3e],
  ['apos;', 0x27],
].map(([name, code]) => [Uint8Array.from(String(name), (letter) => letter.charCodeAt(0)), Number(code)]);
const MOST_DIGITS = 16;

/** A reference that stands in a document: the code point it means, and the offset behind it. */
export interface Reference {
  readonly code: number;
  readonly end: number;
}

/**
 * Where the reference that begins at `at` ends, or -1 where it is none of the five predefined ones and no numeric one of an
 * XML character: no document may bring entities of its own.
 */
export function referenceEnd(bytes: Uint8Array, at: number): number {
  if (byteAt(bytes, at + 1) === HASH) return numericReference(bytes, at)?.end ?? -1;
  for (const [name] of PREDEFINED) if (isAt(bytes, at + 1, name)) return at + 1 + name.length;
  return -1;
}

/** Reads a reference that `referenceEnd` has checked. */
export function readReference(bytes: Uint8Array, at: number): Reference {
  const numeric = byteAt(bytes, at + 1) === HASH ? numericReference(bytes, at) : null;
  if (numeric) return numeric;
  const [name, code] = PREDEFINED.find(([sought]) => isAt(bytes, at + 1, sought)) ?? [[], 0];
  return { code, end: at + 1 + name.length };
}

function isAt(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let k = 0; k < name.length; k++) if (bytes[at + k] !== name[k]) return false;
  return true;
}

function numericReference(bytes: Uint8Array, at: number): Reference | null {
  const hexadecimal = byteAt(bytes, at + 2) === 0x78;
  const start = at + (hexadecimal ? 3 : 2);
  const base = hexadecimal ? 16 : 10;
  let code = 0;
  let end = start;
  for (let digit = digitOf(byteAt(bytes, end)); digit < base && end - start < MOST_DIGITS; digit = digitOf(byteAt(bytes, end))) {
    code = code * base + digit;
    end++;
  }
  return end > start && byteAt(bytes, end) === SEMICOLON && isCharacter(code) ? { code, end: end + 1 } : null;
}

/** The value of a hexadecimal digit, 16 for anything else. */
function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16;
}
