import { readAttributes } from './attributes.ts';
import { afterSpace, byteAt, GREATER } from './characters.ts';
import { CLOSE, FAULT, OPEN, type XmlEvent } from './events.ts';
import { nameAt } from './names.ts';
import { stepOf, unbind } from './namespaces.ts';
import { MOST_DEEP, type Scan } from './scan.ts';
import { sameStretch } from './words.ts';

/** Reads the start tag at the scanner's place. */
export function openTag(scan: Scan): XmlEvent {
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
export function closeTag(scan: Scan): XmlEvent {
  const { bytes, words, depth } = scan;
  const start = scan.at + 2;
  const length = scan.tagLengths[depth] ?? 0;
  if (depth === 0 || start + length > bytes.length || !sameStretch(words, start, words, scan.tagStarts[depth] ?? 0, length)) return FAULT;
  const at = afterSpace(bytes, start + length);
  if (byteAt(bytes, at) !== GREATER) return FAULT;
  scan.at = at + 1;
  return closeElement(scan);
}

/** Leaves the innermost element. */
export function closeElement(scan: Scan): XmlEvent {
  if (scan.namespaces.replaced.length > 0) unbind(scan.namespaces, scan.depth);
  scan.closed = scan.node;
  scan.depth--;
  scan.node = scan.nodes[scan.depth] ?? 0;
  return CLOSE;
}
