import { AMPERSAND, byteAt, HASH, isCharacter, SEMICOLON } from './characters.ts';

const PREDEFINED: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  lt: 0x3c,
  gt: 0x3e,
  amp: 0x26,
  apos: 0x27,
  quot: 0x22,
});
const LONGEST_REFERENCE = 64;
const NUMERIC = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/;

/**
 * Where the reference that begins at `at` ends, or -1 where it is none of the five predefined ones and no numeric one of an
 * XML character: no document may bring entities of its own.
 */
export function referenceEnd(bytes: Uint8Array, at: number): number {
  const end = semicolon(bytes, at);
  return end > 0 && referred(bytes, at, end) >= 0 ? end + 1 : -1;
}

/** The code point that a checked reference stands for, and where it ends. */
export function readReference(bytes: Uint8Array, at: number): { readonly code: number; readonly end: number } {
  const end = semicolon(bytes, at);
  return { code: referred(bytes, at, end), end: end + 1 };
}

function semicolon(bytes: Uint8Array, at: number): number {
  for (let end = at + 1; end < at + LONGEST_REFERENCE; end++) {
    const byte = byteAt(bytes, end);
    if (byte === SEMICOLON) return end;
    if (byte <= 0x20 || byte >= 0x80 || byte === AMPERSAND) return -1;
  }
  return -1;
}

function referred(bytes: Uint8Array, at: number, end: number): number {
  let name = '';
  for (let k = at + 1; k < end; k++) name += String.fromCharCode(byteAt(bytes, k));
  if (byteAt(bytes, at + 1) !== HASH) return PREDEFINED[name] ?? -1;
  const [, hexadecimal, decimal] = NUMERIC.exec(name) ?? [];
  const code = hexadecimal === undefined ? Number(decimal ?? -1) : Number.parseInt(hexadecimal, 16);
  return isCharacter(code) ? code : -1;
}
