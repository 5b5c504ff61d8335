import type { Deps } from '../deps.ts';
import { type Ground, groundOf } from './ground.ts';

/** Every period of the plan that was opened, the earliest first. */
export async function openedPeriods(deps: Deps): Promise<Ground[]> {
  const years = new Set(deps.plan.phases.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)));
  const grounds = await Promise.all([...years].sort((one, two) => one - two).map((year) => groundOf(deps, String(year))));
  return grounds.filter((ground) => ground !== null);
}
