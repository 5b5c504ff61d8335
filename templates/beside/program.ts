import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/plan.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { unpackByZlib } from '../unpack-by-zlib.ts';
import { readUpload } from '../upload/read-upload.ts';
import { type Heavy, type Light, MOST_HEAVY, type WorkerAnswer, type WorkerRequest } from './job.ts';

// The program of a worker thread that reads uploads: bundled into one text, which the pool starts.
const known = new Map<number, (light: Light) => ReadingContext>();
const tell = (told: WorkerAnswer): void => parentPort?.postMessage(told);

parentPort?.on('message', (asked: WorkerRequest) => {
  if (asked.kind === 'know') return learn(asked.heavy, asked.known);
  try {
    const context = known.get(asked.heavy)?.(asked.light);
    if (!context) throw new Error(`[read beside] "${asked.heavy}": never handed over`);
    tell({ kind: 'read', upload: readUpload(asked.bytes, context, unpackByZlib) });
  } catch (error) {
    tell({ kind: 'broken', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
tell({ kind: 'ready', task: ownTask() });

function learn(heavy: number, one: Heavy): void {
  const [oldest] = known.keys();
  if (known.size >= MOST_HEAVY && oldest !== undefined) known.delete(oldest);
  const made = new Map<Period, Obligations>();
  const obligations = (period: Period): Obligations => {
    const before = made.get(period) ?? obligationsOf(one.plan, one.agencies, period);
    made.set(period, before);
    return before;
  };
  known.set(heavy, (light) => ({ ...one, ...light, obligationsOf: obligations }));
}

/** The folder in which Linux counts what this very thread takes; null elsewhere. */
function ownTask(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}`;
  } catch {
    return null;
  }
}
