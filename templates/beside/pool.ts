/** A thread of a pool. */
export interface PooledThread {
  readonly isGone: () => boolean;
  readonly end: () => Promise<unknown>;
}

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
   * waits for one that sends much.
   */
  readonly run: <T>(by: string, use: (worker: Worker) => Promise<T>) => Promise<T | 'busy'>;
  /** Says something to every thread that is there. */
  readonly each: (say: (worker: Worker) => void) => void;
  /** Ends what is being done, and the threads. */
  readonly end: () => Promise<void>;
}

interface Waiting<Worker> {
  readonly by: string;
  readonly start: (worker: Worker) => void;
  /** Told where it must make room for somebody who has sent less. */
  readonly turnAway: () => void;
  /** Told where no thread can be started for it. */
  readonly fail: (error: unknown) => void;
}

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
  const waiting: Waiting<Worker>[] = [];
  const served = new Map<string, number>();
  /** When whoever still waits was served last, in turns. */
  const lastTurn = new Map<string, number>();
  let turns = 0;
  const resting = new Map<Worker, NodeJS.Timeout>();
  let ended = false;

  const started = (): Worker => {
    const worker = start();
    all.add(worker);
    return worker;
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
    return all.size < workers ? started() : undefined;
  };
  /** Of those for whom the fewest read just now the one who had no turn for the longest time; among equals the first who waits. */
  const next = (): Waiting<Worker> | undefined => {
    const rankOf = ({ by }: Waiting<Worker>) => [served.get(by) ?? 0, lastTurn.get(by) ?? 0] as const;
    const isBefore = (one: readonly [number, number], two: readonly [number, number]) =>
      one[0] < two[0] || (one[0] === two[0] && one[1] < two[1]);
    const first = waiting.reduce((best, one, k) => (isBefore(rankOf(one), rankOf(waiting[best] ?? one)) ? k : best), 0);
    return waiting.splice(first, 1)[0];
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
  /** A thread in the place of one that is gone. Where the system gives none, all who wait are told: nobody else would come to free one. */
  const replaced = (): Worker | null => {
    try {
      return started();
    } catch (error) {
      for (const one of waiting.splice(0)) one.fail(error);
      return null;
    }
  };
  const free = (worker: Worker): void => {
    if (ended) return;
    if (worker.isGone()) all.delete(worker);
    const isWanted = waiting.length > 0 || restMs === undefined;
    const ready = !worker.isGone() ? worker : isWanted ? replaced() : null;
    if (!ready) return;
    const one = next();
    if (one) one.start(ready);
    else rest(ready);
  };
  const runBy = async <T>(worker: Worker, by: string, use: (worker: Worker) => Promise<T>): Promise<T> => {
    served.set(by, (served.get(by) ?? 0) + 1);
    lastTurn.set(by, ++turns);
    try {
      return await use(worker);
    } finally {
      const left = (served.get(by) ?? 1) - 1;
      if (left > 0) served.set(by, left);
      else served.delete(by);
      free(worker);
      if (!served.has(by) && !waiting.some((one) => one.by === by)) lastTurn.delete(by);
    }
  };
  if (restMs === undefined) for (let k = 0; k < workers; k++) rest(started());
  return {
    run: async (by, use) => {
      const worker = idleOne();
      if (worker) return runBy(worker, by, use);
      if (waiting.filter((one) => one.by === by).length >= mostOfOne) return 'busy';
      if (waiting.length >= mostWaiting && !madeRoomFor(by)) return 'busy';
      const given = await new Promise<Worker | null>((lend, fail) => waiting.push({ by, start: lend, turnAway: () => lend(null), fail }));
      return given ? runBy(given, by, use) : 'busy';
    },
    each: (say) => {
      for (const worker of all) if (!worker.isGone()) say(worker);
    },
    end: async () => {
      ended = true;
      for (const timer of resting.values()) clearTimeout(timer);
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
