import type { Deps } from '../deps.ts';
import { closeAsItStands } from '../periods/close-as-it-stands.ts';
import { openedPeriods } from '../periods/opened-periods.ts';

/** A close takes seconds: one that is under way for so long was left by a crash. */
const LEFT_AFTER_MS = 600_000;

/** Who closed it where the row does not say: an earlier release left none. */
const PROGRAM = 'phuluc';

/** Goes on with every close that a crash left half done. Never closes a period that nobody asked to close, nor one reopened meanwhile. */
export async function finishCloses(deps: Deps): Promise<void> {
  for (const ground of await openedPeriods(deps)) {
    const { state, asOf, closes, closer } = ground.row;
    if (state !== 'closing' || deps.clock().getTime() - Date.parse(asOf ?? '') < LEFT_AFTER_MS) continue;
    await closeAsItStands(deps, ground, { by: closer?.by ?? PROGRAM, close: closes + 1 });
  }
}
