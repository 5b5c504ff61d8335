/** An exact rational number; `den` is positive. Verdicts and paces are computed in these, never in floating point. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** `num / den` for whole numbers; `den` must not be zero. */
export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(num), BigInt(den)];
  return bottom < 0n ? { num: -top, den: -bottom } : { num: top, den: bottom };
}

/** The decimal that a number prints as (99.5 is 995/10), so that a target of 99,5% means just that. */
export function fromDecimal(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', digits = ''] = mantissa.split('.');
  const shift = Number(exponent) - digits.length;
  const scaled = BigInt(whole + digits);
  return shift >= 0 ? fraction(scaled * 10n ** BigInt(shift)) : fraction(scaled, 10n ** BigInt(-shift));
}

/** How many decimals a number has as it prints. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** The same of a fraction that is a decimal; of one that is none as many as nobody writes. */
export function decimalsIn({ num, den }: Fraction): number {
  let [digits, scaled] = [0, num];
  for (; scaled % den !== 0n && digits < MOST_DECIMALS; digits++) scaled *= 10n;
  return digits;
}

const MOST_DECIMALS = 30;

/** To so many decimals, halves away from nought. */
export function rounded({ num, den }: Fraction, digits: number): Fraction {
  const scale = 10n ** BigInt(digits);
  const magnitude = ((num < 0n ? -num : num) * scale * 2n + den) / (den * 2n);
  return fraction(num < 0n ? -magnitude : magnitude, scale);
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isBelow = (a: Fraction, b: Fraction): boolean => compare(a, b) < 0;

/** The nearest floating-point number, for display and for JSON figures that decide nothing. */
export function toNumber({ num, den }: Fraction): number {
  const exact = Number.MAX_SAFE_INTEGER;
  if (num <= exact && num >= -exact && den <= exact) return Number(num) / Number(den);
  const magnitude = num < 0n ? -num : num;
  const shift = Math.max(0, 64 + bitsOf(den) - bitsOf(magnitude));
  const scaled = magnitude << BigInt(shift);
  // The last bit says that something was cut off, so that a half is rounded the right way.
  const quotient = (scaled / den) | (scaled % den === 0n ? 0n : 1n);
  return ((num < 0n ? -1 : 1) * Number(quotient)) / 2 ** shift;
}

const bitsOf = (count: bigint): number => count.toString(2).length;
