const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/g;
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * A file's name, or a text quoted from its cells, as one line that does nothing to a terminal: line ends as ⏎, what steers a terminal or
 * turns the writing round as `\u001b`.
 */
export const printable = (text: string): string =>
  text.replace(LINE_ENDS, '⏎').replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
