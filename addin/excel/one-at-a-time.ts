/**
 * Calls `doing` with all that was given since it was called last, never while a call is under way: events of Excel outrun its answers, and
 * each that asked for itself would leave dozens of batches waiting. A call that fails keeps nothing that came meanwhile from its own; the
 * first failure is thrown once nothing waits.
 */
export function oneAtATime<T>(doing: (all: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: T[] = [];
  let isDoing = false;
  return async (one) => {
    waiting.push(one);
    if (isDoing) return;
    isDoing = true;
    const failures: unknown[] = [];
    while (waiting.length > 0) {
      const all = waiting;
      waiting = [];
      try {
        await doing(all);
      } catch (error) {
        failures.push(error);
      }
    }
    isDoing = false;
    if (failures.length > 0) throw failures[0];
  };
}
