import { type Context, createContext, Script } from 'node:vm';

const CALL = new Script('work()');
const around: { work: () => void } = { work: () => {} };
/** Made once: to make one takes as long as to read a sheet. */
const made: { context?: Context } = {};

/**
 * Does something in this very thread; false where it was stopped after `ms` milliseconds, wherever it stood, and what it had done stays. To
 * watch takes half a millisecond: give it many small things at once. Throws what `work` throws.
 */
export function workBriefly(ms: number, work: () => void): boolean {
  around.work = work;
  try {
    made.context ??= createContext(around);
    CALL.runInContext(made.context, { timeout: ms });
    return true;
  } catch (error) {
    // The error is of the other context, and no Error of this one.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}
