import { fairLine } from './fair-line.ts';
import { isNoThread } from './no-thread.ts';
import { ThreadEnded } from './thread-ended.ts';

/** A thread of a pool. */
export interface PooledThread {
  readonly isGone: () => boolean;
  readonly end: () => Promise<unknown>;
}

/** How soon a system that gave no thread is asked for one again, and how seldom at last: Node keeps something of each that was not given. */
const [SOON_MS, SELDOM_MS] = [250, 4_000];
/** How long one waits where there is no thread at all. */
const MOST_WITHOUT_MS = 3_000;

interface PoolRules<Worker extends PooledThread> {
  readonly start: () => Worker;
  readonly workers: number;
  readonly mostWaiting: number;
  /** Of one sender: what would wait longer than anybody listens is told so at once. Left out: as many as wait at all. */
  readonly mostOfOne?: number;
  /**
   * How long a thread that has nothing to do is kept, in milliseconds, and none is started before it is needed; left out: all are there
   * from the start, for good.
   */
  readonly restMs?: number;
}

export interface Pool<Worker> {
  /**
   * Lends a thread; 'busy' where too many wait already, and of those who wait whoever sent the most. `by`: on whose behalf, so that nobody
   * waits for one that sends much. `use` begins anew with another thread where the system gave none after all (`isNoThread`), and once where
   * the thread ended amid it; rejects with what the system said where there has been none for a while, with `ThreadEnded` where the thread
   * ended once more, or the pool did.
   */
  readonly run: <T>(by: string, use: (worker: Worker) => Promise<T>) => Promise<T | 'busy'>;
  /** Says something to every thread that is there. */
  readonly each: (say: (worker: Worker) => void) => void;
  /** Ends what is being done, and the threads. */
  readonly end: () => Promise<void>;
}

/** What comes of a thread that the system did not give, or that ended. */
const NOT_DONE = Symbol('not done');

/** Threads that do others' work, one thing after another. */
export function threadPool<Worker extends PooledThread>({
  start,
  workers,
  mostWaiting,
  mostOfOne = mostWaiting,
  restMs,
}: PoolRules<Worker>): Pool<Worker> {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const line = fairLine<Worker>({ mostWaiting, mostOfOne });
  const resting = new Map<Worker, NodeJS.Timeout>();
  let ended = false;
  /** Runs until the system is asked again. */
  let again: NodeJS.Timeout | undefined;
  let pauseMs = SOON_MS;
  let newest: Worker | undefined;
  /** Since when there is no thread at all. */
  let without: { readonly since: number; readonly error: unknown } | null = null;

  const isAnyThere = (): boolean => [...all].some((worker) => !worker.isGone());
  const refused = (error: unknown): void => {
    if (!isAnyThere()) without ??= { since: performance.now(), error };
    if (again) return;
    again = setTimeout(serveWaiting, pauseMs);
    pauseMs = Math.min(2 * pauseMs, SELDOM_MS);
  };
  const isLongWithout = (): boolean => without !== null && !isAnyThere() && performance.now() - without.since > MOST_WITHOUT_MS;
  /** One more thread; none where there are all, or the system gives none for now. */
  const started = (): Worker | undefined => {
    if (all.size >= workers || again) return undefined;
    try {
      newest = start();
      all.add(newest);
      return newest;
    } catch (error) {
      if (!isNoThread(error)) throw error;
      refused(error);
      return undefined;
    }
  };
  /** Keeps a thread until it is needed again, or has been idle for too long. */
  const rest = (worker: Worker): void => {
    idle.push(worker);
    if (restMs === undefined) return;
    const leave = (): void => {
      resting.delete(worker);
      idle.splice(idle.indexOf(worker), 1);
      all.delete(worker);
      void worker.end();
    };
    resting.set(worker, setTimeout(leave, restMs).unref());
  };
  const idleOne = (): Worker | undefined => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      clearTimeout(resting.get(worker));
      if (!worker.isGone()) return worker;
      all.delete(worker);
    }
    return undefined;
  };
  const oneNow = (): Worker | undefined => (ended ? undefined : (idleOne() ?? started()));
  /** A thread in the place of one that is gone. Where one cannot be made, all who wait are told: nobody else would come to free one. */
  const replaced = (): Worker | undefined => {
    try {
      return started();
    } catch (error) {
      line.failAll(error);
      return undefined;
    }
  };
  const serveWaiting = (): void => {
    again = undefined;
    if (isLongWithout()) line.failAll(without?.error);
    while (!line.isEmpty()) {
      const worker = idleOne() ?? replaced();
      if (!worker) return;
      line.serveNext(worker);
    }
  };
  const free = (worker: Worker): void => {
    if (ended) return;
    if (worker.isGone()) all.delete(worker);
    const isWanted = !line.isEmpty() || restMs === undefined;
    const ready = !worker.isGone() ? worker : isWanted ? replaced() : undefined;
    if (ready && !line.serveNext(ready)) rest(ready);
  };
  const runBy = async <T>(
    worker: Worker,
    by: string,
    { use, deaths }: { readonly use: (worker: Worker) => Promise<T>; readonly deaths: { left: number } },
  ): Promise<T | typeof NOT_DONE> => {
    line.begin(by);
    try {
      const made = await use(worker);
      without = null;
      if (worker === newest) pauseMs = SOON_MS;
      return made;
    } catch (error) {
      const isOver = deaths.left === 0 || ended;
      if (error instanceof ThreadEnded && !isOver) deaths.left--;
      else if (isNoThread(error)) refused(error);
      else throw error;
      return NOT_DONE;
    } finally {
      line.end(by);
      free(worker);
    }
  };
  if (restMs === undefined) {
    for (let k = 0; k < workers; k++) {
      const worker = started();
      if (worker) rest(worker);
    }
  }
  return {
    run: async (by, use) => {
      let place: 'last' | 'first' = 'last';
      const deaths = { left: 1 };
      for (let ready = oneNow(); ; ready = oneNow()) {
        if (ended) throw new ThreadEnded();
        if (!ready && isLongWithout()) throw without?.error;
        if (!ready && place === 'last' && !line.hasRoomFor(by)) return 'busy';
        const worker = ready ?? (await line.wait(by, place));
        if (!worker) return 'busy';
        const made = await runBy(worker, by, { use, deaths });
        if (made !== NOT_DONE) return made;
        place = 'first'; // it has had its turn, and nothing of it
      }
    },
    each: (say) => {
      for (const worker of all) if (!worker.isGone()) say(worker);
    },
    end: async () => {
      ended = true;
      line.failAll(new ThreadEnded());
      clearTimeout(again);
      for (const timer of resting.values()) clearTimeout(timer);
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
