import { LESS } from '../../read/xml/characters.ts';
import { AS_IT_STANDS, decode } from '../../read/xml/decode.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../../read/xml/events.ts';
import { next } from '../../read/xml/next.ts';
import { afterDeclaration } from '../../read/xml/prolog.ts';
import { type Scan, startScan, textOf, valueAt } from '../../read/xml/scan.ts';
import { vocabulary } from '../../read/xml/vocabulary.ts';
import { type Splice, spliced } from './splice.ts';
import { opening } from './tag.ts';

/** An element of a small part, and where it stands. Elements deeper than the parts of this room need are not listed. */
export interface XmlElement {
  /** Without its prefix; elements of other namespaces than the root's are not listed. */
  readonly name: string;
  /** `x:`, or nothing. */
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text. */
  readonly text: string;
  readonly start: number;
  readonly tagEnd: number;
  /** Where its end tag begins; equal to `tagEnd` where it has no content, also as `<a/>`. */
  readonly contentEnd: number;
  readonly end: number;
  readonly empty: boolean;
}

/** A small part as a tree over its bytes. */
export interface Tree {
  readonly bytes: Uint8Array;
  readonly root: XmlElement;
  /** URI of the root's namespace. */
  readonly namespace: string;
  /** What of the bytes is written out again: without the mark of its end, and without a declaration of UTF-16. */
  readonly extent: { readonly start: number; readonly end: number };
}

const ANYTHING = vocabulary({ namespaces: {}, elements: {}, texts: [0] });
const MOST_DEEP = 5;
/** A part with more is none that a program writes. */
const MOST_ELEMENTS = 400_000;

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { readonly children: XmlElement[] };

/** Reads a part, which has one zero byte behind it, as a tree; null where its XML is unsound. */
export function treeOf(document: Uint8Array): Tree | null {
  const scan = startScan(document, ANYTHING);
  if (!scan) return null;
  const open: (Open | null)[] = [];
  let root: Open | null = null;
  let namespace = 0;
  let count = 0;
  for (let event = next(scan); event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) {
      const last = open.at(-1);
      if (last) last.text += textOf(scan);
    } else if (event === CLOSE) {
      const last = open.pop();
      if (last) closeElement(last, scan);
    } else if (event === OPEN) {
      const own = (scan.name.prefix ?? scan.names.noPrefix).namespace;
      if (!root) namespace = own;
      const parent = open.at(-1);
      const listed: boolean = own === namespace && scan.depth <= MOST_DEEP && (parent !== null || !root);
      const element: Open | null = listed ? elementOf(scan) : null;
      if (element && ++count > MOST_ELEMENTS) return null;
      if (element) parent?.children.push(element);
      root ??= element;
      open.push(element);
    }
  }
  if (!root) return null;
  const uri = [...scan.namespaces.numbers].find(([, number]) => number === namespace)?.[0] ?? '';
  return { bytes: scan.bytes, root, namespace: uri, extent: extentOf(scan, document) };
}

/** What is written out again of a document that was scanned. */
export function extentOf({ bytes }: Scan, document: Uint8Array): Tree['extent'] {
  return { start: bytes === document ? 0 : (afterDeclaration(bytes, true) ?? 0), end: bytes.length - 1 };
}

function elementOf(scan: Scan): Open {
  const { text, local } = scan.name;
  const start = (scan.tagStarts[scan.depth] ?? 0) - 1;
  return {
    name: local,
    prefix: text.slice(0, text.length - local.length),
    attributes: new Map(scan.attributeNames.slice(0, scan.attributes).map((name, k) => [name.text, valueAt(scan, k)])),
    children: [],
    text: '',
    start,
    tagEnd: scan.at,
    contentEnd: scan.at,
    end: scan.at,
    empty: scan.emptyTag,
  };
}

function closeElement(element: Open, { bytes, at }: Scan): void {
  element.end = at;
  if (!element.empty) element.contentEnd = bytes.lastIndexOf(LESS, at - 1);
}

export const childOf = ({ children }: XmlElement, name: string): XmlElement | undefined => children.find((child) => child.name === name);

/** The start tag as it is written. */
export const tagOf = ({ bytes }: Tree, { start, tagEnd }: XmlElement): string => decode(bytes, start, tagEnd, AS_IT_STANDS);

/** Puts `text` behind everything that an element holds. Only one such splice of an element that is empty may be made. */
export function appendTo(tree: Tree, element: XmlElement, text: string): Splice {
  if (!element.empty) return { start: element.contentEnd, end: element.contentEnd, text };
  const tag = opening(tagOf(tree, element));
  return { start: element.start, end: element.end, text: `${tag}${text}</${element.prefix}${element.name}>` };
}

/** Puts `text` in front of the first child that the format has behind it, or behind all. */
export function insertInto(tree: Tree, element: XmlElement, before: ReadonlySet<string>, text: string): Splice {
  const next = element.children.find(({ name }) => before.has(name));
  return next ? { start: next.start, end: next.start, text } : appendTo(tree, element, text);
}

export const bytesOfTree = (tree: Tree, splices: readonly Splice[]): Uint8Array => spliced(tree.bytes, tree.extent, splices);
