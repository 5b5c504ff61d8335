import { Script } from 'node:vm';

/** A script sees nothing but what is global where scripts run: in tests another realm than this one. Nobody else has this name. */
const WORK = Symbol.for('phuluc.work-briefly');
const GLOBAL: object = new Script('globalThis').runInThisContext();
const CALL = new Script("globalThis[Symbol.for('phuluc.work-briefly')]()");

/**
 * Does something in this very thread; false where it was stopped after `ms` milliseconds, wherever it stood, and what it had done stays. To
 * watch takes half a millisecond: give it many small things at once. Throws what `work` throws.
 */
export function workBriefly(ms: number, work: () => void): boolean {
  Object.assign(GLOBAL, { [WORK]: work });
  try {
    CALL.runInThisContext({ timeout: ms }); // in a context of its own it would cost a megabyte
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  } finally {
    Reflect.deleteProperty(GLOBAL, WORK);
  }
}
