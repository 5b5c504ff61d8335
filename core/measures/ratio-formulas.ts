import type { Fraction } from '../fraction.ts';
import type { RowRefs } from './formulas.ts';

/** A rate of at least two decimals. */
export const RATE_FORMAT = '0.00%';

/** 100·numerator ≥ target·denominator, with a target of 98,5 as 985/10: whole numbers alone. */
export const ratioIsMet =
  ({ num, den }: Fraction) =>
  ({ numerator, denominator }: Pick<RowRefs, 'numerator' | 'denominator'>): string =>
    `${100n * den}*${numerator}>=${num}*${denominator}`;

/** Points from a rate to its target. */
export const ratioGap =
  (target: number) =>
  (result: string): string =>
    `${target}-100*${result}`;

/** An agency's rate below the target; the target as a quotient is the same double as a rate that equals it. */
export const rateIsShort =
  ({ num, den }: Fraction) =>
  (cell: string): string =>
    `AND(ISNUMBER(${cell}),${cell}<${num}/${100n * den})`;
