import { formatDecimal } from '../format.ts';
import { compare, type Fraction, fromDecimal, minus } from '../fraction.ts';
import { type NumberUnit, withUnit } from './number-text.ts';

/** The target of a number as the plan writes it; `high` beside `between` alone. */
export interface NumberTarget {
  readonly op: 'at-least' | 'at-most' | 'between';
  readonly value: number;
  readonly high?: number | undefined;
}

/** What a number must be, with everything that hangs on its side. */
export interface NumberGoal {
  readonly bounds: readonly Fraction[];
  readonly pace: 'rising' | 'falling' | 'none';
  readonly move: 'tăng' | 'giảm';
  /** Distance to the nearest bound; nought or negative where it is kept. */
  readonly gap: (value: Fraction) => Fraction;
  readonly words: { readonly met: string; readonly short: (gap: string) => string };
  readonly formulas: { readonly isMet: (cell: string) => string; readonly gap: (cell: string) => string };
}

/** Both bounds of `between` count as inside. */
export function numberGoal({ op, value, high = value }: NumberTarget, unit: NumberUnit): NumberGoal {
  const [low, top] = [fromDecimal(value), fromDecimal(high)];
  const text = (bound: Fraction): string => withUnit(formatDecimal(bound, 10), unit.unit);
  const isRank = unit.outOf !== undefined;
  switch (op) {
    case 'at-least':
      return {
        bounds: [low],
        pace: 'rising',
        move: 'tăng',
        gap: (reached) => minus(low, reached),
        words: { met: `đạt mục tiêu ${text(low)}`, short: (gap) => `còn thiếu ${gap} so với mục tiêu ${text(low)}` },
        formulas: { isMet: (cell) => `${cell}>=${value}`, gap: (cell) => `${value}-${cell}` },
      };
    case 'at-most':
      return {
        bounds: [low],
        pace: 'falling',
        move: 'giảm',
        gap: (reached) => minus(reached, low),
        words: isRank
          ? {
              met: `trong nhóm ${formatDecimal(low, 10)} theo yêu cầu`,
              short: (gap) => `yêu cầu trong nhóm ${formatDecimal(low, 10)}; còn kém ${gap}`,
            }
          : { met: `không vượt mức tối đa ${text(low)}`, short: (gap) => `cao hơn mức tối đa ${text(low)} là ${gap}` },
        formulas: { isMet: (cell) => `${cell}<=${value}`, gap: (cell) => `${cell}-${value}` },
      };
    case 'between':
      return {
        bounds: [low, top],
        pace: 'none',
        move: 'tăng',
        gap: (reached) => larger(minus(low, reached), minus(reached, top)),
        words: {
          met: `trong khoảng ${formatDecimal(low, 10)} đến ${text(top)} theo mục tiêu`,
          short: (gap) => `ngoài khoảng ${formatDecimal(low, 10)} đến ${text(top)}; lệch ${gap}`,
        },
        formulas: {
          isMet: (cell) => `AND(${cell}>=${value},${cell}<=${high})`,
          gap: (cell) => `MAX(${value}-${cell},${cell}-${high})`,
        },
      };
  }
}

const larger = (one: Fraction, two: Fraction): Fraction => (compare(one, two) < 0 ? two : one);
