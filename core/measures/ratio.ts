import * as z from 'zod';
import type { StatedFigure } from '../figures/figure.ts';
import { formatDecimal, percentOf } from '../format.ts';
import { type Limit, type LimitSettings, limitOf } from './limit.ts';
import type { AgencyCells, Scale } from './measure.ts';
import { unfit } from './unfit.ts';

/** What the plan writes of a ratio: its bound in percent, from below (`op` left out) or from above, and what is counted. */
export const RATIO = {
  op: z.enum(['at-least', 'at-most']).optional(),
  atLeastPercent: z.number().gt(0).lte(100).optional(),
  atMostPercent: z.number().min(0).lte(100).optional(),
  numerator: z.string().min(1),
  denominator: z.string().min(1),
};

/** A ratio has the one bound that its `op` asks for, and not the other. */
export function oneLimit({ op, atLeastPercent, atMostPercent }: LimitSettings, context: z.RefinementCtx): void {
  const [wanted, other] = op === 'at-most' ? [atMostPercent, atLeastPercent] : [atLeastPercent, atMostPercent];
  const [name, otherName] = op === 'at-most' ? ['atMostPercent', 'atLeastPercent'] : ['atLeastPercent', 'atMostPercent'];
  const says = 'Ghi một mức phải đạt theo đúng cách so sánh: từ mức này trở lên, hoặc không vượt mức này.';
  if (wanted === undefined) unfit(context, [name], says);
  if (other !== undefined) unfit(context, [otherName], says);
}

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

/** Whether counts keep to a bound: 100·numerator against percent·denominator, in whole numbers. */
export const countsKeep = (limit: Limit, { numerator = 0, denominator = 0 }: StatedFigure): boolean =>
  denominator > 0 && limit.gap(percentOf(numerator, denominator)).num <= 0n;

/** How many units one agency's counts lack, or have too many. */
export const countsShort = (limit: Limit, { numerator = 0, denominator = 0 }: StatedFigure): number => limit.units(numerator, denominator);

/** "Tử số", "Mẫu số" of "Cách tính". */
export const countingLines = ({ numerator, denominator }: { readonly numerator: string; readonly denominator: string }): string =>
  `Tử số: ${numerator}.\nMẫu số: ${denominator}.`;

export const PERCENT: Scale = { text: (value) => `${formatDecimal(value)}%`, gapUnit: 'điểm phần trăm', end: 100 };

/** Made-up reports begin at 0,6 of the way to the target, or at twice what may be. */
export function madeUpStart(measure: LimitSettings): number {
  const { percent, side } = limitOf(measure);
  return side === 'at-least' ? (percent / 100) * 0.6 : Math.min(1, (percent / 100) * 2);
}
