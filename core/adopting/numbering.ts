import { matchKey, withoutTail } from '../text.ts';

const HEADING_NUMBER = /^\(?(?:[a-z]|[ivxl]+|\d{1,2})(?:\.\d{1,2})*\s*(?:[.):-]+\s*|\s+)/;
/** Longer texts are no headings. */
export const LONGEST_HEADING = 400;
const OPENING = /^[(\s]*0*(?=.)/;
const CLOSING = /[).\s]/;
const ARABIC = /^\d{1,2}[a-zđ]?$/;

/** A heading as it may be written: "A. Giai đoạn …", "I.1 Cung cấp …", "… (3 chỉ tiêu)". */
export function headingKeys(text: string): readonly string[] {
  if (text.length > LONGEST_HEADING) return [];
  const key = matchKey(text);
  const bare = key.replace(HEADING_NUMBER, '');
  return [...new Set([key, bare, matchKey(withoutBrackets(bare))])];
}

/** The text without what stands in brackets at its end. */
function withoutBrackets(text: string): string {
  const open = text.lastIndexOf('(');
  return text.endsWith(')') && text.indexOf(')', open) === text.length - 1 && open >= 0 ? text.slice(0, open).trimEnd() : text;
}

/** A TT without brackets, stops and leading zeros: "01.", "(1)" and 1 are the same. */
export const numberKey = (tt: string): string => withoutTail(matchKey(tt).replace(OPENING, ''), CLOSING);

/** Whether a TT is that of a row; headings have letters and Roman numerals. */
export const isRowNumber = (tt: string): boolean => ARABIC.test(numberKey(tt));
