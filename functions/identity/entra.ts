import type { JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { personName } from '../../core/person-name.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Elapsed } from './elapsed.ts';
import type { EntraSettings } from './entra-settings.ts';
import { IssuerUnavailable, type TokenFailure, type TokenReader, type TokenSubject } from './token.ts';

/** Clocks of offices and of the issuer may differ by so much. */
const SKEW_SECONDS = 120;
/** The issuer's keys are fetched anew after an hour, and before that for an unknown key id, at most every 30 seconds. */
const KEYS_LAST_MS = 3_600_000;
const KEYS_PAUSE_MS = 30_000;
const KEYS_WAIT_MS = 3_000;

/** The clock, for what a token says of its own time; and what measures how long the issuer's keys are believed. */
interface Times {
  readonly clock: () => Date;
  readonly elapsed: Elapsed;
}

/** What is read of a token: nothing else of a person is looked at or kept. */
const Claims = z.object({
  groups: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
  name: z.string().default(''),
  preferred_username: z.string().default(''),
});

/**
 * Verifies tokens of Microsoft Entra ID: RS256 by the tenant's keys, issuer, audience, expiry and not-before.
 * A token must map to one agency exactly. Of members of over 200 groups Entra leaves the groups out; app roles are for them.
 * `keys` takes the place of the tenant's in tests.
 */
export function entraReader(settings: EntraSettings, { clock, elapsed }: Times, keys?: JWTVerifyGetKey): TokenReader {
  const library = import('jose'); // here, so that installations without Entra start without it
  library.catch(() => {}); // the first token says so
  let fetched: { readonly keys: JWTVerifyGetKey; readonly until: number } | null = null;
  return async (token) => {
    const { createRemoteJWKSet, errors, jwtVerify } = await library;
    // The library measures by the clock of the machine, which may be set back: keys that the issuer withdrew would be believed on.
    if (!fetched || elapsed() >= fetched.until) {
      const remote = createRemoteJWKSet(new URL(settings.keys), {
        cacheMaxAge: KEYS_LAST_MS,
        cooldownDuration: KEYS_PAUSE_MS,
        timeoutDuration: KEYS_WAIT_MS,
      });
      fetched = { keys: remote, until: elapsed() + KEYS_LAST_MS };
    }
    const keyOf = keys ?? fetched.keys;
    const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported } = errors;
    const faults = [JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported];
    const found: JWTVerifyGetKey = async (header, input) => {
      try {
        return await keyOf(header, input);
      } catch (cause) {
        if (faults.some((fault) => cause instanceof fault)) throw cause;
        throw new IssuerUnavailable(`[keys of the issuer] "${settings.keys}": could not be had`, { cause });
      }
    };
    try {
      const { payload } = await jwtVerify(token, found, {
        algorithms: ['RS256'],
        issuer: settings.issuer,
        audience: settings.audience,
        requiredClaims: ['exp'],
        clockTolerance: SKEW_SECONDS,
        currentDate: clock(),
      });
      return personOf(payload, settings);
    } catch (error) {
      // Claims are looked at after the signature has held.
      if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) return failed('refused');
      if (error instanceof errors.JOSEError) return failed('forged');
      throw error;
    }
  };
}

function personOf(payload: unknown, settings: EntraSettings): Result<TokenSubject, TokenFailure> {
  const claims = Claims.safeParse(payload);
  if (!claims.success) return failed('refused');
  const { groups, roles, name, preferred_username } = claims.data;
  const held = new Set(groups.map((group) => group.toLowerCase()));
  const mapped = settings.agencies.filter(({ group, role }) => (group === undefined ? roles.includes(role ?? '') : held.has(group)));
  const [agency, ...others] = new Set(mapped.map((one) => one.agency));
  // Who belongs to two agencies must not act for one of them by chance.
  if (agency === undefined || others.length > 0) return failed('refused');
  return ok({ agency, name: personName(name) || personName(preferred_username) });
}
