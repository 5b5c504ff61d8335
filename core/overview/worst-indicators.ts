import { compare, type Fraction, fraction, over } from '../fraction.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { JoinedIndicator } from './joined-rows.ts';

const NOUGHT = fraction(0);

/** Indicators that are not met: those past their day first, then by how much of the target is lacking; at most `most`. */
export function worstIndicators(due: readonly JoinedIndicator[], most: number): JoinedIndicator[] {
  return due
    .filter(({ row }) => row.verdict === 'missed' || row.verdict === 'below')
    .map((joined) => ({ joined, isMissed: joined.row.verdict === 'missed', lacking: lackingPart(joined) }))
    .toSorted((one, two) => Number(two.isMissed) - Number(one.isMissed) || compare(two.lacking, one.lacking))
    .slice(0, most)
    .map(({ joined }) => joined);
}

/** The gap as a part of the target, so that percents, levels and sums can stand beside one another; all of it where it is no number. */
function lackingPart({ indicator, row }: JoinedIndicator): Fraction {
  const { target, resultOf } = measureOf(indicator);
  const gap = resultOf(row.result)?.gap;
  if (!gap) return fraction(1);
  if (compare(target, NOUGHT) === 0) return gap;
  const part = over(gap, target);
  return compare(part, NOUGHT) < 0 ? fraction(-part.num, part.den) : part;
}
