import type { AgencyId } from '../../core/agency.ts';
import type { Table } from '../store/table.ts';
import { keyUnder } from './access-key.ts';
import { digestOf, isKey, isSameDigest } from './key-text.ts';

/** How long a key that was found is believed without asking the store: a revoked one works no longer than this. */
const BELIEVED_MS = 5_000;
const MOST_BELIEVED = 10_000;

interface Believed {
  readonly digest: string;
  readonly agency: AgencyId;
  readonly until: number;
}

/**
 * Whose an access key is; null for a key that is unknown, revoked or no key. A rush of calls with one key reads the store once in
 * some seconds. Throws `StoreUnavailable`.
 */
export function keyCallers({
  table,
  clock,
}: {
  readonly table: Table;
  readonly clock: () => Date;
}): (key: string) => Promise<AgencyId | null> {
  const believed = new Map<string, Believed>();
  return async (key) => {
    if (!isKey(key)) return null;
    const digest = digestOf(key);
    const now = clock().getTime();
    const known = believed.get(digest);
    if (known && now < known.until) return isSameDigest(known.digest, digest) ? known.agency : null;
    believed.delete(digest);
    const stored = await keyUnder(table, digest);
    if (!stored || stored.revokedAt !== null) return null;
    // Only keys that work are remembered, so that wrong ones take no memory.
    if (believed.size >= MOST_BELIEVED) believed.clear();
    // From before the store was asked: it may have been revoked while the answer was on its way.
    believed.set(digest, { digest, agency: stored.agency, until: now + BELIEVED_MS });
    return stored.agency;
  };
}
