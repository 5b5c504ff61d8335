/**
 * Whether this says that the system gives no thread: too many run already (`ulimit -u`, `TasksMax`), or too many files are open. By its code
 * alone: the error may come from another realm, where `instanceof Error` says no.
 */
export const isNoThread = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_INIT_FAILED';
