import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { RemarkedRows } from '../../core/reading/remark-marks.ts';
import type { Upload } from '../upload/read-upload.ts';
import { doJob } from './do-job.ts';
import type { Made } from './job.ts';
import { type ReadingWorker, startReadingWorker } from './reading-worker.ts';

/**
 * Works on files of others beside everything else; 'busy' where too many wait already, and of those who wait whoever sent the most. `by`: on
 * whose behalf, so that nobody waits for one that sends much. What takes too long is a finding where one reads, else null.
 */
export interface ReadsUploads {
  readonly read: (bytes: Uint8Array, context: ReadingContext, by: string) => Promise<Upload | 'busy'>;
  readonly mark: (bytes: Uint8Array, remarks: RemarkedRows, context: ReadingContext, by: string) => Promise<Made['mark'] | null | 'busy'>;
  readonly bookmarks: (bytes: Uint8Array, by: string) => Promise<Made['bookmarks'] | 'busy'>;
  readonly compare: (bytes: Uint8Array, wanted: Uint8Array, by: string) => Promise<Made['compare'] | 'busy'>;
  /** Ends what is being read, and the threads. */
  readonly end: () => Promise<void>;
}

/** The program of a worker thread: put here by the build (tools/reading-program.mjs). */
declare const READING_PROGRAM: string;

interface Waiting {
  readonly by: string;
  readonly start: (worker: ReadingWorker) => void;
  /** Told where it must make room for somebody who has sent less. */
  readonly turnAway: () => void;
}

interface PoolSettings {
  readonly workers: number;
  readonly mostWaiting: number;
  readonly program?: string | null;
}

/** Threads that read files of others, kept warm. Where there is no program for them, as in tests that run the sources, this thread reads. */
export function readingPool({ workers, mostWaiting, program = builtProgram() }: PoolSettings): ReadsUploads {
  if (program === null) return READS_HERE;
  const idle: ReadingWorker[] = Array.from({ length: workers }, () => startReadingWorker(program));
  const all = new Set(idle);
  const waiting: Waiting[] = [];
  const served = new Map<string, number>();
  let ended = false;

  /** The first who waits and for whom the fewest read just now. */
  const next = (): Waiting | undefined => {
    const fewest = Math.min(...waiting.map(({ by }) => served.get(by) ?? 0));
    const at = waiting.findIndex(({ by }) => (served.get(by) ?? 0) === fewest);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  /** Turns the last away of whoever has the most waiting; false where that is the newcomer. */
  const madeRoomFor = (by: string): boolean => {
    const counts = new Map<string, number>();
    for (const one of waiting) counts.set(one.by, (counts.get(one.by) ?? 0) + 1);
    const most = Math.max(...counts.values());
    if ((counts.get(by) ?? 0) + 1 >= most) return false;
    const at = waiting.findLastIndex((one) => counts.get(one.by) === most);
    waiting.splice(at, 1)[0]?.turnAway();
    return true;
  };
  const free = (worker: ReadingWorker): void => {
    if (ended) return;
    if (worker.isGone()) all.delete(worker);
    const there = worker.isGone() ? startReadingWorker(program) : worker;
    all.add(there);
    const one = next();
    if (one) one.start(there);
    else idle.push(there);
  };
  const runBy = async <T>(worker: ReadingWorker, by: string, use: (worker: ReadingWorker) => Promise<T>): Promise<T> => {
    served.set(by, (served.get(by) ?? 0) + 1);
    try {
      return await use(worker);
    } finally {
      const left = (served.get(by) ?? 1) - 1;
      if (left > 0) served.set(by, left);
      else served.delete(by);
      free(worker);
    }
  };
  const run = async <T>(by: string, use: (worker: ReadingWorker) => Promise<T>): Promise<T | 'busy'> => {
    const worker = idle.pop();
    if (worker) return runBy(worker, by, use);
    if (waiting.length >= mostWaiting && !madeRoomFor(by)) return 'busy';
    const given = await new Promise<ReadingWorker | null>((start) => waiting.push({ by, start, turnAway: () => start(null) }));
    return given ? runBy(given, by, use) : 'busy';
  };
  return {
    read: (bytes, context, by) => run(by, (worker) => worker.read(bytes, context)),
    mark: (bytes, remarks, context, by) => run(by, (worker) => worker.run<'mark'>({ kind: 'mark', bytes, remarks }, context)),
    bookmarks: (bytes, by) => run(by, (worker) => worker.run<'bookmarks'>({ kind: 'bookmarks', bytes }, null)),
    compare: (bytes, wanted, by) => run(by, (worker) => worker.run<'compare'>({ kind: 'compare', bytes, wanted }, null)),
    end: async () => {
      ended = true;
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}

/** In this very thread, without any limit of time. */
export const READS_HERE: ReadsUploads = {
  read: async (bytes, context) => doJob<'read'>({ kind: 'read', bytes }, context),
  mark: async (bytes, remarks, context) => doJob<'mark'>({ kind: 'mark', bytes, remarks }, context),
  bookmarks: async (bytes) => doJob<'bookmarks'>({ kind: 'bookmarks', bytes }, null),
  compare: async (bytes, wanted) => doJob<'compare'>({ kind: 'compare', bytes, wanted }, null),
  end: async () => {},
};

function builtProgram(): string | null {
  try {
    return READING_PROGRAM;
  } catch {
    return null; // sources that nobody has built
  }
}
