import type { StatedFigure } from '../figures/figure.ts';
import { formatCount, formatGap, formatPercent, percentOf } from '../format.ts';
import { compare, type Fraction, minus, toNumber } from '../fraction.ts';
import { dueWords, yearlyWords } from './due-words.ts';
import type { JudgedResult } from './measure.ts';
import { type Counts, unitsLacking } from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';

/** What a kind says of its ratio. */
interface RatioWords {
  readonly counts: string;
  /** How the sentence of the reason begins. */
  readonly figure: string;
  readonly met: string;
  /** What stands after the figure where it is not met. */
  readonly unmet: string;
  readonly weightOf: 'none' | ((stated: StatedFigure) => string);
  /** The rate over all agencies, where the ratio is another one. */
  readonly pooled: number | null;
}

/** A part of a whole against a target in percent, by exact fractions. `words`: made of the result's own text, "94,96%". */
export function judgeRatio(
  { part, whole, target }: { readonly part: number; readonly whole: number; readonly target: Fraction },
  words: (text: string) => RatioWords,
): JudgedResult {
  const value = percentOf(part, whole);
  const gap = minus(target, value);
  const text = formatPercent(value, target);
  const { counts, figure, met, unmet, weightOf, pooled } = words(text);
  return {
    value,
    isMet: compare(value, target) >= 0,
    gap,
    text,
    counts,
    metSentence: () => `${figure}, ${met}.`,
    gapSentence: (deadline) => {
      const short = `thấp hơn mục tiêu ${formatPercent(target)} là ${formatGap(gap)} điểm`;
      const lacking = `còn thiếu ${formatCount(unitsLacking(target, part, whole))}`;
      return `${figure}${unmet}, ${short}; ${lacking}${yearlyWords(gap, deadline)}${dueWords(deadline)}.`;
    },
    weightOf,
    totals: { numerator: part, denominator: whole, result: part / whole, pooled },
    format: `0.${'0'.repeat(Math.max(2, decimalsOf(text)))}%`,
    inPane: { value: toNumber(value) / 100, format: RATE_FORMAT },
  };
}

/** A rate whose counts stand for the whole province. */
export const judgeCounts = (
  { numerator, denominator }: Counts,
  target: Fraction,
  weightOf: 'none' | ((stated: StatedFigure) => string),
): JudgedResult =>
  judgeRatio({ part: numerator, whole: denominator, target }, (text) => {
    const counts = `${formatCount(numerator)}/${formatCount(denominator)}`;
    const figure = `Kết quả toàn tỉnh đạt ${text} (${counts})`;
    return { counts, figure, met: `đạt mục tiêu ${formatPercent(target)}`, unmet: '', weightOf, pooled: null };
  });

const decimalsOf = (percent: string): number => percent.replace('%', '').split(',')[1]?.length ?? 0;
