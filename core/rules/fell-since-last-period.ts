import { finding } from '../findings/finding.ts';
import { formatDecimal, formatPercent, percentOf } from '../format.ts';
import { compare, fraction, minus } from '../fraction.ts';
import { isBlankText } from '../text.ts';
import { isHundredfold } from './changed-hundredfold.ts';
import { answered } from './figures.ts';
import { lastFigures } from './last-figure.ts';
import type { Rule } from './rule.ts';

/** A fall of this many points asks for a reason; smaller ones happen with small denominators. */
const POINTS = fraction(10);
const LEAST_DENOMINATOR = 20;

/** A rate that fell sharply since the agency's own last report needs an explanation. */
export const fellSinceLastPeriod: Rule = (report, context) => {
  const { previous, agency } = context;
  if (!previous) return [];
  const lastOf = lastFigures(previous, agency);
  return answered(report, context).flatMap(({ row, indicator, entry: { numerator, denominator, explanation } }) => {
    const last = lastOf(indicator);
    // A whole that changed a hundredfold is one thing to explain, not two.
    if (!last || numerator === undefined || !denominator || isHundredfold(last.denominator, denominator)) return [];
    if (last.denominator < LEAST_DENOMINATOR || denominator < LEAST_DENOMINATOR || !isBlankText(explanation ?? '')) return [];
    const [then, now] = [percentOf(last.numerator, last.denominator), percentOf(numerator, denominator)];
    const points = minus(then, now);
    if (compare(points, POINTS) < 0) return [];
    const facts = { points: formatDecimal(points), before: formatPercent(then), now: formatPercent(now), period: previous.period };
    return [finding('fell-since-last-period', facts, { row, field: 'explanation' })];
  });
};
