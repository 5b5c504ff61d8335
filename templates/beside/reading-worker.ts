import { type ResourceLimits, Worker } from 'node:worker_threads';
import { finding } from '../../core/findings/finding.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readingTookTooLong } from '../../core/rules/files.ts';
import type { Upload } from '../upload/read-upload.ts';
import { contextNumber } from './context-number.ts';
import { type JobOf, type Made, MOST_SHARED_CONTEXTS, type SharedContext, type WorkerAnswer, type WorkerRequest } from './job.ts';
import { threadTime } from './thread-time.ts';

/** Processor time that one file may take. A filled form takes a hundredth of it to be read, whatever else the machine does. */
export const MOST_READING_MS = 2_000;
const LOOK_MS = 100;
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 768 };

/** A thread that reads one file after another. */
export interface ReadingWorker {
  /**
   * Does a job; a context where it needs one. Null where it takes too long, or more memory than there is; the thread is gone then.
   * Rejects where the reader is broken.
   */
  readonly run: <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null) => Promise<Made[K] | null>;
  /** Reads an upload. What takes too long is a finding. */
  readonly read: (bytes: Uint8Array, context: ReadingContext) => Promise<Upload>;
  readonly isGone: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** Starts a thread; it keeps no process alive while it has nothing to do. */
export function startReadingWorker(program: string, memory: ResourceLimits = MEMORY): ReadingWorker {
  const worker = new Worker(program, { eval: true, resourceLimits: memory, stdin: false });
  worker.unref();
  const handed = new Set<number>();
  let gone = false;
  let task: string | null | undefined;
  let hear: (answer: WorkerAnswer) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'ready') task = answer.task;
    else hear(answer);
  });
  const lost = (error: unknown) => {
    gone = true;
    fail(error);
  };
  worker.on('error', lost);
  worker.on('exit', () => lost(new Error('[read beside] "worker": it ended')));
  const ask = (asked: WorkerRequest, transfer: ArrayBuffer[] = []): void => worker.postMessage(asked, transfer);

  /** The number under which the worker knows a shared context; a new one is handed over. */
  const told = (context: SharedContext): number => {
    const { plan, agencies, previous } = context;
    const shared = contextNumber(context);
    if (handed.has(shared)) return shared;
    const [oldest] = handed;
    if (handed.size >= MOST_SHARED_CONTEXTS && oldest !== undefined) handed.delete(oldest); // as the worker does
    handed.add(shared);
    ask({ kind: 'know', shared, known: { plan, agencies, previous } });
    return shared;
  };
  const under = ({ plan, agencies, previous, obligationsOf: _, ...forFile }: ReadingContext) => ({
    shared: told({ plan, agencies, previous }),
    forFile,
  });
  const run: ReadingWorker['run'] = <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null) =>
    new Promise<Made[K] | null>((resolve, reject) => {
      const began = task === undefined ? null : threadTime(worker, task);
      const looking = setInterval(() => {
        if (task !== undefined && threadTime(worker, task) - (began ?? 0) > MOST_READING_MS) lost(TOO_LONG);
      }, LOOK_MS);
      const done = (end: () => void): void => {
        clearInterval(looking);
        hear = () => {};
        fail = () => {};
        worker.unref();
        end();
      };
      hear = (answer) =>
        done(() =>
          answer.kind === 'made' ? resolve(answer.made as Made[K]) : reject(new Error(answer.kind === 'broken' ? answer.error : '')),
        ); // the program makes of a job what its kind says
      fail = (error) => {
        if (error === TOO_LONG) void worker.terminate();
        done(() => (error === TOO_LONG || isOutOfMemory(error) ? resolve(null) : reject(error)));
      };
      worker.ref();
      const own = new Uint8Array(job.bytes); // what is handed over is gone from here; a Buffer's `slice` is no copy
      ask({ kind: 'do', job: { ...job, bytes: own }, under: context && under(context) }, [own.buffer]);
    });
  return {
    run,
    read: async (bytes, context) => (await run<'read'>({ kind: 'read', bytes }, context)) ?? tookTooLong(),
    isGone: () => gone,
    end: () => worker.terminate(),
  };
}

const TOO_LONG = Symbol('too long');

/** By its code alone: the error may come from another realm, where `instanceof Error` says no. */
const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

export const tookTooLong = (): Upload => ({
  identity: null,
  report: null,
  findings: [finding(readingTookTooLong, {})],
  places: new Map(),
  modified: null,
});
