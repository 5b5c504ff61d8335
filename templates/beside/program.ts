import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { doJob } from './do-job.ts';
import { type FileContext, MOST_SHARED_CONTEXTS, type SharedContext, type WorkerAnswer, type WorkerRequest } from './job.ts';

// The program of a worker thread that reads files of others: bundled into one text, which the pool starts.
const known = new Map<number, (forFile: FileContext) => ReadingContext>();
const tell = (told: WorkerAnswer): void => parentPort?.postMessage(told);

parentPort?.on('message', (asked: WorkerRequest) => {
  if (asked.kind === 'know') return learn(asked.shared, asked.known);
  try {
    const { job, under } = asked;
    tell({ kind: 'made', made: doJob(job, (under && known.get(under.shared)?.(under.forFile)) ?? null) });
  } catch (error) {
    tell({ kind: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
tell({ kind: 'ready', task: ownTask() });

function learn(shared: number, one: SharedContext): void {
  const [oldest] = known.keys();
  if (known.size >= MOST_SHARED_CONTEXTS && oldest !== undefined) known.delete(oldest);
  const made = new Map<Period, Obligations>();
  const obligations = (period: Period): Obligations => {
    const before = made.get(period) ?? obligationsOf(one.plan, one.agencies, period);
    made.set(period, before);
    return before;
  };
  known.set(shared, (forFile) => ({ ...one, ...forFile, obligationsOf: obligations }));
}

/** The folder in which Linux counts what this very thread takes; null elsewhere. */
function ownTask(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}`;
  } catch {
    return null;
  }
}
