import { composed } from './long-runs.ts';
import { oncePerValue } from './once.ts';

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const SHAPES = '\u0302\u0306\u031b';
const MARKS = new RegExp(`[${TONES}${SHAPES}]{2,}`, 'g');
const SHAPE = new RegExp(`[${SHAPES}]`, 'g');
const TONE = new RegExp(`[${TONES}]`, 'g');
const COMBINING = /[\u0300-\u036f]/;
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** Blank Braille, annotation marks and control characters are no white space to Unicode, yet nothing of them can be seen. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\u2800\ufff9-\ufffb]/u;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\u2800\ufff9-\ufffb]/gu;
const WHITE_SPACE = /\p{White_Space}/gu;
const ASCII = /^[^\u0080-\uffff]*$/;
/** Nothing to be done to it: ids, numbers, labels. */
const BARE = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const LONGEST_QUOTED = 80;
const WORD = /[\p{L}\p{M}]+/gu;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;

/**
 * Text as it is stored: NFC, also where an old input method wrote the tone before the circumflex, breve or horn
 * (NFC leaves that order alone, because both marks have the same combining class).
 */
export function toNfc(text: string): string {
  if (ASCII.test(text)) return text;
  const nfc = composed(text);
  return COMBINING.test(nfc) ? composed(nfc.normalize('NFD').replace(MARKS, shapesFirst)) : nfc;
}

const shapesFirst = (marks: string): string => marks.replace(TONE, '') + marks.replace(SHAPE, '');

/** NFC with every run of white space as one blank and no invisible characters: a line break in a cell is layout, not text. */
export function squash(text: string): string {
  if (BARE.test(text)) return text;
  return toNfc(text.replace(INVISIBLE, '')).replace(SPACES, ' ').trim();
}

/** A text as a sentence quotes it: as it stands, on one line, what cannot be seen as a dot, and cut where it is long. */
export function quotable(text: string): string {
  const cut = text.length > LONGEST_QUOTED ? `${[...text.slice(0, LONGEST_QUOTED)].slice(0, -1).join('')}…` : text;
  return toNfc(cut).replace(WHITE_SPACE, ' ').replace(UNSEEN, '·');
}

/** Whether nothing can be seen: white space, fillers and zero-width characters alone. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  if ((first > 0x20 && first < 0x7f) || (first >= 0xc0 && first < 0x300)) return false; // a letter, a figure, a sign: nearly every text
  return !VISIBLE.test(text);
}

/** What of a text can be seen: two texts that look alike are the same one then. */
export const seenText = (text: string): string => text.replace(SPACES, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();

/** Where the first character stands that can be seen, -1 where there is none. */
export const visibleFrom = (text: string): number => text.search(VISIBLE);

const MOST_REMEMBERED = 4096;
/** Longer ones are no names: kept, they would fill the memory. */
const LONGEST_REMEMBERED = 2000;
const CLOSING = /[\s.,;:]/;

/**
 * Key under which two spellings of the same Vietnamese text are equal: case, white space, quotes, dashes, look-alikes of Đ,
 * placement of the tone (hoà, hòa) and closing punctuation do not count. Diacritics do: "Sơn Hà" and "Sơn Hạ" stay apart.
 */
export const matchKey = (text: string): string => (text.length > LONGEST_REMEMBERED ? keyOf(text) : rememberedKey(text));

function keyOf(text: string): string {
  const key = squash(text)
    .toLowerCase()
    .replace(/[“”„"‘’‚']/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[\u00f0\u0256]/g, 'đ')
    .replace(WORD, toneLast);
  return withoutTail(key, CLOSING);
}

const rememberedKey = oncePerValue(MOST_REMEMBERED, keyOf);

/** The text without the characters at its end of which `dropped` has one at a time. (An expression that ends in `+$` tries every place.) */
export function withoutTail(text: string, dropped: RegExp): string {
  let end = text.length;
  while (end > 0 && dropped.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** No Vietnamese syllable is half as long. */
const LONGEST_SYLLABLE = 16;

/** Texts are many, syllables a few thousand. */
const syllableToneLast = oncePerValue(MOST_REMEMBERED, withToneLast);
const toneLast = (word: string): string => (word.length > LONGEST_SYLLABLE ? withToneLast(word) : syllableToneLast(word));

function withToneLast(word: string): string {
  const marks = word.normalize('NFD');
  const tones = marks.match(TONE);
  return tones ? marks.replace(TONE, '').normalize('NFC') + tones.sort().join('') : word;
}

/** Whether a text has an address of the web in it, whatever its scheme: `https://…`, `ftp://…`, `www.…` in small letters. */
export const holdsLink = (text: string): boolean => text.includes('://') || text.includes('www.');

/** Order by Unicode code points: the same on every machine and in every locale. */
export function compareCodePoints(one: string, two: string): number {
  const most = Math.min(one.length, two.length);
  let k = 0;
  while (k < most && one.charCodeAt(k) === two.charCodeAt(k)) k++;
  const differenceAt = (at: number): number => (one.codePointAt(at) ?? -1) - (two.codePointAt(at) ?? -1);
  return (k > 0 && differenceAt(k - 1)) || differenceAt(k); // where it begins before, its first half is the same
}
