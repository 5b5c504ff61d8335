import { byteAt, NAME_KIND } from './characters.ts';
import { spellingOf } from './spelling.ts';
import { sameStretch } from './words.ts';

/** No part of a workbook has more different names; a document that has is made to be slow. */
const MOST_NAMES = 1024;
const BUCKETS = 128;
const LONGEST_CHAIN = 64;

/** How an attribute of a name is looked at; bits, so that a tag can say which of them it has. */
export const PLAIN_NAME = 0;
export const PREFIXED = 1;
/** `xmlns` */
export const DECLARES_DEFAULT = 2;
/** `xmlns:…` */
export const DECLARES_PREFIX = 4;

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
  /** The name that came behind it last, and is likely to come again: a sheet says the same few in the same order. */
  follower: Name | null;
  readonly nextInBucket: Name | null;
}

export interface Names {
  readonly bytes: Uint8Array;
  readonly buckets: (Name | null)[];
  readonly words: DataView;
  /** The name that was met last. */
  last: Name;
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
  follower: null,
  nextInBucket,
});

export function emptyNames(bytes: Uint8Array, words: DataView): Names {
  const noPrefix = aName(0, 0, '', '', PLAIN_NAME, null);
  return { bytes, words, buckets: new Array<Name | null>(BUCKETS).fill(null), noPrefix, last: noPrefix, count: 0 };
}

/** The hash that a name's bytes begin with and are stirred into. */
const HASH_SEED = 0x811c9dc5 | 0;
const multiply = Math.imul;
const stir = (hash: number, byte: number): number => multiply(hash ^ byte, 0x01000193);

/** The name between two offsets; null where it is no qualified name, or one too many. */
function nameIn(names: Names, start: number, end: number, hash: number): Name | null {
  const { buckets, words } = names;
  const length = end - start;
  const bucket = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  const first = buckets[bucket] ?? null;
  let chain = 0;
  for (let name = first; name !== null; name = name.nextInBucket) {
    if (name.length === length && sameStretch(words, name.start, words, start, length)) return name;
    if (++chain > LONGEST_CHAIN) return null;
  }
  return learn(names, start, end, hash, bucket);
}

/** The name at an offset, null where none is. */
export function nameAt(names: Names, start: number): Name | null {
  const { bytes, words, last } = names;
  const expected = last.follower;
  if (
    expected !== null &&
    start + expected.length < bytes.length &&
    NAME_KIND[byteAt(bytes, start + expected.length)] === 0 &&
    sameStretch(words, expected.start, words, start, expected.length)
  ) {
    names.last = expected;
    return expected;
  }
  let at = start;
  let hash = HASH_SEED;
  for (let byte = byteAt(bytes, at); NAME_KIND[byte] === 1; byte = byteAt(bytes, ++at)) hash = stir(hash, byte);
  const name = at === start ? null : nameIn(names, start, at, hash);
  if (name === null) return null;
  last.follower = name;
  names.last = name;
  return name;
}

/** The name between two offsets, whose bytes nobody has stirred yet. */
export function nameOfStretch(names: Names, start: number, end: number): Name | null {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = stir(hash, byteAt(names.bytes, at));
  return nameIn(names, start, end, hash);
}

function learn(names: Names, start: number, end: number, hash: number, bucket: number): Name | null {
  const spelling = names.count < MOST_NAMES ? spellingOf(names.bytes, start, end, hash) : null;
  if (spelling === null) return null;
  const { text, prefix, local } = spelling;
  const name = aName(start, end - start, text, local, kindOf(text, prefix), names.buckets[bucket] ?? null);
  names.buckets[bucket] = name;
  names.count++;
  if (prefix === undefined) return name;
  name.prefix = nameOfStretch(names, start, names.bytes.indexOf(COLON, start));
  return name.prefix && name;
}

const COLON = 0x3a;

function kindOf(text: string, prefix: string | undefined): number {
  if (prefix === undefined) return text === 'xmlns' ? DECLARES_DEFAULT : PLAIN_NAME;
  return prefix === 'xmlns' ? DECLARES_PREFIX : PREFIXED;
}
