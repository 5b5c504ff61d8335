import { formatDate } from '../format.ts';
import { type Fraction, fraction, isBelow, over } from '../fraction.ts';
import type { Deadline } from './measure.ts';
import { pointsText } from './points-text.ts';

const ONE_YEAR = fraction(1);

/** What the sentence of what is needed is made with. */
interface YearlyWording {
  readonly move: 'tăng' | 'giảm';
  readonly unit: string;
  /** The gap as the sentence has told it before. */
  readonly told: string;
  /** Decimals of what a year needs, where it does not take more. */
  readonly digits: number;
}

/** How much is needed of what is missing, while there is time: a year, or as a whole where less than a year is left. */
export function yearlyWords(gap: Fraction, { due, yearsLeft }: Deadline, { move, unit, told, digits }: YearlyWording): string {
  if (!yearsLeft || yearsLeft.num <= 0n) return '';
  const needed = (amount: string): string => `; cần ${move} ${amount} ${unit}`;
  return `${isBelow(yearsLeft, ONE_YEAR) ? needed(told) : `${needed(pointsText(over(gap, yearsLeft), digits))} mỗi năm`} đến hạn ${formatDate(due)}`;
}

/** The day, once it is past. */
export const dueWords = ({ due, yearsLeft }: Deadline): string => (yearsLeft ? '' : `; chỉ tiêu đến hạn ${formatDate(due)}`);
