import { byteAt, HASH, isCharacter, SEMICOLON } from './characters.ts';

/** The references that XML has of its own: the bytes behind the `&`, and the character meant. */
const NAMES = ['quot;', 'amp;', 'lt;', 'gt;', 'apos;'].map((name) => Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
const CODES = [0x22, 0x26, 0x3c, 0x3e, 0x27];
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
  const k = predefinedAt(bytes, at + 1);
  return k < 0 ? -1 : at + 1 + (NAMES[k]?.length ?? 0);
}

/** Reads a reference that `referenceEnd` has checked. */
export function readReference(bytes: Uint8Array, at: number): Reference {
  const numeric = byteAt(bytes, at + 1) === HASH ? numericReference(bytes, at) : null;
  if (numeric) return numeric;
  const k = predefinedAt(bytes, at + 1);
  return { code: CODES[k] ?? 0, end: at + 1 + (NAMES[k]?.length ?? 0) };
}

/** Which of them stands at an offset, -1 for none. */
function predefinedAt(bytes: Uint8Array, at: number): number {
  for (let k = 0; k < NAMES.length; k++) if (isAt(bytes, at, NAMES[k] ?? bytes)) return k;
  return -1;
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
