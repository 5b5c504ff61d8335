import type { PeriodLine } from '../../contract/period-line.ts';
import { cutOffOf, deadlineOf, startOf } from '../../core/plan/plan-periods.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { publishedIn } from '../periods/published.ts';

/** A period in one line: its state and its days. */
export const periodLine = ({ plan, period, row }: PeriodContext): PeriodLine => ({
  period,
  state: row.state,
  closes: row.closes,
  from: startOf(plan, period),
  cutOff: cutOffOf(plan, period),
  deadline: deadlineOf(plan, period),
  asOf: row.asOf,
  publishedAt: publishedIn(row)?.at ?? null,
});
