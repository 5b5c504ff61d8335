import { clipText } from '../clip-text.ts';
import { squash } from '../text.ts';

/** A quotation is cut behind a sentence that ends between these, else behind a word: the shorter one would say too little. */
const SHORTEST = 80;
const LONGEST = 320;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffd-\uffff]/gu;

/** An agency's own words on one line, literally; where they are long, their beginning up to a sentence's end, and three dots. */
export function quotation(text: string): string {
  const whole = squash(text.replace(UNPRINTABLE, ' '));
  if (whole.length <= LONGEST) return whole;
  const begun = clipText(whole, LONGEST);
  const sentence = Math.max(...['. ', '; ', '! ', '? '].map((end) => begun.lastIndexOf(end))) + 1;
  const end = sentence >= SHORTEST ? sentence : Math.max(begun.lastIndexOf(' '), SHORTEST);
  return `${clipText(begun, end).trimEnd()} …`;
}
