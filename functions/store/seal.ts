import { createHash, createHmac, type Hmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Table } from './table.ts';

/** Where a store keeps its own secret. It goes into no backup: who has a backup alone cannot make another that passes for the store's. */
export const SEAL_PARTITION = 'seal';
const SEAL_ROW = 'code';

/** `pln_` and 256 random bits: what backups of a store are sealed with. Whoever has it can make a backup that is believed. */
export const SealCode = z.string().regex(/^pln_[A-Za-z0-9_-]{43}$/);
export type SealCode = z.infer<typeof SealCode>;

export const SealRow = z.strictObject({ code: SealCode });

/** The secret of a store; null where it has none yet. */
export async function sealIn(table: Table): Promise<SealCode | null> {
  const entity = await table.read(SEAL_PARTITION, SEAL_ROW);
  return entity && SealRow.parse(entity.value).code;
}

/** The secret of a store, made when it is first asked for. */
export async function sealOf(table: Table): Promise<SealCode> {
  const code = await sealIn(table);
  if (code !== null) return code;
  const made: z.infer<typeof SealRow> = { code: `pln_${randomBytes(32).toString('base64url')}` };
  await table.commit(SEAL_PARTITION, [{ kind: 'insert', row: SEAL_ROW, value: made }]);
  // Somebody may have been quicker: what stands counts.
  return (await sealIn(table)) ?? made.code;
}

/** Gives a store the secret that its backup was sealed with, so that backups of before and after are known by one code. */
export async function takeSeal(table: Table, code: SealCode): Promise<void> {
  const value: z.infer<typeof SealRow> = { code };
  const entity = await table.read(SEAL_PARTITION, SEAL_ROW);
  await table.commit(SEAL_PARTITION, [
    entity ? { kind: 'replace', row: SEAL_ROW, etag: entity.etag, value } : { kind: 'insert', row: SEAL_ROW, value },
  ]);
}

/** What names a store in its backups, and gives nothing of its secret away. */
export const sealId = (code: SealCode): string => createHash('sha256').update(`id ${code}`).digest('hex').slice(0, 16);

/** Takes the lines of a backup, gives its seal: HMAC-SHA-256 in hex. */
export const sealing = (code: SealCode): Hmac => createHmac('sha256', code);
