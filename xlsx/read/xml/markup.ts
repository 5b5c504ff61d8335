import {
  byteAt,
  CDATA_KIND,
  COMMENT_KIND,
  FORBIDDEN,
  GREATER,
  HYPHEN,
  INSTRUCTION_KIND,
  isSpace,
  NAME_KIND,
  PLAIN,
  QUESTION,
  WIDE,
  wideCharacter,
} from './characters.ts';
import { type Names, nameOfStretch } from './names.ts';

/** Whether these ASCII letters stand at an offset. */
export function beginsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let k = 0; k < letters.length; k++) if (byteAt(bytes, at + k) !== letters.charCodeAt(k)) return false;
  return true;
}

/** The offset after the comment that begins at `at`; -1 where none does (a DOCTYPE) or it is unsound. */
export function afterComment(bytes: Uint8Array, at: number): number {
  if (!beginsAt(bytes, at, '<!--')) return -1;
  for (let dash = find(bytes, at + 4, COMMENT_KIND); dash >= 0; dash = find(bytes, dash + 1, COMMENT_KIND)) {
    if (byteAt(bytes, dash + 1) === HYPHEN) return byteAt(bytes, dash + 2) === GREATER ? dash + 3 : -1;
  }
  return -1;
}

/** The offset after the processing instruction that begins at `at`; -1 where it is unsound or a second XML declaration. */
export function afterInstruction(names: Names, at: number): number {
  const { bytes } = names;
  let end = at + 2;
  while (NAME_KIND[byteAt(bytes, end)] === 1) end++;
  const target = end > at + 2 ? nameOfStretch(names, at + 2, end) : null;
  if (target === null || target.prefix || /^xml$/i.test(target.text)) return -1;
  if (!isSpace(byteAt(bytes, end)) && !(byteAt(bytes, end) === QUESTION && byteAt(bytes, end + 1) === GREATER)) return -1;
  for (let mark = find(bytes, end, INSTRUCTION_KIND); mark >= 0; mark = find(bytes, mark + 1, INSTRUCTION_KIND)) {
    if (byteAt(bytes, mark + 1) === GREATER) return mark + 2;
  }
  return -1;
}

/** The offset after the CDATA section whose text begins at `start`; -1 where it does not end or is unsound. */
export function afterCdata(bytes: Uint8Array, start: number): number {
  for (let bracket = find(bytes, start, CDATA_KIND); bracket >= 0; bracket = find(bytes, bracket + 1, CDATA_KIND)) {
    if (beginsAt(bytes, bracket, ']]>')) return bracket + 3;
  }
  return -1;
}

/** The next byte that `kinds` calls special; -1 where what no document may hold comes first, its end included. */
function find(bytes: Uint8Array, from: number, kinds: Uint8Array): number {
  let at = from;
  for (;;) {
    const kind = kinds[byteAt(bytes, at)] ?? FORBIDDEN;
    if (kind === PLAIN) at++;
    else if (kind === WIDE) {
      const width = wideCharacter(bytes, at);
      if (width === 0) return -1;
      at += width;
    } else return kind === FORBIDDEN ? -1 : at;
  }
}
