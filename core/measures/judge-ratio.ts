import { formatCount, percentOf } from '../format.ts';
import { toNumber } from '../fraction.ts';
import { dueWords, yearlyWords } from './due-words.ts';
import type { Limit } from './limit.ts';
import type { JudgedResult } from './measure.ts';
import type { Counts } from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';
import { toldBeside } from './told-value.ts';

/** Decimals of a percent as it is told. */
const [LEAST_DECIMALS, MOST_DECIMALS] = [2, 8];

/** What a kind says of its ratio. */
interface RatioWords {
  readonly counts: string;
  /** How the sentence of the reason begins. */
  readonly figure: (whole: string) => string;
  readonly met: string;
  /** What stands after the figure where it is not met. */
  readonly unmet: string;
  /** So many units of its part with their name, "4 ở tử số". */
  readonly units: (count: string) => string;
  readonly weightOf: JudgedResult['weightOf'];
  /** The rate over all agencies, where the ratio is another one. */
  readonly pooled: number | null;
}

/** A part of a whole against a bound in percent, by exact fractions. `words`: made of the result's own text, "94,96%". */
export function judgeRatio(
  { part, whole, limit }: { readonly part: number; readonly whole: number; readonly limit: Limit },
  words: (text: string) => RatioWords,
): JudgedResult {
  const value = percentOf(part, whole);
  const gap = limit.gap(value);
  const told = toldBeside(value, { bounds: [limit.value], gap }, LEAST_DECIMALS, MOST_DECIMALS);
  const text = `${told.value}%`;
  const { counts, figure, met, unmet, units, weightOf, pooled } = words(text);
  return {
    value,
    isMet: gap.num <= 0n,
    gap,
    gapText: told.gap,
    text,
    counts,
    metSentence: (all) => `${figure(all)}, ${met}.`,
    gapSentence: (deadline, all) => {
      const short = limit.words.short(told.gap, units(formatCount(limit.units(part, whole))));
      const yearly = yearlyWords(gap, deadline, {
        move: limit.words.yearly,
        unit: 'điểm phần trăm',
        told: told.gap,
        digits: LEAST_DECIMALS,
      });
      return `${figure(all)}${unmet}, ${short}${yearly}${dueWords(deadline)}.`;
    },
    weightOf,
    totals: { numerator: part, denominator: whole, result: part / whole, pooled },
    format: `0.${'0'.repeat(Math.max(LEAST_DECIMALS, decimalsOf(text)))}%`,
    inPane: { value: toNumber(value) / 100, format: RATE_FORMAT },
  };
}

/** A rate whose counts stand for all. */
export const judgeCounts = ({ numerator, denominator }: Counts, limit: Limit, weightOf: JudgedResult['weightOf']): JudgedResult =>
  judgeRatio({ part: numerator, whole: denominator, limit }, (text) => {
    const counts = `${formatCount(numerator)}/${formatCount(denominator)}`;
    const figure = (all: string): string => `Kết quả ${all} ${limit.words.figureVerb} ${text} (${counts})`;
    return { counts, figure, met: limit.words.met, unmet: '', units: (count) => `${count} ở tử số`, weightOf, pooled: null };
  });

const decimalsOf = (percent: string): number => percent.replace('%', '').split(',')[1]?.length ?? 0;
