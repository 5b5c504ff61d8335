import { byteAt, wideCharacter } from './characters.ts';
import { AS_IT_STANDS, decode } from './decode.ts';

/** No part of a workbook has more different names; a document that has is made to be slow. */
const MOST_NAMES = 4096;
const SLOTS = 8192;
const MOST_PROBES = 64;
const COLON = 0x3a;

/** The different names of one document, each with a number, so that names are compared and looked up without making strings. */
export interface Names {
  readonly bytes: Uint8Array;
  readonly slots: Uint16Array;
  readonly starts: number[];
  readonly lengths: number[];
  readonly texts: string[];
  /** Number of the name's prefix, 0 without one; and the part after the colon. */
  readonly prefixes: number[];
  readonly locals: string[];
  /** 1 for `xmlns`, 2 for `xmlns:…`, 0 for all others. */
  readonly declares: number[];
}

/** Number 0 is the empty name: the prefix of what has none. */
export function noNames(bytes: Uint8Array): Names {
  return { bytes, slots: new Uint16Array(SLOTS), starts: [0], lengths: [0], texts: [''], prefixes: [0], locals: [''], declares: [0] };
}

const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const REST = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;
const QUALIFIED_NAME = new RegExp(`^(?:([${START}][${REST}]*):)?([${START}][${REST}]*)$`, 'u');

/** The hash that a name's bytes begin with and are stirred into. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const stir = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** The number of the name between two offsets; -1 where it is no qualified name, or one too many. */
export function numberOf(names: Names, start: number, end: number, hash: number): number {
  const { bytes, slots, starts, lengths } = names;
  const length = end - start;
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let probe = 0; probe < MOST_PROBES; probe++) {
    const number = slots[slot] ?? 0;
    if (number === 0) return learn(names, start, end, slot);
    if (lengths[number] === length && sameBytes(bytes, starts[number] ?? 0, start, length)) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return -1;
}

/** Whether two stretches of a document are equal. */
export function sameBytes(bytes: Uint8Array, one: number, two: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (bytes[one + k] !== bytes[two + k]) return false;
  return true;
}

function learn(names: Names, start: number, end: number, slot: number): number {
  const number = names.texts.length;
  if (number >= MOST_NAMES || !isUtf8(names.bytes, start, end)) return -1;
  const text = decode(names.bytes, start, end, AS_IT_STANDS);
  const [, prefix, local] = QUALIFIED_NAME.exec(text) ?? [];
  if (local === undefined) return -1;
  names.slots[slot] = number;
  names.starts.push(start);
  names.lengths.push(end - start);
  names.texts.push(text);
  names.locals.push(local);
  names.prefixes.push(0);
  names.declares.push(text === 'xmlns' ? 1 : prefix === 'xmlns' ? 2 : 0);
  if (prefix === undefined) return number;
  const prefixNumber = numberOfStretch(names, start, names.bytes.indexOf(COLON, start));
  names.prefixes[number] = prefixNumber;
  return prefixNumber < 0 ? -1 : number;
}

/** The number of the name between two offsets, whose bytes nobody has stirred yet. */
export function numberOfStretch(names: Names, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = stir(hash, byteAt(names.bytes, at));
  return numberOf(names, start, end, hash);
}

function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const width = byteAt(bytes, at) < 0x80 ? 1 : wideCharacter(bytes, at);
    if (width === 0) return false;
    at += width;
  }
  return at === end;
}
