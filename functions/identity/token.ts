import type { AgencyId } from '../../core/plan/agency.ts';
import type { Result } from '../../core/result.ts';

/** Who a sign-in token speaks for; the name as the token gives it, empty where it gives none. */
export interface TokenSubject {
  readonly agency: AgencyId;
  readonly name: string;
}

/**
 * Why a token does not count. `forged`: the issuer did not sign it. `refused`: the issuer did, but it is expired, meant for
 * somebody else, or names no agency or two; no guess at a key, so it is not counted as a wrong try.
 */
export type TokenFailure = 'forged' | 'refused';

/** Verifies a sign-in token. Throws `IssuerUnavailable` when the issuer's keys cannot be had. */
export type TokenReader = (token: string) => Promise<Result<TokenSubject, TokenFailure>>;

/** The issuer's keys could not be fetched: an outage, no judgement on the token. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}
