import { AS_IT_STANDS, decode } from '../xml/decode.ts';

const POWERS = Array.from({ length: 16 }, (_, k) => 10 ** k);
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const MINUS = 0x2d;
const POINT = 0x2e;

/**
 * The number that plain bytes spell, NaN where they spell none. Up to 15 digits the quotient of two exact numbers is the nearest
 * one to the decimal, so no string is made.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  let digits = 0;
  let decimals = -1;
  let mantissa = 0;
  for (let at = negative ? start + 1 : start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (bytes[at] === POINT && decimals < 0) decimals = 0;
    else return numberOfText(decode(bytes, start, end, AS_IT_STANDS));
    if (digits > 15) return numberOfText(decode(bytes, start, end, AS_IT_STANDS));
  }
  if (digits === 0) return Number.NaN;
  const size = decimals > 0 ? mantissa / (POWERS[decimals] ?? 1) : mantissa;
  return negative && size !== 0 ? -size : size;
}

/** The same for a text; blanks around it do not count, and there is no infinity. */
export function numberOfText(text: string): number {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}
