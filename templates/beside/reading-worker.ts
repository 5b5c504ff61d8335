import { type ResourceLimits, Worker } from 'node:worker_threads';
import { finding } from '../../core/findings/finding.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readingTookTooLong } from '../../core/rules/files.ts';
import type { Upload } from '../upload/read-upload.ts';
import { contextNumber } from './context-number.ts';
import { MOST_HEAVY, type WorkerAnswer, type WorkerRequest } from './job.ts';
import { threadTime } from './thread-time.ts';

/** Processor time that reading one upload may take. A filled form takes a hundredth of it, whatever else the machine does. */
export const MOST_READING_MS = 2_000;
const LOOK_MS = 100;
const MEMORY: ResourceLimits = { maxOldGenerationSizeMb: 768 };

/** A thread that reads one upload after another. */
export interface ReadingWorker {
  /** Reads an upload. What takes too long, or more memory than there is, is a finding; the thread is gone then. Rejects where the reader is broken. */
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
  let hear: (told: WorkerAnswer) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  worker.on('message', (told: WorkerAnswer) => {
    if (told.kind === 'ready') task = told.task;
    else hear(told);
  });
  const lost = (error: unknown) => {
    gone = true;
    fail(error);
  };
  worker.on('error', lost);
  worker.on('exit', () => lost(new Error('[read beside] "worker": it ended')));
  const ask = (asked: WorkerRequest, transfer: ArrayBuffer[] = []): void => worker.postMessage(asked, transfer);

  return {
    isGone: () => gone,
    end: () => worker.terminate(),
    read: (bytes, { plan, agencies, previous, obligationsOf: _, ...light }) =>
      new Promise<Upload>((resolve, reject) => {
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
        hear = (told) =>
          done(() => (told.kind === 'read' ? resolve(told.upload) : reject(new Error(told.kind === 'broken' ? told.error : ''))));
        fail = (error) => {
          if (error === TOO_LONG) void worker.terminate();
          done(() => (error === TOO_LONG || isOutOfMemory(error) ? resolve(tookTooLong()) : reject(error)));
        };
        worker.ref();
        const heavy = contextNumber({ plan, agencies, previous });
        if (!handed.has(heavy)) {
          const [oldest] = handed;
          if (handed.size >= MOST_HEAVY && oldest !== undefined) handed.delete(oldest); // as the worker does
          handed.add(heavy);
          ask({ kind: 'know', heavy, known: { plan, agencies, previous } });
        }
        const own = new Uint8Array(bytes); // what is handed over is gone from here; a Buffer's `slice` is no copy
        ask({ kind: 'read', bytes: own, heavy, light }, [own.buffer]);
      }),
  };
}

const TOO_LONG = Symbol('too long');

/** By its code alone: the error may come from another realm, where `instanceof Error` says no. */
const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tookTooLong = (): Upload => ({
  identity: null,
  report: null,
  findings: [finding(readingTookTooLong, {})],
  places: new Map(),
  modified: null,
});
