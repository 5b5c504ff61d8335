import { byteAt, NAME_KIND, wideCharacter } from './characters.ts';
import { AS_IT_STANDS, decode } from './decode.ts';

/** No part of a workbook has more different names; a document that has is made to be slow. */
const MOST_NAMES = 1024;
const BUCKETS = 256;
const LONGEST_CHAIN = 64;

/** How an attribute of a name is looked at. */
export const PLAIN_NAME = 0;
export const PREFIXED = 1;
/** `xmlns` */
export const DECLARES_DEFAULT = 2;
/** `xmlns:…` */
export const DECLARES_PREFIX = 3;

/** One of the different names of a document: names are compared by identity, so that a tag makes no strings. */
export interface Name {
  /** Where it stands first. */
  readonly start: number;
  readonly length: number;
  readonly text: string;
  /** The part after the colon. */
  readonly local: string;
  /** The part before the colon as a name of its own, `noPrefix` without one. */
  prefix: Name | null;
  readonly kind: number;
  /** As a prefix: the namespace that is bound to it where the scanner stands, 0 for none. */
  namespace: number;
  /** As an element and as an attribute: in which namespace it was looked up last, and which word of the vocabulary it was there. */
  stepNamespace: number;
  step: number;
  attributeNamespace: number;
  attribute: number;
  /** The last tag in which it was an attribute: twice in one tag is refused. */
  lastTag: number;
  readonly nextInBucket: Name | null;
}

export interface Names {
  readonly bytes: Uint8Array;
  readonly buckets: (Name | null)[];
  /** The names of one letter by their byte: those of cells and their attributes. */
  readonly short: (Name | null)[];
  /** What a default namespace is bound to. */
  readonly noPrefix: Name;
  count: number;
}

const NOT_LOOKED_UP = -1;

const aName = (start: number, length: number, text: string, local: string, kind: number, nextInBucket: Name | null): Name => ({
  start,
  length,
  text,
  local,
  prefix: null,
  kind,
  namespace: text === 'xml' ? 1 : 0,
  stepNamespace: NOT_LOOKED_UP,
  step: 0,
  attributeNamespace: NOT_LOOKED_UP,
  attribute: 0,
  lastTag: 0,
  nextInBucket,
});

export const noNames = (bytes: Uint8Array): Names => ({
  bytes,
  buckets: new Array<Name | null>(BUCKETS).fill(null),
  short: new Array<Name | null>(BUCKETS).fill(null),
  noPrefix: aName(0, 0, '', '', PLAIN_NAME, null),
  count: 0,
});

/** The hash that a name's bytes begin with and are stirred into. */
const HASH_SEED = 0x811c9dc5 | 0;
const multiply = Math.imul;
const stir = (hash: number, byte: number): number => multiply(hash ^ byte, 0x01000193);

/** The name between two offsets; null where it is no qualified name, or one too many. */
function nameIn(names: Names, start: number, end: number, hash: number): Name | null {
  const { bytes, buckets } = names;
  const length = end - start;
  const bucket = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  const first = buckets[bucket] ?? null;
  let chain = 0;
  for (let name = first; name !== null; name = name.nextInBucket) {
    if (name.length === length && sameBytes(bytes, name.start, start, length)) return name;
    if (++chain > LONGEST_CHAIN) return null;
  }
  return learn(names, start, end, bucket);
}

/** The name at an offset, null where none is. */
export function nameAt(names: Names, start: number): Name | null {
  const { bytes } = names;
  if (NAME_KIND[byteAt(bytes, start + 1)] === 0) {
    const known = names.short[byteAt(bytes, start)];
    if (known) return known;
  }
  let at = start;
  let hash = HASH_SEED;
  for (let byte = byteAt(bytes, at); NAME_KIND[byte] === 1; byte = byteAt(bytes, ++at)) hash = stir(hash, byte);
  return at === start ? null : nameIn(names, start, at, hash);
}

/** The name between two offsets, whose bytes nobody has stirred yet. */
export function nameOfStretch(names: Names, start: number, end: number): Name | null {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = stir(hash, byteAt(names.bytes, at));
  return nameIn(names, start, end, hash);
}

/** Whether two stretches of a document are equal. */
export function sameBytes(bytes: Uint8Array, one: number, two: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (bytes[one + k] !== bytes[two + k]) return false;
  return true;
}

const ASCII_NAME = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;
const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const REST = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;
const ANY_NAME = new RegExp(`^(?:([${START}][${REST}]*):)?([${START}][${REST}]*)$`, 'u');

function learn(names: Names, start: number, end: number, bucket: number): Name | null {
  if (names.count >= MOST_NAMES || !isUtf8(names.bytes, start, end)) return null;
  const text = decode(names.bytes, start, end, AS_IT_STANDS);
  const [, prefix, local] = ASCII_NAME.exec(text) ?? ANY_NAME.exec(text) ?? [];
  if (local === undefined) return null;
  const name = aName(start, end - start, text, local, kindOf(text, prefix), names.buckets[bucket] ?? null);
  names.buckets[bucket] = name;
  names.count++;
  if (end - start === 1) names.short[byteAt(names.bytes, start)] = name;
  if (prefix === undefined) return name;
  name.prefix = nameOfStretch(names, start, names.bytes.indexOf(COLON, start));
  return name.prefix && name;
}

const COLON = 0x3a;

function kindOf(text: string, prefix: string | undefined): number {
  if (prefix === undefined) return text === 'xmlns' ? DECLARES_DEFAULT : PLAIN_NAME;
  return prefix === 'xmlns' ? DECLARES_PREFIX : PREFIXED;
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
