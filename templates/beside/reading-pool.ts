import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { Remarked } from '../../core/reading/remark-marks.ts';
import type { Upload } from '../upload/read-upload.ts';
import type { JobOf, Made } from './job.ts';
import { threadPool } from './pool.ts';
import { endedThreads, type ReadingWorker, startReadingWorker } from './reading-worker.ts';
import { ThreadEnded } from './thread-ended.ts';

/**
 * Works on files of others beside everything else; 'busy' where too many wait already, and of those who wait whoever sent the most. `by`:
 * on whose behalf, so that nobody waits for one that sends much. What takes too long, or ends a thread twice, is a finding
 * where one reads, else null; rejects with `ThreadEnded` where the threads are ended.
 */
export interface ReadsUploads {
  readonly read: (bytes: Uint8Array, context: ReadingContext, by: string) => Promise<Upload | 'busy'>;
  /** Reads some files at once, in the time that one may take; null where they take longer. */
  readonly readSome: (files: readonly Uint8Array[], context: ReadingContext, by: string) => Promise<Made['readSome'] | null | 'busy'>;
  readonly mark: (bytes: Uint8Array, remarked: Remarked, context: ReadingContext, by: string) => Promise<Made['mark'] | null | 'busy'>;
  /** What a .docx shows of figures. */
  readonly document: (bytes: Uint8Array, by: string) => Promise<Made['document'] | 'busy'>;
  readonly compare: (bytes: Uint8Array, wanted: Uint8Array, by: string) => Promise<Made['compare'] | 'busy'>;
  /** A plan workbook under its file's name. */
  readonly plan: (bytes: Uint8Array, file: string, by: string) => Promise<Made['plan'] | null | 'busy'>;
  /** What keeps a plan from being put in force; `written`: JSON of plan and agencies. */
  readonly planFaults: (written: Uint8Array, by: string) => Promise<Made['planFaults'] | null | 'busy'>;
  /** Has made-up forms of a context read until there is something to do: the first real one meets threads that have read before. */
  readonly warm: (context: ReadingContext) => void;
  /** Ends what is being read, and the threads. */
  readonly end: () => Promise<void>;
}

/** The program of a worker thread: put here by the build (tools/thread-programs.mjs). */
declare const READING_PROGRAM: string;

interface PoolSettings {
  readonly workers: number;
  readonly mostWaiting: number;
  readonly program?: string | null;
}

/**
 * Threads that read files of others, kept warm. Where there is no program for them, as in tests that run the sources, this thread reads.
 */
export function readingPool({ workers, mostWaiting, program = builtProgram() }: PoolSettings): ReadsUploads {
  if (program === null) return READS_HERE;
  const pool = threadPool({ start: () => startReadingWorker(program), workers, mostWaiting });
  let ended = false;
  /** Null for what ended a thread twice. */
  const run = <T>(by: string, use: (worker: ReadingWorker) => Promise<T>): Promise<T | null | 'busy'> =>
    pool.run(by, use).catch((error: unknown) => {
      if (error instanceof ThreadEnded && !ended) return null;
      throw error;
    });
  return {
    read: async (bytes, context, by) => (await run(by, (worker) => worker.read(bytes, context))) ?? endedThreads(),
    readSome: (files, context, by) => run(by, (worker) => worker.run<'readSome'>({ kind: 'readSome', ...joined(files) }, context)),
    mark: (bytes, remarked, context, by) => run(by, (worker) => worker.run<'mark'>({ kind: 'mark', bytes, remarked }, context)),
    document: (bytes, by) => run(by, (worker) => worker.run<'document'>({ kind: 'document', bytes }, null)),
    compare: (bytes, wanted, by) => run(by, (worker) => worker.run<'compare'>({ kind: 'compare', bytes, wanted }, null)),
    plan: (bytes, file, by) => run(by, (worker) => worker.run<'plan'>({ kind: 'plan', bytes, file }, null)),
    planFaults: (bytes, by) => run(by, (worker) => worker.run<'planFaults'>({ kind: 'planFaults', bytes }, null)),
    warm: (context) => pool.each((worker) => worker.warm(context)),
    end: () => {
      ended = true;
      return pool.end();
    },
  };
}

/** In this very thread, without any limit of time. */
export const READS_HERE: ReadsUploads = {
  read: async (bytes, context) => doHere<'read'>({ kind: 'read', bytes }, context),
  readSome: async (files, context) => doHere<'readSome'>({ kind: 'readSome', ...joined(files) }, context),
  mark: async (bytes, remarked, context) => doHere<'mark'>({ kind: 'mark', bytes, remarked }, context),
  document: async (bytes) => doHere<'document'>({ kind: 'document', bytes }, null),
  compare: async (bytes, wanted) => doHere<'compare'>({ kind: 'compare', bytes, wanted }, null),
  plan: async (bytes, file) => doHere<'plan'>({ kind: 'plan', bytes, file }, null),
  planFaults: async (bytes) => doHere<'planFaults'>({ kind: 'planFaults', bytes }, null),
  warm: () => {},
  end: async () => {},
};

/** What is built never needs it: there the threads have it. */
async function doHere<K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null): Promise<Made[K]> {
  const { doJob } = await import('./do-job.ts');
  return doJob<K>(job, context);
}

/** One behind the other. */
function joined(files: readonly Uint8Array[]): { readonly bytes: Uint8Array; readonly ends: readonly number[] } {
  let end = 0;
  const ends: number[] = [];
  for (const { length } of files) {
    end += length;
    ends.push(end);
  }
  return { bytes: Buffer.concat(files), ends };
}

function builtProgram(): string | null {
  try {
    return READING_PROGRAM;
  } catch {
    return null; // sources that nobody has built
  }
}
