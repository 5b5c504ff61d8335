/** How many combining marks may follow one another: UAX #15 calls a text with no more "stream-safe". No language writes a third of them. */
const LONG_RUN = /(?:(?!\u034f)\p{M}){31}/u;
const OVERFULL = /(?:(?!\u034f)\p{M}){30}(?=(?!\u034f)\p{M})/gu;
/** Hardly a text holds so many letters in a row from beyond Latin: asked first, because it costs next to nothing. */
const BEYOND_LATIN = /[\u0300-\uffff]{31}/;
/** The combining grapheme joiner: shows nothing, and no mark is ever sorted across it. */
const JOINER = '\u034f';

const isOverfull = (text: string): boolean => BEYOND_LATIN.test(text) && LONG_RUN.test(text);

/**
 * The text with a joiner after every thirty marks in a row, as the stream-safe text format of UAX #15 has it. Without it, putting a text
 * into NFC costs the square of the longest row of marks.
 */
export const streamSafe = (text: string): string => (isOverfull(text) ? text.replace(OVERFULL, `$&${JOINER}`) : text);

/** NFC in time that grows with the length alone, whatever the text is; of a text that is stream-safe exactly its NFC. */
export function composed(text: string): string {
  let nfc = streamSafe(text).normalize('NFC');
  // One mark may stand for two: what it was taken apart into is looked at again.
  while (isOverfull(nfc)) nfc = streamSafe(nfc).normalize('NFC');
  return nfc;
}
