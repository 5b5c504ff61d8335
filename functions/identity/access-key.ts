import { randomBytes } from 'node:crypto';
import type { Day } from '../../core/day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type AuditPart, auditEntries, type PlacedEntry } from '../store/audit-entries.ts';
import { AccessKey, isAccessKeyRow, KEYS_PARTITION, KeyAuditEntry } from '../store/key-rows.ts';
import { auditRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Change, Entity, Table } from '../store/table.ts';
import { digestOf, idOf, isKey, isKeyId, isSameDigest, newAccessKey, type RandomBytes } from './key-text.ts';

/** Who does it and when. */
export interface KeyAct {
  readonly by: string;
  readonly at: Date;
}

/** For whom a key is. */
export interface KeyFor extends KeyAct {
  readonly agency: AgencyId;
  readonly label?: string;
  /** The person who will bear it, as `personName` gives it. */
  readonly user?: string;
  readonly until?: Day;
  /** Whether it opens the feed alone. */
  readonly readOnly?: true;
  /** Why, for the audit. */
  readonly reason?: string;
}

/**
 * Issues a key, which is shown this once. Keys that the agency holds already go on working: a key is changed without a pause by
 * issuing the next, putting it in place, and then revoking the former.
 */
export async function issueKey(
  table: Table,
  { random = randomBytes, ...what }: KeyFor & { readonly random?: RandomBytes },
): Promise<{ readonly key: string; readonly id: string }> {
  const key = newAccessKey(random);
  await insertKey(table, digestOf(key), what);
  return { key, id: idOf(digestOf(key)) };
}

/**
 * Stores a key that already exists outside this store. A key that is already in the store is left as it is. `malformed`: no key of ours;
 * `revoked`: it was, and is not brought back; `of-another-agency`: it is somebody else's.
 */
export async function importKey(
  table: Table,
  key: string,
  what: KeyFor,
): Promise<Result<'imported' | 'present', 'malformed' | 'revoked' | 'of-another-agency'>> {
  if (!isKey(key)) return failed('malformed');
  const digest = digestOf(key);
  const outcome = (await keyUnder(table, digest)) ? 'present' : 'imported';
  if (outcome === 'imported') await insertKey(table, digest, what);
  const stored = await keyUnder(table, digest);
  if (stored?.agency !== what.agency) return failed('of-another-agency');
  return stored.revokedAt === null ? ok(outcome) : failed('revoked');
}

/** A key as it is listed: never the key itself. */
export type ListedKey = Omit<AccessKey, 'until'> & { readonly id: string; readonly until: Day | null };

/** All keys that were ever issued, by agency and age; revoked ones say so. */
export async function listKeys(table: Table): Promise<readonly ListedKey[]> {
  const rows = (await table.list(KEYS_PARTITION, '')).filter(({ row }) => isAccessKeyRow(row));
  const order = ({ agency, issuedAt, id }: ListedKey): string => `${agency} ${issuedAt} ${id}`;
  return rows
    .flatMap((entity): ListedKey[] => {
      const stored = soundKey(table, entity);
      if (!stored) return [];
      const { until = null, ...key } = stored;
      return [{ id: idOf(entity.row), ...key, until }];
    })
    .sort((one, two) => (order(one) < order(two) ? -1 : 1));
}

/**
 * Revokes a key for good; callers who bear it are refused within seconds. A key that is revoked stays as it was. Should two keys
 * ever share an id, both are revoked: better one too many than one that nobody can stop.
 */
export async function revokeKey(table: Table, id: string, { by, at }: KeyAct): Promise<Result<'revoked', 'unknown-key'>> {
  if (!isKeyId(id)) return failed('unknown-key');
  for (;;) {
    const keys = (await table.list(KEYS_PARTITION, id)).flatMap((entity) => {
      const value = soundKey(table, entity);
      return value ? [{ row: entity.row, etag: entity.etag, value }] : [];
    });
    if (keys.length === 0) return failed('unknown-key');
    const changes = keys
      .filter(({ value }) => value.revokedAt === null)
      .flatMap(({ row, etag, value }): Change[] => {
        const revoked: AccessKey = { ...value, revokedAt: at.toISOString(), revokedBy: by };
        return [
          { kind: 'replace', row, etag, value: revoked },
          keyAudited('key-revoked', row, { by, at, agency: value.agency, ...named(value) }),
        ];
      });
    if (changes.length === 0 || (await table.commit(KEYS_PARTITION, changes)).ok) return ok('revoked');
    // Somebody else revoked it, or this very commit won and its answer was lost: the next round tells.
  }
}

/** A stored key; null where its row cannot be read: that key no longer works, all others do. */
const soundKey = (table: Table, entity: Entity): AccessKey | null => soundValue(table, KEYS_PARTITION, entity, AccessKey);

/** The key under a digest, revoked or not; null when there is none. */
export async function keyUnder(table: Table, digest: string): Promise<AccessKey | null> {
  const entity = await table.read(KEYS_PARTITION, digest);
  return entity && isSameDigest(entity.row, digest) ? soundKey(table, entity) : null;
}

/** A part of what was issued and revoked, oldest first. */
export const keyAudit = (table: Table, part: AuditPart): Promise<PlacedEntry<KeyAuditEntry>[]> =>
  auditEntries(table, KEYS_PARTITION, KeyAuditEntry, part);

/** Stores a key with its audit entry. A key that is already there is left: another call, or a retry of this commit, was first. */
async function insertKey(table: Table, digest: string, what: KeyFor): Promise<void> {
  await table.commit(KEYS_PARTITION, issuedChanges(digest, what, 'key-issued'));
}

/** A new key and its audit entry: that somebody issued it, or that a code was changed for it. */
export function issuedChanges(
  digest: string,
  { agency, by, at, label, user, until, readOnly, reason }: KeyFor,
  action: 'key-issued' | 'code-used',
): readonly Change[] {
  const value: AccessKey = {
    agency,
    issuedAt: at.toISOString(),
    issuedBy: by,
    revokedAt: null,
    revokedBy: null,
    ...(until !== undefined && { until }),
    ...(label !== undefined && { label }),
    ...named({ user }),
    ...(readOnly && { readOnly }),
  };
  return [
    { kind: 'insert', row: digest, value },
    keyAudited(action, digest, {
      agency,
      by,
      at,
      ...named({ user }),
      ...(until !== undefined && { until }),
      ...(readOnly && { readOnly }),
      ...(reason !== undefined && { reason }),
    }),
  ];
}

const named = ({ user }: { readonly user?: string | undefined }): { readonly user?: string } => (user === undefined ? {} : { user });

/** What is done to a key or a code. Each is issued, used and revoked once, so that its digest and the action are nonce enough. */
export function keyAudited(action: KeyAuditEntry['action'], digest: string, { at, label: _, ...what }: KeyFor): Change {
  const entry: KeyAuditEntry = { ...what, at: at.toISOString(), action, key: idOf(digest) };
  return { kind: 'insert', row: auditRow(at, `${digest}|${action}`), value: entry };
}
