import { decode, type Undo } from './decode.ts';
import { emptyNames, type Name, type Names } from './names.ts';
import { type Namespaces, noNamespaces } from './namespaces.ts';
import { afterDeclaration } from './prolog.ts';
import { toUtf8 } from './utf-16.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export const MOST_DEEP = 256;
export const MOST_ATTRIBUTES = 128;

/** Where the scanner stands in a document, and what it has just read. Only the functions of this room write it. */
export interface Scan {
  readonly bytes: Uint8Array;
  readonly words: DataView;
  readonly vocabulary: Vocabulary;
  readonly names: Names;
  readonly namespaces: Namespaces;
  at: number;
  /** Element of the vocabulary that is open innermost; 0 for one it does not know. */
  node: number;
  /** The element that the last CLOSE closed. */
  closed: number;
  /** The name of the element last opened. */
  name: Name;
  /** Open elements, the root at 1: their number in the vocabulary, where their names stand. */
  depth: number;
  readonly nodes: number[];
  readonly tagStarts: number[];
  readonly tagLengths: number[];
  rooted: boolean;
  emptyTag: boolean;
  /** The text of a TEXT event. */
  textStart: number;
  textEnd: number;
  textUndo: Undo;
  /** The attributes of an OPEN event: names, their numbers in the vocabulary, values by offset. */
  attributes: number;
  readonly attributeNames: Name[];
  readonly attributeWords: number[];
  readonly valueStarts: number[];
  readonly valueEnds: number[];
  readonly valueUndos: Undo[];
  /** How many tags have been opened. */
  tagSerial: number;
}

/**
 * Begins to scan a document in UTF-8 or UTF-16 that has one zero byte behind it, or gives null where its encoding or XML declaration is
 * unsound. `next` goes on from there; it checks that the document is well-formed as it goes and expands nothing.
 */
export function startScan(document: Uint8Array, vocabulary: Vocabulary): Scan | null {
  const bytes = toUtf8(document);
  const at = bytes && afterDeclaration(bytes, bytes !== document);
  if (bytes === null || at === null) return null;
  const words = wordsOf(bytes);
  const names = emptyNames(bytes, words);
  return {
    bytes,
    words,
    vocabulary,
    names,
    namespaces: noNamespaces(vocabulary),
    at,
    node: 0,
    closed: 0,
    name: names.noPrefix,
    depth: 0,
    nodes: [0],
    tagStarts: [0],
    tagLengths: [0],
    rooted: false,
    emptyTag: false,
    textStart: 0,
    textEnd: 0,
    textUndo: 0,
    attributes: 0,
    attributeNames: [],
    attributeWords: [],
    valueStarts: [],
    valueEnds: [],
    valueUndos: [],
    tagSerial: 0,
  };
}

/** Whether, where the scanner stands, names without a prefix are names of the vocabulary. */
export const knowsPlainNames = ({ namespaces, names }: Scan): boolean => namespaces.shorts[names.noPrefix.namespace] === '';

/** The text of the TEXT event just read. */
export const textOf = (scan: Scan): string => decode(scan.bytes, scan.textStart, scan.textEnd, scan.textUndo);

/** Which of the tag's attributes is the one that the vocabulary numbers `word`; -1 where the tag has none. */
export function attributeAt(scan: Scan, word: number): number {
  for (let k = 0; k < scan.attributes; k++) if (scan.attributeWords[k] === word) return k;
  return -1;
}

/** The value of the tag's `k`-th attribute. */
export function valueAt(scan: Scan, k: number): string {
  return decode(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0, scan.valueUndos[k] ?? 0);
}

/** The value of an attribute of the tag just opened, or null. */
export function attributeOf(scan: Scan, word: number): string | null {
  const k = attributeAt(scan, word);
  return k < 0 ? null : valueAt(scan, k);
}
