import type { Day } from '../../core/day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Table } from '../store/table.ts';
import { keyUnder } from './access-key.ts';
import type { Elapsed } from './elapsed.ts';
import { digestOf, isKey, isSameDigest } from './key-text.ts';

/** How long a key that was found is believed without asking the store: a revoked one works no longer than this. */
const BELIEVED_MS = 5_000;
const MOST_BELIEVED = 10_000;

/** Whose a key is, the person who bears it where one is named, and whether it opens the feed alone. */
interface KeyOwner {
  readonly agency: AgencyId;
  readonly user?: string;
  readonly readOnly: boolean;
}

interface Believed {
  readonly digest: string;
  readonly owner: KeyOwner;
  /** The last day of the key; null for one without an end. */
  readonly lastDay: Day | null;
  readonly until: number;
}

/**
 * Whose an access key is; null for a key that is unknown, revoked, past its last day or no key. A rush of calls with one key reads the
 * store once in some seconds. Throws `StoreUnavailable`.
 */
export function keyCallers({
  table,
  elapsed,
  today,
}: {
  readonly table: Table;
  readonly elapsed: Elapsed;
  readonly today: () => Day;
}): (key: string) => Promise<KeyOwner | null> {
  const isOver = (lastDay: Day | null): boolean => lastDay !== null && today() > lastDay;
  const believed = new Map<string, Believed>();
  return async (key) => {
    if (!isKey(key)) return null;
    const digest = digestOf(key);
    const now = elapsed();
    const known = believed.get(digest);
    if (known && now < known.until) return isSameDigest(known.digest, digest) && !isOver(known.lastDay) ? known.owner : null;
    believed.delete(digest);
    const stored = await keyUnder(table, digest);
    if (!stored || stored.revokedAt !== null || isOver(stored.until ?? null)) return null;
    // Only keys that work are remembered, so that wrong ones take no memory.
    if (believed.size >= MOST_BELIEVED) believed.clear();
    // From before the store was asked: it may have been revoked while the answer was on its way.
    const { agency, user, readOnly = false } = stored;
    const owner: KeyOwner = { agency, ...(user !== undefined && { user }), readOnly };
    believed.set(digest, { digest, owner, lastDay: stored.until ?? null, until: now + BELIEVED_MS });
    return owner;
  };
}
