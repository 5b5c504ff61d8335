interface Waiting<Worker> {
  readonly by: string;
  readonly start: (worker: Worker) => void;
  /** Told where it must make room for somebody who has sent less. */
  readonly turnAway: () => void;
  /** Told where no thread can be started for it. */
  readonly fail: (error: unknown) => void;
}

interface LineRules {
  readonly mostWaiting: number;
  readonly mostOfOne: number;
}

/** Those who wait for a thread, and whose turn it is: nobody waits for one that sends much. */
export interface FairLine<Worker> {
  readonly isEmpty: () => boolean;
  /** Whether one more may wait; makes room for it where somebody else has more waiting. */
  readonly hasRoomFor: (by: string) => boolean;
  /** Waits for a thread, behind everybody of the same turn or before them; null where it is turned away. */
  readonly wait: (by: string, place: 'last' | 'first') => Promise<Worker | null>;
  /** Gives a thread to whoever is next; false where nobody waits. */
  readonly serveNext: (worker: Worker) => boolean;
  readonly failAll: (error: unknown) => void;
  /** Notes a turn; to be told when it has ended. */
  readonly begin: (by: string) => void;
  readonly end: (by: string) => void;
}

export function fairLine<Worker>({ mostWaiting, mostOfOne }: LineRules): FairLine<Worker> {
  const waiting: Waiting<Worker>[] = [];
  const served = new Map<string, number>();
  /** When whoever still waits was served last, in turns. */
  const lastTurn = new Map<string, number>();
  let turns = 0;

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
  return {
    isEmpty: () => waiting.length === 0,
    hasRoomFor: (by) => waiting.filter((one) => one.by === by).length < mostOfOne && (waiting.length < mostWaiting || madeRoomFor(by)),
    wait: (by, place) =>
      new Promise((lend, fail) => {
        const one = { by, start: lend, turnAway: () => lend(null), fail };
        if (place === 'last') waiting.push(one);
        else waiting.unshift(one);
      }),
    serveNext: (worker) => {
      const one = next();
      one?.start(worker);
      return one !== undefined;
    },
    failAll: (error) => {
      for (const one of waiting.splice(0)) one.fail(error);
    },
    begin: (by) => {
      served.set(by, (served.get(by) ?? 0) + 1);
      lastTurn.set(by, ++turns);
    },
    end: (by) => {
      const left = (served.get(by) ?? 1) - 1;
      if (left > 0) served.set(by, left);
      else served.delete(by);
      if (!served.has(by) && !waiting.some((one) => one.by === by)) lastTurn.delete(by);
    },
  };
}
