import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

/** Linux counts in hundredths of a second, whatever the machine (USER_HZ). */
const TICK_MS = 10;
/** Where nobody counts for us, time that a worker did not wait is taken for a fifth of it: on a busy machine it stands in line itself. */
const BUSY_SHARE = 5;

/**
 * Milliseconds of processor time that a worker has taken so far: by the system's own count of its thread, else by a careful guess; where
 * the thread has just ended, which its owner is told a little later, too.
 */
export function threadTime(worker: Worker, task: string | null): number {
  const stat = task === null ? null : countOf(task);
  if (stat === null) return worker.performance.eventLoopUtilization().active / BUSY_SHARE;
  // "tid (name) state …": the name may hold blanks and brackets; user and system time are the 12th and 13th behind it.
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
}

function countOf(task: string): string | null {
  try {
    return readFileSync(`${task}/stat`, 'latin1');
  } catch {
    return null;
  }
}
