import { setTimeout as sleep } from 'node:timers/promises';
import { type Worker, workerData } from 'node:worker_threads';

// A thread and whoever may end it share one number: Node must not end a thread in the middle of some of its own calls.
const [FREE, HELD, ENDING] = [0, 1, 2];
const LOOK_MS = 1;
/** Longer than anything undisturbed takes. */
const MOST_LOOKS_AT_EXIT = 5_000;

/** What a thread is started with so that it can be ended without harm. */
export type Gate = Int32Array<SharedArrayBuffer>;

export const newGate = (): Gate => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** The gate with which this thread was started; the main thread has none, and is ended by nobody. */
const own: Gate | null = workerData instanceof SharedArrayBuffer ? new Int32Array(workerData) : null;

/** Does something short during which this thread is not ended by `endThread`. Not to be nested. */
export function undisturbed<T>(work: () => T): T {
  if (!own) return work();
  if (Atomics.compareExchange(own, 0, FREE, HELD) === ENDING) Atomics.wait(own, 0, ENDING); // to be ended here
  try {
    return work();
  } finally {
    Atomics.store(own, 0, FREE);
  }
}

const isHeld = (gate: Gate): boolean => Atomics.compareExchange(gate, 0, FREE, ENDING) === HELD;

/** Ends a thread that was started with a gate, not while it is undisturbed. */
export async function endThread(worker: Worker, gate: Gate): Promise<void> {
  while (isHeld(gate) && worker.threadId !== GONE) await sleep(LOOK_MS);
  await worker.terminate();
}

/** `threadId` of a thread that has ended. */
const GONE = -1;

const living = new Map<Worker, Gate>();

/** At the end of the process Node ends every thread: they are waited for there too. */
export function keepUntilExit(worker: Worker, gate: Gate): void {
  if (living.size === 0) process.on('exit', waitForAll);
  living.set(worker, gate);
  worker.once('exit', () => {
    living.delete(worker);
    if (living.size === 0) process.off('exit', waitForAll);
  });
}

function waitForAll(): void {
  for (const [worker, gate] of living) {
    for (let k = 0; k < MOST_LOOKS_AT_EXIT && isHeld(gate) && worker.threadId !== GONE; k++) Atomics.wait(gate, 0, HELD, LOOK_MS);
  }
}
