/**
 * Calls `doing` with all that was given since it was called last, never while a call is under way: events of Excel outrun its answers, and
 * each that asked for itself would leave dozens of batches waiting.
 */
export function oneAtATime<T>(doing: (all: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: T[] = [];
  let isDoing = false;
  return async (one) => {
    waiting.push(one);
    if (isDoing) return;
    isDoing = true;
    try {
      while (waiting.length > 0) {
        const all = waiting;
        waiting = [];
        await doing(all);
      }
    } finally {
      isDoing = false;
    }
  };
}
