import type { Plan } from '../../core/plan/plan.ts';
import type { Deps } from '../deps.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { type PeriodContext, periodContextOf } from './period-context.ts';

/** Every period of the plan that was opened, the earliest first; one that cannot be read is left out, and holds up no other. */
export async function openedPeriods(deps: Deps): Promise<PeriodContext[]> {
  const grounds = await Promise.all(planYears(deps.plan).map((year) => nullIfUnreadable(periodContextOf(deps, year))));
  return grounds.filter((context) => context !== null);
}

/** The years of a plan, the earliest first. */
export function planYears({ phases }: Pick<Plan, 'phases'>): readonly string[] {
  const years = new Set(phases.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)));
  return [...years].sort((one, two) => one - two).map(String);
}
