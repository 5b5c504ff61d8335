import * as z from 'zod';
import type { StatedFigure } from '../figures/figure.ts';
import { formatDecimal, percentOf } from '../format.ts';
import { compare, type Fraction } from '../fraction.ts';
import type { AgencyCells, Scale } from './measure.ts';

/** What the plan writes of a ratio: the percent to be reached, and what is counted. */
export const RATIO = { atLeastPercent: z.number().gt(0).lte(100), numerator: z.string(), denominator: z.string() };

export const PartCount = z.int().min(0);
/** A result is a part of something: where nothing was counted there is none. */
export const WholeCount = z.int().min(1);
/** Part and whole as they were counted. */
export const Counts = z.strictObject({ numerator: PartCount, denominator: WholeCount });
export type Counts = z.infer<typeof Counts>;

/** The counts of all agencies that reported, summed exactly. */
export function sumOfCounts(cells: AgencyCells): Counts {
  let [part, whole] = [0n, 0n];
  for (const [, { state, numerator = 0, denominator = 0 }] of cells) {
    if (state !== 'reported') continue;
    part += BigInt(numerator);
    whole += BigInt(denominator);
  }
  return { numerator: Number(part), denominator: Number(whole) };
}

/** Whether counts reach a target in percent: 100·numerator ≥ target·denominator, in whole numbers. */
export const countsReach =
  (target: Fraction) =>
  ({ numerator = 0, denominator = 0 }: StatedFigure): boolean =>
    denominator > 0 && compare(percentOf(numerator, denominator), target) >= 0;

/** How many units a part lacks of its target, rounded up to whole ones; none where it has them. */
export function unitsLacking(target: Fraction, part: number, whole: number): number {
  const unit = target.den * 100n;
  return Math.max(0, Number((target.num * BigInt(whole) + unit - 1n) / unit) - part);
}

/** The same of one agency's counts. */
export const countsShort =
  (target: Fraction) =>
  ({ numerator = 0, denominator = 0 }: StatedFigure): number =>
    unitsLacking(target, numerator, denominator);

/** "Tử số", "Mẫu số" of "Cách tính". */
export const countingLines = ({ numerator, denominator }: { readonly numerator: string; readonly denominator: string }): string =>
  `Tử số: ${numerator}.\nMẫu số: ${denominator}.`;

/** A percent of the plan as it is written there. */
export const percentText = (value: number): string => `${String(value).replace('.', ',')}%`;

export const PERCENT: Scale = { text: (value) => `${formatDecimal(value)}%`, gapUnit: 'điểm phần trăm', end: 100 };

/** Made-up reports begin at 0,6 of the way to the target. */
export const madeUpStart = (atLeastPercent: number): number => (atLeastPercent / 100) * 0.6;
