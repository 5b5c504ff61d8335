import { planPeriods } from '../../core/plan/plan-periods.ts';
import type { Deps } from '../deps.ts';
import { type PeriodContext, periodContextOf } from '../periods/period-context.ts';

/**
 * The opened periods that are wanted, the earliest first. One that cannot be read is no gap that nobody notices: throws
 * `UnreadableRowError`.
 */
export async function feedPeriods(deps: Deps, isAsked: (period: string) => boolean): Promise<readonly PeriodContext[]> {
  const contexts = await Promise.all(
    planPeriods(deps.plan)
      .filter(isAsked)
      .map((period) => periodContextOf(deps, period)),
  );
  return contexts.filter((context) => context !== null);
}
