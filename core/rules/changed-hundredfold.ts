import * as z from 'zod';
import { formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { isBlankText } from '../text.ts';
import { shortPeriodName } from '../wording/period-names.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { lastFigures, lastNumbers } from './last-figure.ts';
import { none, rule } from './rule.ts';

const TIMES = 100;

/** Decimals that a number of a plan may have. */
const MOST_DECIMALS = 4;

/** Whether a whole grew or shrank a hundred times or more: a slip of the keyboard or another unit, hardly ever the world. */
export const isHundredfold = (before: number, now: number): boolean => now >= TIMES * before || before >= TIMES * now;

/**
 * A denominator, or a number, a hundred times the agency's own last one, or a hundredth of it, needs an explanation. It is named beside one
 * too, that may be about something else; it is open only without.
 */
export const changedHundredfold = rule({
  id: 'changed-hundredfold',
  severity: 'warning',
  stage: 'report',
  /** `explained`: whether `Giải trình` says something, be it of this or of another thing. */
  facts: z.strictObject({
    before: z.number(),
    now: z.number(),
    period: z.string(),
    explained: z.boolean(),
    /** Where it is not a denominator. */
    of: z.literal('value').optional(),
  }),
  sentence: ({ before, now, period, explained, of }) => {
    const [rose, to] = now > before ? ['tăng', 'lên'] : ['giảm', 'xuống'];
    const what = `${of === 'value' ? 'Giá trị' : 'Mẫu số'} ${rose} từ 100 lần trở lên so với kỳ ${shortPeriodName(period)} (từ ${numberText(before)} ${to} ${numberText(now)}).`;
    return `${what} Kiểm tra lại số liệu; nếu đúng, ${explained ? 'xem Giải trình đã nêu lý do chưa' : 'ghi lý do ở cột Giải trình'}.`;
  },
  refusal: none,
  setting: { name: 'Mẫu số, giá trị tăng hoặc giảm 100 lần so với kỳ trước', allows: 'severity' },
  reason: 'asked',
  fixes: none,
  live: none, // the form knows nothing of the last period
  check: (report, context) => {
    const { previous, agency } = context;
    if (!previous) return [];
    const [lastOf, lastNumberOf] = [lastFigures(previous, agency), lastNumbers(previous, agency)];
    return foundIn(answered(report, context), ({ row, indicator, entry: { denominator, value, explanation } }) => {
      const isNumber = typeof value === 'number';
      const [before, now] = isNumber ? [lastNumberOf(indicator), value] : [lastOf(indicator)?.denominator, denominator];
      // from nothing to something, or across it, is no multiple
      if (!before || !now || before * now < 0 || !isHundredfold(Math.abs(before), Math.abs(now))) return null;
      const explained = !isBlankText(explanation ?? '');
      const field = isNumber ? 'value' : 'denominator';
      const facts = { before, now, period: previous.period, explained, ...(isNumber && { of: 'value' as const }) };
      return { row, field: explained ? field : 'explanation', facts };
    });
  },
});

const numberText = (number: number): string => formatDecimal(fromDecimal(number), MOST_DECIMALS);
