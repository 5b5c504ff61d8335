/** A report has some four hundred members, the settings of a period some thousand. */
const MOST_MEMBERS = 20_000;
const DEEPEST = 64;
const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Whether a JSON text has few enough members, and no deeper than anything we take: asked of its bytes before it is parsed, which costs a
 * hundred times more.
 */
export function isModestJson(bytes: Uint8Array, mostMembers = MOST_MEMBERS): boolean {
  let [members, depth] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (byte === COMMA) members++;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    if (members > mostMembers || depth > DEEPEST) return false;
  }
  return true;
}

/** Where the quote stands that ends a string; behind the last byte where none does. */
function endOfString(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
