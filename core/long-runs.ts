/** How many combining marks may follow one another: UAX #15 calls a text with no more "stream-safe". No language writes a third of them. */
const MOST_MARKS = 30;
/** Hardly a text holds so many characters in a row from beyond Latin: asked first, because it costs next to nothing. */
const BEYOND_LATIN = /[\u0300-\uffff]{31}/;
const MARK = /\p{M}/u;
/** By code unit, once asked: 1 a mark, 2 none. */
const kinds = new Uint8Array(0x10000);
/** The combining grapheme joiner: shows nothing, and no mark is ever sorted across it. */
const JOINER = '\u034f';

/**
 * The text with a joiner after every thirty marks in a row, as the stream-safe text format of UAX #15 has it. Without it, putting a text
 * into NFC costs the square of the longest row of marks.
 */
export function streamSafe(text: string): string {
  if (!BEYOND_LATIN.test(text)) return text;
  let [safe, from, at, marks] = ['', 0, 0, 0];
  for (const one of text) {
    marks = isMark(one) ? marks + 1 : 0;
    if (marks > MOST_MARKS) {
      safe += text.slice(from, at) + JOINER;
      from = at;
      marks = 1;
    }
    at += one.length;
  }
  return safe + text.slice(from);
}

function isMark(one: string): boolean {
  if (one.length > 1) return MARK.test(one);
  const unit = one.charCodeAt(0);
  if (kinds[unit] === 0) kinds[unit] = one !== JOINER && MARK.test(one) ? 1 : 2;
  return kinds[unit] === 1;
}

/** NFC in time that grows with the length alone, whatever the text is; of a text that is stream-safe exactly its NFC. */
export function composed(text: string): string {
  let nfc = streamSafe(text).normalize('NFC');
  if (nfc === text) return nfc;
  // One mark may stand for two: what it was taken apart into is looked at again.
  for (let safe = streamSafe(nfc); safe !== nfc; safe = streamSafe(nfc)) nfc = safe.normalize('NFC');
  return nfc;
}
