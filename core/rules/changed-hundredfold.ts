import * as z from 'zod';
import { formatCount } from '../format.ts';
import { isBlankText } from '../text.ts';
import { shortPeriodName } from '../wording/period-names.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { lastFigures } from './last-figure.ts';
import { none, rule } from './rule.ts';

const TIMES = 100;

/** Whether a whole grew or shrank a hundred times or more: a slip of the keyboard or another unit, hardly ever the world. */
export const isHundredfold = (before: number, now: number): boolean => now >= TIMES * before || before >= TIMES * now;

/**
 * A denominator a hundred times the agency's own last one, or a hundredth of it, needs an explanation. It is named beside one too, that
 * may be about something else; it is open only without.
 */
export const changedHundredfold = rule({
  id: 'changed-hundredfold',
  severity: 'warning',
  stage: 'report',
  /** `explained`: whether `Giải trình` says something, be it of this or of another thing. */
  facts: z.strictObject({ before: z.number(), now: z.number(), period: z.string(), explained: z.boolean() }),
  sentence: ({ before, now, period, explained }) => {
    const [rose, to] = now > before ? ['tăng', 'lên'] : ['giảm', 'xuống'];
    const what = `Mẫu số ${rose} từ 100 lần trở lên so với kỳ ${shortPeriodName(period)} (từ ${formatCount(before)} ${to} ${formatCount(now)}).`;
    return `${what} Kiểm tra lại số liệu; nếu đúng, ${explained ? 'xem Giải trình đã nêu lý do chưa' : 'ghi lý do ở cột Giải trình'}.`;
  },
  refusal: none,
  setting: { name: 'Mẫu số tăng, giảm 100 lần so với kỳ trước', allows: 'severity' },
  reason: 'asked',
  fixes: none,
  live: none, // the form knows nothing of the last period
  check: (report, context) => {
    const { previous, agency } = context;
    if (!previous) return [];
    const lastOf = lastFigures(previous, agency);
    return foundIn(answered(report, context), ({ row, indicator, entry: { denominator, explanation } }) => {
      const last = lastOf(indicator);
      if (!last || !denominator || !isHundredfold(last.denominator, denominator)) return null;
      const explained = !isBlankText(explanation ?? '');
      const facts = { before: last.denominator, now: denominator, period: previous.period, explained };
      return { row, field: explained ? 'denominator' : 'explanation', facts };
    });
  },
});
