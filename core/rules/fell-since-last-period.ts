import * as z from 'zod';
import { formatDecimal, formatPercent, percentOf } from '../format.ts';
import { compare, fraction, minus, rounded } from '../fraction.ts';
import { measureOf } from '../measures/measure-of.ts';
import { isBlankText } from '../text.ts';
import { shortPeriodName } from '../wording/period-names.ts';
import { isHundredfold } from './changed-hundredfold.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { lastFigures } from './last-figure.ts';
import { none, rule } from './rule.ts';

/** A fall of this many points asks for a reason; smaller ones happen with small denominators. */
const POINTS = fraction(10);
const LEAST_DENOMINATOR = 20;

/** A rate that must rise and fell sharply since the agency's own last report needs an explanation. */
export const fellSinceLastPeriod = rule({
  id: 'fell-since-last-period',
  severity: 'warning',
  stage: 'report',
  facts: z.strictObject({ points: z.string(), before: z.string(), now: z.string(), period: z.string() }),
  sentence: ({ points, before, now, period }) =>
    `Tỷ lệ giảm ${points} điểm so với kỳ ${shortPeriodName(period)} (từ ${before} xuống ${now}). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.`,
  refusal: none,
  setting: { name: 'Giảm mạnh so với kỳ trước', allows: 'severity' },
  reason: 'asked',
  fixes: none,
  live: none, // the form knows nothing of the last period
  check: (report, context) => {
    const { previous, agency } = context;
    if (!previous) return [];
    const lastOf = lastFigures(previous, agency);
    return foundIn(answered(report, context), ({ row, indicator, entry: { numerator, denominator, explanation } }) => {
      const last = lastOf(indicator);
      // A whole that changed a hundredfold is one thing to explain, not two.
      if (measureOf(indicator).pace !== 'rising') return null;
      if (!last || numerator === undefined || !denominator || isHundredfold(last.denominator, denominator)) return null;
      if (last.denominator < LEAST_DENOMINATOR || denominator < LEAST_DENOMINATOR || !isBlankText(explanation ?? '')) return null;
      const [then, now] = [percentOf(last.numerator, last.denominator), percentOf(numerator, denominator)];
      const points = minus(then, now);
      if (compare(points, POINTS) < 0) return null;
      // As who subtracts the two figures that are told comes to it.
      const told = formatDecimal(minus(rounded(then, 2), rounded(now, 2)));
      const facts = { points: told, before: formatPercent(then), now: formatPercent(now), period: previous.period };
      return { row, field: 'explanation', facts };
    });
  },
});
