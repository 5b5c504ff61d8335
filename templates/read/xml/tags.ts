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
import { AS_IT_STANDS, ATTRIBUTE_VALUE, type Undo } from './decode.ts';
import { CLOSE, type Event, FAULT, OPEN } from './events.ts';
import {
  DECLARES_DEFAULT,
  DECLARES_PREFIX,
  HASH_SEED,
  type Name,
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
  scan.at = start;
  const name = readName(scan);
  if (name === null || scan.depth >= MOST_DEEP || (scan.depth === 0 && scan.rooted)) return FAULT;
  const depth = scan.depth + 1;
  scan.depth = depth;
  scan.tagStarts[depth] = start;
  scan.tagLengths[depth] = name.length;
  if (!readAttributes(scan)) return FAULT;
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
  let at = start + length;
  while (isSpace(byteAt(bytes, at))) at++;
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

function readName(scan: Scan): Name | null {
  const { bytes } = scan;
  const start = scan.at;
  let at = start;
  let hash = HASH_SEED;
  for (let byte = byteAt(bytes, at); NAME_KIND[byte] === 1; byte = byteAt(bytes, ++at)) hash = stir(hash, byte);
  scan.at = at;
  return at === start ? null : nameIn(scan.names, start, at, hash);
}

/** Reads attributes up to and with the tag's end. */
function readAttributes(scan: Scan): boolean {
  const { bytes } = scan;
  const serial = ++scan.tagSerial;
  let plain = true;
  for (scan.attributes = 0; ; scan.attributes++) {
    const before = scan.at;
    const byte = skipSpace(scan);
    if (byte === GREATER) {
      scan.at++;
      return plain || nameAttributes(scan);
    }
    if (byte === SLASH) {
      scan.emptyTag = byteAt(bytes, scan.at + 1) === GREATER;
      scan.at += 2;
      return scan.emptyTag && (plain || nameAttributes(scan));
    }
    if (scan.at === before || scan.attributes >= MOST_ATTRIBUTES) return false;
    const name = readName(scan);
    if (name === null || name.lastTag === serial) return false;
    name.lastTag = serial;
    scan.attributeNames[scan.attributes] = name;
    if (name.kind !== PLAIN_NAME) plain = false;
    scan.attributeWords[scan.attributes] = name.kind === PLAIN_NAME ? attributeWord(scan.namespaces, scan.vocabulary, name, 0) : 0;
    if (skipSpace(scan) !== EQUALS) return false;
    scan.at++;
    const quote = skipSpace(scan);
    if ((quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) || !readValue(scan, quote)) return false;
  }
}

function readValue(scan: Scan, quote: number): boolean {
  const { bytes } = scan;
  let at = scan.at + 1;
  let undo: Undo = AS_IT_STANDS;
  for (;;) {
    const byte = byteAt(bytes, at);
    const kind = ATTRIBUTE_KIND[byte] ?? FORBIDDEN;
    if (kind === PLAIN) at++;
    else if (kind === WIDE) {
      const width = wideCharacter(bytes, at);
      if (width === 0) return false;
      at += width;
    } else if (byte === quote) break;
    else if (kind === FORBIDDEN || byte === LESS) return false;
    else if (byte === AMPERSAND) {
      at = referenceEnd(bytes, at);
      if (at < 0) return false;
      undo = ATTRIBUTE_VALUE;
    } else {
      if (isSpace(byte)) undo = ATTRIBUTE_VALUE;
      at++;
    }
  }
  scan.valueStarts[scan.attributes] = scan.at + 1;
  scan.valueEnds[scan.attributes] = at;
  scan.valueUndos[scan.attributes] = undo;
  scan.at = at + 1;
  return true;
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

function skipSpace(scan: Scan): number {
  let byte = byteAt(scan.bytes, scan.at);
  while (isSpace(byte)) byte = byteAt(scan.bytes, ++scan.at);
  return byte;
}
