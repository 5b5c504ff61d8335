import type { PlanSwitch } from './deps.ts';
import type { Elapsed } from './identity/elapsed.ts';
import type { PlanInForce } from './store/plan-in-force.ts';
import { CONFIRMED_ROW, PLANS_PARTITION } from './store/plan-rows.ts';
import { StoreUnavailable, type Table, UnreadableRowError } from './store/table.ts';

/**
 * How long a server goes on by a plan without looking whether another one is in force: another instance, or a command, may have changed it.
 */
const LOOK_MS = 2_000;
/** A storage that answers slowly holds up nobody who asks for something else. */
const LONGEST_LOOK_MS = 1_000;

/** What serves by the plan in force; where that is another one, another is made. A call that began under the one before ends under it. */
export interface Editions<Edition> {
  readonly now: () => Edition;
  /** The same, having looked whether another plan is in force. */
  readonly current: () => Promise<Edition>;
  readonly renew: PlanSwitch['renew'];
}

interface EditionMaking<Edition> {
  readonly table: Table;
  /** Makes what serves by the plan that is in force now, which it reads. */
  readonly make: () => Promise<Edition>;
  readonly elapsed: Elapsed;
  readonly log: (line: PlanNotRenewed) => void;
}

/** A plan that was confirmed and cannot be served by: the one before goes on. */
export interface PlanNotRenewed {
  readonly planNotRenewed: string;
}

/** The first one, and all that follow. Throws what the making of the first throws. */
export async function editionsOf<Edition extends { readonly inForce: Pick<PlanInForce, 'tag'> }>({
  table,
  make,
  elapsed,
  log,
}: EditionMaking<Edition>): Promise<Editions<Edition>> {
  let edition = await make();
  let lookedAt = elapsed();
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const tag = (await table.read(PLANS_PARTITION, CONFIRMED_ROW))?.etag ?? null;
    if (tag !== edition.inForce.tag) edition = await make();
  };
  // A storage that does not answer is told of by who needs it; a row that cannot be read is logged where it was read.
  const goOn = (error: unknown): void => {
    if (!(error instanceof StoreUnavailable || error instanceof UnreadableRowError)) log({ planNotRenewed: String(error) });
  };
  const renew = (): Promise<void> => {
    lookedAt = elapsed();
    const next = looking.then(look);
    looking = next.catch(() => {});
    return next;
  };
  return {
    now: () => edition,
    renew,
    current: async () => {
      if (elapsed() - lookedAt >= LOOK_MS) await Promise.race([renew().catch(goOn), pause(LONGEST_LOOK_MS)]);
      return edition;
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());
