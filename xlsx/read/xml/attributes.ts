import {
  AMPERSAND,
  ATTRIBUTE_KIND,
  afterSpace,
  byteAt,
  DOUBLE_QUOTE,
  EQUALS,
  FORBIDDEN,
  GREATER,
  isSpace,
  LESS,
  PLAIN,
  SINGLE_QUOTE,
  SLASH,
  WIDE,
  wideCharacter,
} from './characters.ts';
import { AS_IT_STANDS, ATTRIBUTE_VALUE } from './decode.ts';
import { DECLARES_DEFAULT, DECLARES_PREFIX, nameAt, nameOfStretch, PLAIN_NAME, PREFIXED } from './names.ts';
import { attributeWord, bind } from './namespaces.ts';
import { referenceEnd } from './references.ts';
import { MOST_ATTRIBUTES, type Scan, valueAt } from './scan.ts';

/** Reads attributes from behind the tag's name up to and with the tag's end; false where they are unsound. */
export function readAttributes(scan: Scan, start: number): boolean {
  const { bytes, names } = scan;
  const serial = ++scan.tagSerial;
  let kinds = PLAIN_NAME;
  let at = start;
  for (let k = 0; ; k++) {
    const before = at;
    at = afterSpace(bytes, at);
    const byte = byteAt(bytes, at);
    if (byte === GREATER || byte === SLASH) {
      scan.attributes = k;
      return endTag(scan, at) && (kinds === PLAIN_NAME || nameAttributes(scan, kinds));
    }
    const name = at === before || k >= MOST_ATTRIBUTES ? null : nameAt(names, at);
    if (name === null || name.lastTag === serial) return false;
    name.lastTag = serial;
    kinds |= name.kind;
    scan.attributeNames[k] = name;
    scan.attributeWords[k] = name.kind === PLAIN_NAME ? attributeWord(scan.namespaces, scan.vocabulary, name, 0) : 0;
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
function nameAttributes(scan: Scan, kinds: number): boolean {
  if (kinds > PREFIXED) for (let k = 0; k < scan.attributes; k++) if (!declare(scan, k)) return false;
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
