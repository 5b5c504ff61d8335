import { type Fraction, fromDecimal, minus } from '../fraction.ts';
import type { RowRefs } from './formulas.ts';
import { percentText, unitsAbove, unitsLacking } from './units.ts';

/** A bound of a ratio in percent, with everything that turns round with its side. */
export interface Limit {
  readonly percent: number;
  readonly value: Fraction;
  readonly side: 'at-least' | 'at-most';
  /** The pace that leads to it. */
  readonly pace: 'rising' | 'falling';
  /** The answer that counts for it, of agencies that say yes or no. */
  readonly answer: boolean;
  /** How far a value is from it; nought or negative where it is kept. */
  readonly gap: (value: Fraction) => Fraction;
  /** How many units of a whole a part lacks, or has too many. */
  readonly units: (part: number, whole: number) => number;
  readonly words: LimitWords;
  readonly formulas: LimitFormulas;
}

interface LimitWords {
  /** Between what the result is of and the figure. */
  readonly figureVerb: string;
  readonly met: string;
  /** `gap`: in points, as it is told; `units`: how many of what, as a kind of ratio says it. */
  readonly short: (gap: string, units: string) => string;
  /** What a year needs: the gap must be made up or brought down. */
  readonly yearly: 'tăng' | 'giảm';
  /** Of agencies that each must keep to it. */
  readonly eachMet: string;
  readonly eachMust: string;
}

interface LimitFormulas {
  readonly isMet: (refs: Pick<RowRefs, 'numerator' | 'denominator'>) => string;
  readonly gap: (result: string) => string;
  readonly isShort: (cell: string) => string;
}

/** As much of a measure as says which bound it has. */
export interface LimitSettings {
  readonly op?: 'at-least' | 'at-most' | undefined;
  readonly atLeastPercent?: number | undefined;
  readonly atMostPercent?: number | undefined;
}

/** The bound that a measure sets. The schema has seen to it that it has one. */
export const limitOf = ({ op, atLeastPercent = 0, atMostPercent = 0 }: LimitSettings): Limit =>
  op === 'at-most' ? atMost(atMostPercent) : atLeast(atLeastPercent);

/** The same measure with another bound. */
export const withLimit = <M extends LimitSettings>(measure: M, percent: number): M =>
  measure.op === 'at-most' ? { ...measure, atMostPercent: percent } : { ...measure, atLeastPercent: percent };

export function atLeast(percent: number): Limit {
  const value = fromDecimal(percent);
  const shown = percentText(percent);
  return {
    percent,
    value,
    side: 'at-least',
    pace: 'rising',
    answer: true,
    gap: (reached) => minus(value, reached),
    units: (part, whole) => unitsLacking(value, part, whole),
    words: {
      figureVerb: 'đạt',
      met: `đạt mục tiêu ${shown}`,
      short: (gap, units) => `thấp hơn mục tiêu ${shown} là ${gap} điểm phần trăm; còn thiếu ${units}`,
      yearly: 'tăng',
      eachMet: `đạt mức ${shown}`,
      eachMust: `Từng cơ quan phải đạt từ ${percentText(percent)} trở lên.`,
    },
    formulas: {
      isMet: ({ numerator, denominator }) => `${100n * value.den}*${numerator}>=${value.num}*${denominator}`,
      gap: (result) => `${percent}-100*${result}`,
      isShort: (cell) => `AND(ISNUMBER(${cell}),${cell}<${value.num}/${100n * value.den})`,
    },
  };
}

function atMost(percent: number): Limit {
  const value = fromDecimal(percent);
  const shown = percentText(percent);
  return {
    percent,
    value,
    side: 'at-most',
    pace: 'falling',
    answer: false,
    gap: (reached) => minus(reached, value),
    units: (part, whole) => unitsAbove(value, part, whole),
    words: {
      figureVerb: 'là',
      met: `không vượt mức tối đa ${shown}`,
      short: (gap, units) => `cao hơn mức tối đa ${shown} là ${gap} điểm phần trăm; vượt ${units}`,
      yearly: 'giảm',
      eachMet: `giữ ở mức không quá ${shown}`,
      eachMust: `Từng cơ quan không được vượt ${percentText(percent)}.`,
    },
    formulas: {
      isMet: ({ numerator, denominator }) => `${100n * value.den}*${numerator}<=${value.num}*${denominator}`,
      gap: (result) => `100*${result}-${percent}`,
      isShort: (cell) => `AND(ISNUMBER(${cell}),${cell}>${value.num}/${100n * value.den})`,
    },
  };
}
