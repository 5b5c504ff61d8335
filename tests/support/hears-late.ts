import type { Page } from 'playwright-core';

/** A page that hears of other tabs so many milliseconds late, as on a machine that is busy with something else. */
export const hearsLate = (page: Page, ms: number): Promise<unknown> =>
  page.addInitScript((late: number) => {
    const usual = BroadcastChannel.prototype.addEventListener;
    BroadcastChannel.prototype.addEventListener = function (this: BroadcastChannel, name: string, hear: (event: never) => void) {
      usual.call(this, name, (event) => setTimeout(() => hear(event as never), late));
    } as typeof usual;
  }, ms);
