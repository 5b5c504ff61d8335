import { matchKey } from '../text.ts';

const HEADING_NUMBER = /^\(?(?:[a-z]|[ivxl]+|\d{1,2})(?:\.\d{1,2})*\s*(?:[.):-]+\s*|\s+)/;
const IN_BRACKETS = /\s*\([^()]*\)$/;
const ARABIC = /^\d{1,2}[a-zđ]?$/;

/** A heading as it may be written: "A. Giai đoạn …", "I.1 Cung cấp …", "… (3 chỉ tiêu)". */
export function headingKeys(text: string): readonly string[] {
  const key = matchKey(text);
  const bare = key.replace(HEADING_NUMBER, '');
  return [...new Set([key, bare, matchKey(bare.replace(IN_BRACKETS, ''))])];
}

/** A TT without brackets, stops and leading zeros: "01.", "(1)" and 1 are the same. */
export const numberKey = (tt: string): string => matchKey(tt).replace(/^[(\s]*0*(?=.)|[).\s]+$/g, '');

/** Whether a TT is that of a row; headings have letters and Roman numerals. */
export const isRowNumber = (tt: string): boolean => ARABIC.test(numberKey(tt));
