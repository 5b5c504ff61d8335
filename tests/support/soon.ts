import { setTimeout as pause } from 'node:timers/promises';
import { HANGS_MS } from './hang.ts';

const LOOKS_EVERY_MS = 50;

/**
 * Looks until a claim holds, and fails as it last did: what an act brings (a drawing, the focus, an answer) comes a moment after it, on a busy
 * machine a long one. For what is to come; what must stay away is claimed at once, behind something that comes later.
 */
export async function soon(claim: () => void | Promise<void>, ms = HANGS_MS): Promise<void> {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await claim();
    } catch (failure) {
      if (performance.now() > end) throw failure;
    }
    await pause(LOOKS_EVERY_MS);
  }
}
