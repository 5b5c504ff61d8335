import { randomBytes } from 'node:crypto';
import type { AgencyId } from '../../core/plan/agency.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { KEYS_PARTITION, SIGN_IN_CODES, SignInCode } from '../store/key-rows.ts';
import { soundValue } from '../store/sound-row.ts';
import { type Change, MOST_CHANGES, type Table } from '../store/table.ts';
import { issuedChanges, type KeyAct, keyAudited } from './access-key.ts';
import { digestOf, newAccessKey } from './key-text.ts';

/** A code that an agency changes for its access key: `plc_` and 128 random bits. It is written into a letter; only its digest is kept. */
const CODE = /plc_[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/;
const RANDOM_BYTES = 16;
const USUALLY_GOOD_FOR_MS = 30 * 86_400_000;

/** Each is a code and its audit entry. */
const REVOKED_AT_ONCE = MOST_CHANGES / 2;

const codeRow = (code: string): string => `${SIGN_IN_CODES}${digestOf(code)}`;

/** New codes, one an agency; they are told this once. Earlier ones go on working until they are used or too old. */
export async function issueCodes(
  table: Table,
  agencies: readonly AgencyId[],
  { by, at, goodForMs = USUALLY_GOOD_FOR_MS }: { readonly by: string; readonly at: Date; readonly goodForMs?: number },
): Promise<ReadonlyMap<AgencyId, string>> {
  const codes = new Map(agencies.map((agency) => [agency, `plc_${randomBytes(RANDOM_BYTES).toString('base64url')}`] as const));
  const changes = [...codes].map(([agency, code]): Change => {
    const until = new Date(at.getTime() + goodForMs).toISOString();
    const value: SignInCode = { agency, issuedAt: at.toISOString(), issuedBy: by, until, usedAt: null };
    return { kind: 'insert', row: codeRow(code), value };
  });
  for (let from = 0; from < changes.length; from += MOST_CHANGES)
    await table.commit(KEYS_PARTITION, changes.slice(from, from + MOST_CHANGES));
  return codes;
}

/** The code in what somebody pasted; null where none is. */
export const codeIn = (text: string): string | null => CODE.exec(text)?.[0] ?? null;

/** Whether a code can still be changed for a key. */
const isLive = ({ usedAt, revokedAt, until }: SignInCode, at: Date): boolean =>
  usedAt === null && revokedAt === undefined && Date.parse(until) >= at.getTime();

/**
 * Takes back every code that could still be changed for a key, of one agency or (null) of all; gives whose they were, one entry a code.
 * Each is revoked under its tag: one that is being used at that moment has either become a key or is dead, never both.
 */
export async function revokeCodes(table: Table, agency: AgencyId | null, { by, at }: KeyAct): Promise<readonly AgencyId[]> {
  const owners: AgencyId[] = [];
  for (;;) {
    const live = (await table.list(KEYS_PARTITION, SIGN_IN_CODES)).flatMap((entity) => {
      const value = soundValue(table, KEYS_PARTITION, entity, SignInCode);
      return value && isLive(value, at) && (agency === null || value.agency === agency) ? [{ ...entity, value }] : [];
    });
    let met = false;
    for (let from = 0; from < live.length; from += REVOKED_AT_ONCE) {
      const some = live.slice(from, from + REVOKED_AT_ONCE);
      const changes = some.flatMap(({ row, etag, value }): Change[] => [
        { kind: 'replace', row, etag, value: { ...value, revokedAt: at.toISOString(), revokedBy: by } satisfies SignInCode },
        keyAudited('code-revoked', row.slice(SIGN_IN_CODES.length), { agency: value.agency, by, at }),
      ]);
      if ((await table.commit(KEYS_PARTITION, changes)).ok) owners.push(...some.map(({ value }) => value.agency));
      else met = true;
    }
    if (!met) return owners;
    // One of them was used or revoked meanwhile, or this very commit won and its answer was lost: the next round tells.
  }
}

/**
 * Changes a code for a new access key of its agency, in one transaction under the code's tag: of several who show it at once one gets a
 * key. `unknown`: no such code, a used or revoked one, or one that is too old; which of them nobody learns.
 */
export async function changeCode(
  table: Table,
  text: string,
  at: Date,
): Promise<Result<{ readonly agency: AgencyId; readonly key: string }, 'unknown'>> {
  const code = codeIn(text);
  const entity = code && (await table.read(KEYS_PARTITION, codeRow(code)));
  const stored = entity && soundValue(table, KEYS_PARTITION, entity, SignInCode);
  if (!stored || !isLive(stored, at)) return failed('unknown');
  const key = newAccessKey(randomBytes);
  const { agency } = stored;
  const used: SignInCode = { ...stored, usedAt: at.toISOString() };
  const done = await table.commit(KEYS_PARTITION, [
    { kind: 'replace', row: entity.row, etag: entity.etag, value: used },
    ...issuedChanges(digestOf(key), { agency, by: agency, at }, 'code-used'),
  ]);
  return done.ok ? ok({ agency, key }) : failed('unknown');
}
