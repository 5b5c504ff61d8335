import type { Deps } from '../deps.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import { type PeriodContext, periodContextOf } from './period-context.ts';

/** Every period of the plan that was opened, the earliest first; one that cannot be read is left out, and holds up no other. */
export async function openedPeriods(deps: Deps): Promise<PeriodContext[]> {
  const years = new Set(deps.plan.phases.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)));
  const grounds = await Promise.all(
    [...years].sort((one, two) => one - two).map((year) => nullIfUnreadable(periodContextOf(deps, String(year)))),
  );
  return grounds.filter((context) => context !== null);
}
