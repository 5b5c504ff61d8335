import { planPeriods } from '../../core/plan/plan-periods.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { type ContextDeps, type PeriodContext, periodContextOf } from './period-context.ts';

/** Every period of the plan that was opened, the earliest first; one that cannot be read is left out, and holds up no other. */
export async function openedPeriods(deps: ContextDeps): Promise<PeriodContext[]> {
  const grounds = await Promise.all(planPeriods(deps.plan).map((period) => nullIfUnreadable(periodContextOf(deps, period))));
  return grounds.filter((context) => context !== null);
}
