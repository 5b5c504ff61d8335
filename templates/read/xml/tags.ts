import {
  AMPERSAND,
  ATTRIBUTE_KIND,
  byteAt,
  DOUBLE_QUOTE,
  EQUALS,
  FORBIDDEN,
  GREATER,
  isSpace,
  LESS,
  NAME_KIND,
  PLAIN,
  SINGLE_QUOTE,
  SLASH,
  WIDE,
  wideCharacter,
} from './characters.ts';
import { AS_IT_STANDS, ATTRIBUTE_VALUE } from './decode.ts';
import { CLOSE, type Event, FAULT, OPEN } from './events.ts';
import {
  DECLARES_DEFAULT,
  DECLARES_PREFIX,
  HASH_SEED,
  type Name,
  type Names,
  nameIn,
  nameOfStretch,
  PLAIN_NAME,
  PREFIXED,
  sameBytes,
  stir,
} from './names.ts';
import { attributeWord, bind, stepOf, unbind } from './namespaces.ts';
import { referenceEnd } from './references.ts';
import { MOST_ATTRIBUTES, MOST_DEEP, type Scan, valueAt } from './scan.ts';

/** Reads the start tag at the scanner's place. */
export function openTag(scan: Scan): Event {
  const start = scan.at + 1;
  const name = nameAt(scan.names, start);
  if (name === null || scan.depth >= MOST_DEEP || (scan.depth === 0 && scan.rooted)) return FAULT;
  const depth = scan.depth + 1;
  scan.depth = depth;
  scan.tagStarts[depth] = start;
  scan.tagLengths[depth] = name.length;
  if (!readAttributes(scan, start + name.length)) return FAULT;
  const { namespaces, vocabulary } = scan;
  const { namespace } = name.prefix ?? scan.names.noPrefix;
  if (name.prefix && namespace === 0) return FAULT;
  const step = stepOf(namespaces, vocabulary, name, namespace);
  const known = depth === 1 || scan.node !== 0;
  const node = known && step !== 0 ? (vocabulary.children[scan.node * vocabulary.width + step] ?? 0) : 0;
  scan.node = node;
  scan.nodes[depth] = node;
  scan.name = name;
  if (depth === 1) {
    if (node === 0 && vocabulary.elements.size > 0) return FAULT;
    scan.rooted = true;
  }
  return OPEN;
}

/** Reads the end tag at the scanner's place. */
export function closeTag(scan: Scan): Event {
  const { bytes, depth } = scan;
  const start = scan.at + 2;
  const length = scan.tagLengths[depth] ?? 0;
  if (depth === 0 || !sameBytes(bytes, start, scan.tagStarts[depth] ?? 0, length)) return FAULT;
  const at = afterSpace(bytes, start + length);
  if (byteAt(bytes, at) !== GREATER) return FAULT;
  scan.at = at + 1;
  return closeElement(scan);
}

/** Leaves the innermost element. */
export function closeElement(scan: Scan): Event {
  if (scan.namespaces.replaced.length > 0) unbind(scan.namespaces, scan.depth);
  scan.closed = scan.node;
  scan.depth--;
  scan.node = scan.nodes[scan.depth] ?? 0;
  return CLOSE;
}

/** The name at an offset, null where none is. */
function nameAt(names: Names, start: number): Name | null {
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

/** Reads attributes from behind the tag's name up to and with the tag's end. */
function readAttributes(scan: Scan, start: number): boolean {
  const { bytes, names } = scan;
  const serial = ++scan.tagSerial;
  let plain = true;
  let at = start;
  for (let k = 0; ; k++) {
    const before = at;
    at = afterSpace(bytes, at);
    const byte = byteAt(bytes, at);
    if (byte === GREATER || byte === SLASH) {
      scan.attributes = k;
      return endTag(scan, at) && (plain || nameAttributes(scan));
    }
    const name = at === before || k >= MOST_ATTRIBUTES ? null : nameAt(names, at);
    if (name === null || name.lastTag === serial) return false;
    name.lastTag = serial;
    if (name.kind !== PLAIN_NAME) plain = false;
    else if (name.attributeNamespace !== 0) attributeWord(scan.namespaces, scan.vocabulary, name, 0);
    scan.attributeNames[k] = name;
    scan.attributeWords[k] = name.kind === PLAIN_NAME ? name.attribute : 0;
    at = afterSpace(bytes, at + name.length);
    if (byteAt(bytes, at) !== EQUALS) return false;
    at = afterSpace(bytes, at + 1);
    const quote = byteAt(bytes, at);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return false;
    scan.valueStarts[k] = ++at;
    while (ATTRIBUTE_KIND[byteAt(bytes, at)] === PLAIN) at++;
    scan.valueUndos[k] = AS_IT_STANDS;
    if (byteAt(bytes, at) !== quote) at = valueEnd(scan, k, at, quote);
    if (at < 0) return false;
    scan.valueEnds[k] = at;
    at++;
  }
}

function endTag(scan: Scan, at: number): boolean {
  scan.emptyTag = byteAt(scan.bytes, at) === SLASH;
  scan.at = at + (scan.emptyTag ? 2 : 1);
  return byteAt(scan.bytes, scan.at - 1) === GREATER;
}

/** The end of a value from where it is no longer plain, -1 where it is unsound. */
function valueEnd(scan: Scan, k: number, start: number, quote: number): number {
  const { bytes } = scan;
  let at = start;
  for (;;) {
    const byte = byteAt(bytes, at);
    const kind = ATTRIBUTE_KIND[byte] ?? FORBIDDEN;
    if (kind === PLAIN) at++;
    else if (kind === WIDE) {
      const width = wideCharacter(bytes, at);
      if (width === 0) return -1;
      at += width;
    } else if (byte === quote) return at;
    else if (kind === FORBIDDEN || byte === LESS) return -1;
    else if (byte === AMPERSAND) {
      at = referenceEnd(bytes, at);
      if (at < 0) return -1;
      scan.valueUndos[k] = ATTRIBUTE_VALUE;
    } else {
      if (isSpace(byte)) scan.valueUndos[k] = ATTRIBUTE_VALUE;
      at++;
    }
  }
}

/** Binds the prefixes that the tag declares, then looks up its attributes that have one. */
function nameAttributes(scan: Scan): boolean {
  for (let k = 0; k < scan.attributes; k++) if (!declare(scan, k)) return false;
  for (let k = 0; k < scan.attributes; k++) if (!nameAttribute(scan, k)) return false;
  return true;
}

function declare(scan: Scan, k: number): boolean {
  const { names } = scan;
  const name = scan.attributeNames[k];
  if (name?.kind !== DECLARES_DEFAULT && name?.kind !== DECLARES_PREFIX) return true;
  const { start, length } = name;
  const prefix = name.kind === DECLARES_DEFAULT ? names.noPrefix : nameOfStretch(names, start + 'xmlns:'.length, start + length);
  return prefix !== null && bind(scan.namespaces, scan.depth, prefix, valueAt(scan, k));
}

/** False where the attribute's prefix is not bound, or an earlier one of the tag is the same under another prefix. */
function nameAttribute(scan: Scan, k: number): boolean {
  const name = scan.attributeNames[k];
  if (name?.kind !== PREFIXED || !name.prefix) return true;
  const { namespace } = name.prefix;
  if (namespace === 0 || isRepeated(scan, k, name.local, namespace)) return false;
  scan.attributeWords[k] = attributeWord(scan.namespaces, scan.vocabulary, name, namespace);
  return true;
}

function isRepeated({ attributeNames }: Scan, k: number, local: string, namespace: number): boolean {
  for (let earlier = 0; earlier < k; earlier++) {
    const other = attributeNames[earlier];
    if (other?.prefix?.namespace === namespace && other.local === local) return true;
  }
  return false;
}

function afterSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isSpace(byteAt(bytes, at))) at++;
  return at;
}
