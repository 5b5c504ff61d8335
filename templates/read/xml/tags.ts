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
import { HASH_SEED, numberOf, numberOfStretch, sameBytes, stir } from './names.ts';
import { attributeWord, bind, namespaceOf, stepOf, unbind } from './namespaces.ts';
import { referenceEnd } from './references.ts';
import { MOST_ATTRIBUTES, MOST_DEEP, type Scan, valueAt } from './scan.ts';

/** Reads the start tag at the scanner's place. */
export function openTag(scan: Scan): Event {
  const start = scan.at + 1;
  scan.at = start;
  const name = readName(scan);
  if (name < 0 || scan.depth >= MOST_DEEP || (scan.depth === 0 && scan.rooted)) return FAULT;
  scan.depth++;
  scan.tagStarts[scan.depth] = start;
  scan.tagLengths[scan.depth] = scan.at - start;
  if (!readAttributes(scan) || !declare(scan) || !nameAttributes(scan)) return FAULT;
  const { names, namespaces, vocabulary } = scan;
  const prefix = names.prefixes[name] ?? 0;
  const namespace = namespaceOf(namespaces, names, prefix);
  if (prefix !== 0 && (namespace === 0 || names.declares[name] === 2)) return FAULT;
  const step = stepOf(namespaces, names, vocabulary, name, namespace);
  const known = scan.depth === 1 || scan.node !== 0;
  scan.node = known && step !== 0 ? (vocabulary.children[scan.node * vocabulary.width + step] ?? 0) : 0;
  scan.nodes[scan.depth] = scan.node;
  scan.name = name;
  if (scan.depth === 1) {
    if (scan.node === 0 && vocabulary.elements.size > 0) return FAULT;
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
  if (scan.namespaces.before.length > 0) unbind(scan.namespaces, scan.depth);
  scan.closed = scan.node;
  scan.depth--;
  scan.node = scan.nodes[scan.depth] ?? 0;
  return CLOSE;
}

function readName(scan: Scan): number {
  const { bytes } = scan;
  const start = scan.at;
  let at = start;
  let hash = HASH_SEED;
  for (let byte = byteAt(bytes, at); NAME_KIND[byte] === 1; byte = byteAt(bytes, ++at)) hash = stir(hash, byte);
  scan.at = at;
  return at === start ? -1 : numberOf(scan.names, start, at, hash);
}

/** Reads attributes up to and with the tag's end. */
function readAttributes(scan: Scan): boolean {
  const { bytes } = scan;
  const serial = ++scan.tagSerial;
  for (scan.attributes = 0; ; scan.attributes++) {
    const before = scan.at;
    const byte = skipSpace(scan);
    if (byte === GREATER) {
      scan.at++;
      return true;
    }
    if (byte === SLASH) {
      scan.emptyTag = byteAt(bytes, scan.at + 1) === GREATER;
      scan.at += 2;
      return scan.emptyTag;
    }
    if (scan.at === before || scan.attributes >= MOST_ATTRIBUTES) return false;
    const name = readName(scan);
    if (name < 0 || scan.lastTagOf[name] === serial) return false;
    scan.lastTagOf[name] = serial;
    scan.attributeNames[scan.attributes] = name;
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

/** Binds the prefixes that the tag declares: before its names are looked at, for they may use them. */
function declare(scan: Scan): boolean {
  const { names } = scan;
  for (let k = 0; k < scan.attributes; k++) {
    const name = scan.attributeNames[k] ?? 0;
    const declares = names.declares[name];
    if (declares === 0) continue;
    const start = names.starts[name] ?? 0;
    const prefix = declares === 2 ? numberOfStretch(names, start + 'xmlns:'.length, start + (names.lengths[name] ?? 0)) : 0;
    if (prefix < 0 || !bind(scan.namespaces, names, scan.depth, prefix, valueAt(scan, k))) return false;
  }
  return true;
}

/** Finds the attributes in the vocabulary. False where a prefix is not bound, or two prefixes make one attribute. */
function nameAttributes(scan: Scan): boolean {
  const { names, namespaces, vocabulary } = scan;
  for (let k = 0; k < scan.attributes; k++) {
    const name = scan.attributeNames[k] ?? 0;
    const prefix = names.prefixes[name] ?? 0;
    if (prefix === 0) {
      scan.attributeWords[k] = attributeWord(namespaces, names, vocabulary, name, 0);
      continue;
    }
    scan.attributeWords[k] = 0;
    if (names.declares[name] === 2) continue;
    const namespace = namespaceOf(namespaces, names, prefix);
    if (namespace === 0 || isRepeated(scan, k, name, namespace)) return false;
    scan.attributeWords[k] = attributeWord(namespaces, names, vocabulary, name, namespace);
  }
  return true;
}

function isRepeated({ names, namespaces, attributeNames }: Scan, k: number, name: number, namespace: number): boolean {
  for (let earlier = 0; earlier < k; earlier++) {
    const other = attributeNames[earlier] ?? 0;
    const prefix = names.prefixes[other] ?? 0;
    if (prefix !== 0 && names.locals[other] === names.locals[name] && namespaceOf(namespaces, names, prefix) === namespace) return true;
  }
  return false;
}

function skipSpace(scan: Scan): number {
  let byte = byteAt(scan.bytes, scan.at);
  while (isSpace(byte)) byte = byteAt(scan.bytes, ++scan.at);
  return byte;
}
