import { randomBytes } from 'node:crypto';
import type { AgencyId } from '../../core/plan/agency.ts';
import { importKey } from '../../functions/identity/access-key.ts';
import { newAccessKey } from '../../functions/identity/key-text.ts';
import type { Table } from '../../functions/store/table.ts';
import { readKeysFile, writeKeysFile } from './keys-file.ts';

export interface LocalKeys {
  readonly file: string;
  readonly baseUrl: string;
  readonly agencies: readonly AgencyId[];
  readonly at: Date;
}

/**
 * Gives every agency a key that works: the one in the file, else a new one. The file is written before the store, so that no key is
 * ever known to the store alone.
 */
export async function localKeys(table: Table, { file, baseUrl, agencies, at }: LocalKeys): Promise<void> {
  const held = readKeysFile(file);
  const keys = new Map(agencies.map((agency) => [agency, held[agency] ?? newAccessKey(randomBytes)] as const));
  const write = (): void => writeKeysFile(file, { baseUrl, keys: Object.fromEntries(keys) });
  write();
  const wrong = await importAll(table, keys, at);
  if (wrong.length === 0) return;
  // Revoked, of another agency, or no key of ours: it is not brought back, its agency gets another.
  for (const agency of wrong) keys.set(agency, newAccessKey(randomBytes));
  write();
  await importAll(table, keys, at);
}

/** Takes the keys over into the store; gives the agencies whose key cannot be. */
async function importAll(table: Table, keys: ReadonlyMap<AgencyId, string>, at: Date): Promise<readonly AgencyId[]> {
  const outcomes = await Promise.all(
    [...keys].map(async ([agency, key]) => ({ agency, outcome: await importKey(table, key, { agency, by: 'máy chủ', at }) })),
  );
  return outcomes.filter(({ outcome }) => !outcome.ok).map(({ agency }) => agency);
}
