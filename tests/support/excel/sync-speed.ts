import type { Page } from 'playwright-core';
import { unlessClosed } from '../unless-closed.ts';

/** The times of loading, kept from before the clock was put in place of the page's own. */
interface Kept {
  loadTimes: Performance;
}

/** How long each sync takes in the page's own time, in milliseconds. */
let syncMs = 0;

/** Every pane of this test file is from now on beside an Excel that takes so long a sync; tests that set `latencyMs` themselves wait for that too. */
export function everySyncTakes(ms: number): void {
  syncMs = ms;
}

/** Prepares a page that has opened nothing yet; gives what stands before each batch. */
export async function syncsIn(page: Page): Promise<() => Promise<void>> {
  if (syncMs === 0) return async () => undefined;
  // The page's clock goes on by as much as the sync takes: its timers come due meanwhile, as they would, and nobody waits.
  const context = page.context();
  await context.addInitScript(() => {
    (window as never as Kept).loadTimes = performance;
  });
  await page.clock.install();
  // The clock knows nothing of how a page was loaded, and Microsoft's library wants to.
  await context.addInitScript(() => {
    const { loadTimes } = window as never as Kept;
    for (const name of ['getEntries', 'getEntriesByName', 'getEntriesByType'] as const)
      Object.defineProperty(performance, name, { value: loadTimes[name].bind(loadTimes) });
  });
  return async () => void (await unlessClosed(page, () => page.clock.runFor(syncMs)));
}
