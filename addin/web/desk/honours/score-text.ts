import { formatDecimal } from '../../../../core/format.ts';
import { fromDecimal } from '../../../../core/fraction.ts';

/** "97,5"; what is not whole has two decimals at the most. */
export const scoreText = (points: number): string => formatDecimal(fromDecimal(points));
