import { formatDate, formatDecimal } from '../format.ts';
import { type Fraction, fraction, isBelow, over } from '../fraction.ts';
import type { Deadline } from './measure.ts';

const ONE_YEAR = fraction(1);

/** How much is needed of what is missing, while there is time: a year, or as a whole where less than a year is left. */
export function yearlyWords(
  gap: Fraction,
  { due, yearsLeft }: Deadline,
  { move, unit, digits }: { readonly move: 'tăng' | 'giảm'; readonly unit: string; readonly digits?: number },
): string {
  if (!yearsLeft || yearsLeft.num <= 0n) return '';
  const needed = (amount: Fraction): string => `; cần ${move} ${formatDecimal(amount, digits)} ${unit}`;
  return `${isBelow(yearsLeft, ONE_YEAR) ? needed(gap) : `${needed(over(gap, yearsLeft))} mỗi năm`} đến hạn ${formatDate(due)}`;
}

/** The day, once it is past. */
export const dueWords = ({ due, yearsLeft }: Deadline): string => (yearsLeft ? '' : `; chỉ tiêu đến hạn ${formatDate(due)}`);
