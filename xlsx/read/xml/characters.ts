/**
 * A byte of a document. Behind its end stands a 0, which no document may hold: every loop stops there, so that none reads outside
 * the array, which would slow them all.
 */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const BANG = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const AMPERSAND = 0x26;
export const SINGLE_QUOTE = 0x27;
export const HYPHEN = 0x2d;
export const SLASH = 0x2f;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const CLOSE_BRACKET = 0x5d;

/** What a scanning loop does at a byte: 0 goes on, anything else looks closer. */
export const PLAIN = 0;
export const SPECIAL = 1;
export const WIDE = 2;
export const FORBIDDEN = 3;

function table(special: string): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(FORBIDDEN, 0, 0x20);
  kinds.fill(WIDE, 0x80);
  for (const allowed of [TAB, LINE_FEED, CARRIAGE_RETURN]) kinds[allowed] = PLAIN;
  for (const character of special) kinds[character.charCodeAt(0)] = SPECIAL;
  return kinds;
}

export const TEXT_KIND = table('<&]\r');
export const ATTRIBUTE_KIND = table('<&"\'\t\n\r');
export const COMMENT_KIND = table('-');
export const INSTRUCTION_KIND = table('?');
export const CDATA_KIND = table(']');

/** 1 where a byte may stand in a name; which letters a name may hold is looked at once a name. */
export const NAME_KIND = new Uint8Array(256).map((_, byte) => (byte >= 0x80 || /[-.:\w]/.test(String.fromCharCode(byte)) ? 1 : 0));

export const isSpace = (byte: number): boolean =>
  byte <= SPACE && (byte === SPACE || byte === LINE_FEED || byte === TAB || byte === CARRIAGE_RETURN);

/** How many bytes the character takes that begins with a byte from 0x80 on; 0 where it is no UTF-8 or no XML character. */
export function wideCharacter(bytes: Uint8Array, at: number): number {
  const first = byteAt(bytes, at);
  const second = byteAt(bytes, at + 1);
  if ((second & 0xc0) !== 0x80) return 0;
  if (first < 0xe0) return first >= 0xc2 ? 2 : 0;
  const third = byteAt(bytes, at + 2);
  if ((third & 0xc0) !== 0x80) return 0;
  if (first < 0xf0) {
    if (first === 0xe0) return second >= 0xa0 ? 3 : 0;
    if (first === 0xed) return second < 0xa0 ? 3 : 0; // surrogates are no characters
    return first === 0xef && second === 0xbf && third >= 0xbe ? 0 : 3; // nor are U+FFFE and U+FFFF
  }
  if ((byteAt(bytes, at + 3) & 0xc0) !== 0x80) return 0;
  if (first === 0xf0) return second >= 0x90 ? 4 : 0;
  return first < 0xf4 || (first === 0xf4 && second < 0x90) ? 4 : 0;
}

/** Whether XML 1.0 lets a code point stand in a document. */
export const isCharacter = (code: number): boolean =>
  code >= 0x20
    ? code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
    : code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;

/** The first offset from `start` on where no white space stands. */
export function afterSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isSpace(byteAt(bytes, at))) at++;
  return at;
}
