import type { BrowserContext } from 'playwright-core';

/** Pages of a context whose paintings and timers come late, as on a machine that is busy with something else; by so many milliseconds. */
export const paintsLate = (context: BrowserContext, ms: number): Promise<unknown> =>
  context.addInitScript((late: number) => {
    const usual = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (act: () => void, wanted = 0, ...words: unknown[]) => usual(act, wanted + late, ...words),
      requestAnimationFrame: (act: (at: number) => void) => usual(() => act(performance.now()), late),
      cancelAnimationFrame: (id: number) => clearTimeout(id),
    });
  }, ms);
