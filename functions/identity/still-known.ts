import type { Caller } from './caller.ts';
import { bearerIn, callerFinder, type IdentifyDeps, isAccessKey } from './identify.ts';
import { keyCallers } from './key-callers.ts';

/**
 * Whether the bearer of a credential that was let in would be let in as the same caller still: not once its key is revoked, its agency switched
 * off or its role taken away, known within seconds as at every call. A token is not read again: it may run out while an answer is taken.
 * Throws `StoreUnavailable`.
 */
export type StillKnown = (authorization: string | null, caller: Caller) => Promise<boolean>;

export function stillKnown(deps: Omit<IdentifyDeps, 'entra'>): StillKnown {
  const ownerOf = keyCallers(deps);
  const callerOf = callerFinder(deps);
  return async (authorization, { agency, consolidator, person }) => {
    const credential = bearerIn(authorization) ?? '';
    const owner = isAccessKey(credential) ? await ownerOf(credential) : { agency, user: person };
    const now = owner && (await callerOf(owner.agency, owner.user));
    return now?.agency === agency && now.consolidator === consolidator;
  };
}
