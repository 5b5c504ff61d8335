import { createHash, createHmac, type Hmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { soundValue } from './sound-row.ts';
import type { Entity, Table } from './table.ts';

/** Where a store keeps its own secret. It goes into no backup: who has a backup alone cannot make another that passes for the store's. */
export const SEAL_PARTITION = 'seal';
const SEAL_ROW = 'code';

/** `pln_` and 256 random bits: what backups of a store are sealed with. Whoever has it can make a backup that is believed. */
export const SealCode = z.string().regex(/^pln_[A-Za-z0-9_-]{43}$/);
export type SealCode = z.infer<typeof SealCode>;

export const SealRow = z.strictObject({ code: SealCode });

/** The secret of a store; null where it has none yet. */
export async function sealIn(table: Table): Promise<SealCode | null> {
  return codeIn(table, await table.read(SEAL_PARTITION, SEAL_ROW));
}

/** Whether a store has a secret that cannot be read. */
export async function isSealSpoilt(table: Table): Promise<boolean> {
  const entity = await table.read(SEAL_PARTITION, SEAL_ROW);
  return entity !== null && codeIn(table, entity) === null;
}

/** One that cannot be read is as none: backups that it sealed need their code. */
const codeIn = (table: Table, entity: Entity | null): SealCode | null =>
  (entity && soundValue(table, SEAL_PARTITION, entity, SealRow)?.code) ?? null;

/** The secret of a store, made when it is first asked for. */
export async function sealOf(table: Table): Promise<SealCode> {
  for (;;) {
    const entity = await table.read(SEAL_PARTITION, SEAL_ROW);
    const code = codeIn(table, entity);
    if (code !== null) return code;
    await putSeal(table, entity, `pln_${randomBytes(32).toString('base64url')}`);
    // Somebody may have been quicker: what stands counts.
  }
}

/** Gives a store the secret that its backup was sealed with, so that backups of before and after are known by one code. */
export async function takeSeal(table: Table, code: SealCode): Promise<void> {
  await putSeal(table, await table.read(SEAL_PARTITION, SEAL_ROW), code);
}

async function putSeal(table: Table, stands: Entity | null, code: SealCode): Promise<void> {
  const value: z.infer<typeof SealRow> = { code };
  await table.commit(SEAL_PARTITION, [
    stands ? { kind: 'replace', row: SEAL_ROW, etag: stands.etag, value } : { kind: 'insert', row: SEAL_ROW, value },
  ]);
}

/** What names a store in its backups, and gives nothing of its secret away. */
export const sealId = (code: SealCode): string => createHash('sha256').update(`id ${code}`).digest('hex').slice(0, 16);

/** Takes the lines of a backup, gives its seal: HMAC-SHA-256 in hex. */
export const sealing = (code: SealCode): Hmac => createHmac('sha256', code);
