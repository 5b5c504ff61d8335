import { formatDate, formatDecimal } from '../format.ts';
import { type Fraction, over } from '../fraction.ts';
import type { Deadline } from './measure.ts';

/** How much a year is needed of what is missing, while there is time. */
export const yearlyWords = (
  gap: Fraction,
  { due, yearsLeft }: Deadline,
  { move, unit, digits }: { readonly move: 'tăng' | 'giảm'; readonly unit: string; readonly digits?: number },
): string =>
  yearsLeft && yearsLeft.num > 0n
    ? `; cần ${move} ${formatDecimal(over(gap, yearsLeft), digits)} ${unit} mỗi năm đến hạn ${formatDate(due)}`
    : '';

/** The day, once it is past. */
export const dueWords = ({ due, yearsLeft }: Deadline): string => (yearsLeft ? '' : `; chỉ tiêu đến hạn ${formatDate(due)}`);
