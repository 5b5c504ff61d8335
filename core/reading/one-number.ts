import { withoutTail } from '../text.ts';

const WHITE_SPACE = /\p{White_Space}/u;
const LEADING = /^\p{White_Space}+/u;
const FULL_WIDTH = /[\uff10-\uff19]/g;
const GROUPED = /^[1-9]\d{0,2}([.,\u0020\u00a0\u202f])\d{3}(?:\1\d{3})*$/;
const ZERO_DECIMALS = /^([\d.,\u0020\u00a0\u202f]*\d)([.,])(0+)$/;
/** Longer is no number that anybody counts. */
const LONGEST = 64;

/** A text without the white space around it, full-width digits as ASCII ones: nothing else is taken for what it is not. */
export function numberText(text: string): string {
  const bare = withoutTail(text, WHITE_SPACE).replace(LEADING, '');
  return bare.replace(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * The digits of a text that has one reading as a whole number, or null (contract, "Reading a workbook"): 1234; groups of exactly
 * three with one kind of single separator; zeros behind a decimal mark. Three zeros behind a mark may be thousands: 1234.000 has two
 * readings.
 */
export function wholeDigits(text: string): string | null {
  const bare = numberText(text);
  if (bare.length > LONGEST) return null;
  const whole = digitsOf(bare);
  if (whole !== null) return whole;
  const [, before = '', mark = '', zeros = ''] = ZERO_DECIMALS.exec(bare) ?? [];
  return before.includes(mark) || (zeros.length === 3 && before !== '0') ? null : digitsOf(before);
}

function digitsOf(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  return GROUPED.test(text) ? text.replace(/[^\d]/g, '') : null;
}
