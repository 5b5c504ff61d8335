import { type ResourceLimits, Worker } from 'node:worker_threads';
import { ThreadEnded } from './thread-ended.ts';
import { threadTime } from './thread-time.ts';
import { endThread, keepUntilExit, newGate } from './undisturbed.ts';

const LOOK_MS = 100;

/** What a thread says: that it is there, and where the system counts its time (Linux); what it has made; that it is broken. */
export type ThreadAnswer =
  | { readonly kind: 'ready'; readonly task: string | null }
  | { readonly kind: 'made'; readonly made: unknown }
  | { readonly kind: 'broken'; readonly error: string };

export interface ThreadWork {
  readonly asked: unknown;
  /** Processor time that it may take, in milliseconds. */
  readonly mostMs: number;
  /** What is handed over, and gone from here. */
  readonly handed?: readonly ArrayBuffer[];
}

/** A thread that does one thing after another. */
export interface Thread {
  /** Says something that is not answered. */
  readonly tell: (told: unknown) => void;
  /**
   * Has something done. Null where it takes too long, or more memory than there is; the thread is gone then. Rejects where its program is
   * broken, with `ThreadEnded` where it ends amid its work.
   */
  readonly ask: (work: ThreadWork) => Promise<unknown>;
  readonly isGone: () => boolean;
  readonly end: () => Promise<unknown>;
}

/**
 * What each thread begins with: its program is its first message. Of a thread that the system does not give Node keeps for good what it was
 * to begin with.
 */
const BEGINNING = `require('node:worker_threads').parentPort.once('message', (program) => require('node:vm').runInThisContext(program));`;

/**
 * Starts a thread; it keeps no process alive while it has nothing to do. Where the system gives none (`isNoThread`) it throws, or, as the
 * system tells it later, whoever asks the thread for something is told.
 */
export function startThread(program: string, memory: ResourceLimits): Thread {
  const gate = newGate();
  const worker = new Worker(BEGINNING, { eval: true, resourceLimits: memory, stdin: false, workerData: gate.buffer });
  worker.postMessage(program);
  worker.unref();
  keepUntilExit(worker, gate);
  let gone = false;
  let task: string | null | undefined;
  /** What its start took: nobody's work. */
  let startMs = 0;
  let hear: (answer: ThreadAnswer) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  worker.on('message', (answer: ThreadAnswer) => {
    if (answer.kind !== 'ready') return hear(answer);
    task = answer.task;
    startMs = threadTime(worker, task);
  });
  const lost = (error: unknown) => {
    gone = true;
    fail(error);
  };
  worker.on('error', lost);
  worker.on('exit', () => lost(new ThreadEnded()));
  return {
    tell: (told) => worker.postMessage(told),
    ask: ({ asked, mostMs, handed = [] }) =>
      new Promise((resolve, reject) => {
        worker.postMessage(asked, handed); // throws what cannot be sent, before anything waits for an answer
        worker.ref();
        const began = task === undefined ? null : threadTime(worker, task);
        const looking = setInterval(() => {
          if (task !== undefined && threadTime(worker, task) - (began ?? startMs) > mostMs) lost(TOO_LONG);
        }, LOOK_MS);
        const done = (end: () => void): void => {
          clearInterval(looking);
          hear = () => {};
          fail = () => {};
          worker.unref();
          end();
        };
        hear = (answer) =>
          done(() => (answer.kind === 'made' ? resolve(answer.made) : reject(new Error(answer.kind === 'broken' ? answer.error : ''))));
        fail = (error) => {
          if (error === TOO_LONG) void endThread(worker, gate);
          done(() => (error === TOO_LONG || isOutOfMemory(error) ? resolve(null) : reject(error)));
        };
      }),
    isGone: () => gone,
    end: () => endThread(worker, gate),
  };
}

const TOO_LONG = Symbol('too long');

/** By its code alone: the error may come from another realm, where `instanceof Error` says no. */
const isOutOfMemory = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
