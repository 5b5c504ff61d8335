import { withTarget } from '../measures/measure-of.ts';
import type { Period } from './period.ts';
import type { Indicator, Plan } from './plan.ts';

const made = new WeakMap<Plan, Map<Period, Plan>>();

/**
 * The plan as one period is judged by: rows with a target of that period's own have it in place of their bound. The plan itself where none
 * has.
 */
export function planIn(plan: Plan, period: Period): Plan {
  if (!plan.indicators.some((row) => hasOwnTarget(row, period))) return plan;
  const periods = made.get(plan) ?? new Map<Period, Plan>();
  made.set(plan, periods);
  const known = periods.get(period) ?? { ...plan, indicators: plan.indicators.map((row) => rowIn(row, period)) };
  periods.set(period, known);
  return known;
}

/** Whether a period has a target of its own for a row. */
export const hasOwnTarget = ({ targets }: Pick<Indicator, 'targets'>, period: Period): boolean => targets?.[period] !== undefined;

function rowIn(row: Indicator, period: Period): Indicator {
  const own = row.targets?.[period];
  const measure = own === undefined ? null : withTarget(row.measure, own);
  return measure === null ? row : { ...row, measure };
}
