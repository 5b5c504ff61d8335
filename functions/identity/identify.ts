import type { Day } from '../../core/day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Table } from '../store/table.ts';
import { type AgencySource, agencyFinder } from './agency-finder.ts';
import type { Caller, UnknownCaller } from './caller.ts';
import type { Elapsed } from './elapsed.ts';
import { keyCallers } from './key-callers.ts';
import type { TokenReader } from './token.ts';
import { wrongTries } from './wrong-tries.ts';

/** What identifying needs. `entra`: null where no sign-in with Microsoft Entra ID is set up. */
export interface IdentifyDeps {
  readonly table: Table;
  readonly agencies: AgencySource;
  readonly entra: TokenReader | null;
  readonly elapsed: Elapsed;
  /** The day where the plan is. */
  readonly today: () => Day;
}

/** Says who calls, from the `Authorization` header (null: there is none) and the client's IP. */
export type Identify = (authorization: string | null, clientIp: string) => Promise<Result<Caller, UnknownCaller>>;

/** Bearer credentials (RFC 6750); the scheme's name in any case (RFC 9110). */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;
const UNAUTHENTICATED = { reason: 'unauthenticated' } as const;

/** The credential in an `Authorization` header; null where none is in it. */
export const bearerIn = (authorization: string | null): string | null => BEARER.exec(authorization ?? '')?.[1] ?? null;

export const isAccessKey = (credential: string): boolean => credential.startsWith('pls_');

/** Who calls on behalf of an agency, as a person of it where one is named; null where no such agency is in use. Throws what its source throws. */
export function callerFinder({ agencies, elapsed }: Pick<IdentifyDeps, 'agencies' | 'elapsed'>) {
  const agencyOf = agencyFinder(agencies, elapsed);
  return async (id: AgencyId, person?: string): Promise<Caller | null> => {
    const agency = await agencyOf(id);
    if (!agency?.active) return null;
    const consolidator = agency.roles.includes('consolidator');
    return { agency: id, consolidator, ...(person ? { name: `${person} (${id})`, person } : { name: id }) };
  };
}

/**
 * Verifies a caller by access key or Entra token. The credential is looked at first and only a wrong one is
 * counted, so that nobody who shares an IP with a guesser is locked out. Throws `StoreUnavailable` and `IssuerUnavailable`.
 */
export function identifier({ table, agencies, entra, elapsed, today }: IdentifyDeps): Identify {
  const ownerOf = keyCallers({ table, elapsed, today });
  const callerOf = callerFinder({ agencies, elapsed });
  const wrongTry = wrongTries(elapsed);

  const wrong = (clientIp: string): Result<never, UnknownCaller> => {
    const retryAfter = wrongTry(clientIp);
    return failed(retryAfter === null ? UNAUTHENTICATED : { reason: 'too-many-tries', retryAfter });
  };

  return async (authorization, clientIp) => {
    // No credential at all is a client that has not signed in yet, not one that guesses.
    if (authorization === null || authorization.trim() === '') return failed(UNAUTHENTICATED);
    const credential = bearerIn(authorization);
    if (credential === null) return wrong(clientIp);
    if (isAccessKey(credential) || !entra) {
      const owner = await ownerOf(credential);
      const caller = owner && (await callerOf(owner.agency, owner.user));
      return caller ? ok({ ...caller, ...(owner.readOnly && { readOnly: true }) }) : wrong(clientIp);
    }
    const read = await entra(credential);
    if (!read.ok) return read.error === 'forged' ? wrong(clientIp) : failed(UNAUTHENTICATED);
    const caller = await callerOf(read.value.agency, read.value.name);
    return caller ? ok(caller) : failed(UNAUTHENTICATED);
  };
}
