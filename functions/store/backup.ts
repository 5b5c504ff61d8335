import { createHash } from 'node:crypto';
import * as z from 'zod';
import { FILES_PARTITION, filePieces, keptFiles } from './backup-files.ts';
import type { Store } from './open-store.ts';
import { kindOf, UNREADABLE_ROW } from './row-kinds.ts';
import { PROOFS, PROOFS_ROW, RECEIPT_NUMBERS, WORKBOOKS } from './rows.ts';
import { SEAL_PARTITION, sealId, sealing, sealOf } from './seal.ts';
import { markReadable, markUnreadable } from './sound-row.ts';
import { type Entity, listingAtOnce, StoreUnavailable, type Table } from './table.ts';

/** The first line of a backup: what it is, and of which store. Those of version 1 bear no seal. */
export const BackupHeader = z.union([
  z.strictObject({ format: z.literal('phuluc-store'), version: z.literal(1) }),
  z.strictObject({ format: z.literal('phuluc-store'), version: z.literal(2), store: z.string() }),
]);
export type BackupHeader = z.infer<typeof BackupHeader>;

/** A stored document with its place; tags are not kept, a new store gives its own. */
export const BackupDocument = z.strictObject({ partition: z.string(), row: z.string(), value: z.unknown() });
export type BackupDocument = z.infer<typeof BackupDocument>;

/**
 * The last line: without it, or where it does not fit, the backup is cut off or damaged. `seal`: of all lines before, by the store's
 * secret.
 */
export const BackupTrailer = z.strictObject({ documents: z.int(), sha256: z.string(), seal: z.string().optional() });
export type BackupTrailer = z.infer<typeof BackupTrailer>;

const MOST_LOOKS = 10;

/**
 * Everything that the store holds but its secret, documents and kept workbooks, as lines of JSON (NDJSON, without line ends), a document a
 * line, partition after partition, sealed with that secret. Each partition is as it was at one moment; of a row that cannot be read it says
 * just that, and a kept workbook that is not whole any more is left out: both are told and counted. Throws `StoreUnavailable` where the
 * storage fails or a partition never rests.
 */
export async function* exportStore({ table, files }: Store): AsyncGenerator<string> {
  const code = await sealOf(table);
  const [digest, seal] = [createHash('sha256'), sealing(code)];
  let documents = 0;
  const opening = JSON.stringify({ format: 'phuluc-store', version: 2, store: sealId(code) } satisfies BackupHeader);
  seal.update(`${opening}\n`);
  yield opening;
  const written = (document: BackupDocument): string => {
    const line = JSON.stringify(document);
    digest.update(`${line}\n`);
    seal.update(`${line}\n`);
    documents++;
    return line;
  };
  const named = new Set<string>();
  for (const partition of await table.partitions()) {
    if (partition === SEAL_PARTITION) continue;
    const entities = await atRest(table, partition);
    const spoilt = new Set(entities.filter((entity) => isSpoilt(table, partition, entity)).map(({ row }) => row));
    const lacksProofs = [...spoilt].some((row) => row.startsWith(PROOFS) || row.startsWith(RECEIPT_NUMBERS));
    for (const { row, value } of entities) {
      if (row.startsWith(WORKBOOKS)) named.add(`${partition}|${row.slice(WORKBOOKS.length)}`);
      // So that the restored store makes anew what can be made anew of them.
      if (row === PROOFS_ROW && lacksProofs) continue;
      yield written({ partition, row, value: spoilt.has(row) ? UNREADABLE_ROW : value });
    }
  }
  // Behind the documents: whatever these name was kept before them.
  for await (const file of keptFiles(files)) {
    if (!file.isWhole) continue;
    named.delete(file.name);
    markReadable(table, FILES_PARTITION, file.name);
    for (const piece of filePieces(file)) yield written({ partition: FILES_PARTITION, ...piece });
  }
  for (const name of named) markUnreadable(table, FILES_PARTITION, name, 'not there, or other bytes');
  yield JSON.stringify({ documents, sha256: digest.digest('hex'), seal: seal.digest('hex') } satisfies BackupTrailer);
}

/** Whether a row cannot be read, or says that it is another; it is logged and counted then. */
function isSpoilt(table: Table, partition: string, entity: Entity): boolean {
  const kind = kindOf(partition, entity.row);
  if (!kind) return false;
  const { error, data } = kind.schema.safeParse(entity.value);
  const why = error ?? (kind.fits?.(entity.row, data) === false ? 'it says that it is another' : null);
  if (why === null) markReadable(table, partition, entity.row);
  else markUnreadable(table, partition, entity.row, why);
  return why !== null;
}

/**
 * A list that comes in pages, between which the store goes on, is of one moment when a second look finds the same tags. A busy store that
 * lists at once is not looked at twice.
 */
async function atRest(table: Table, partition: string): Promise<readonly Entity[]> {
  if (listingAtOnce.has(table)) return table.list(partition, '');
  let before = '';
  for (let look = 0; look < MOST_LOOKS; look++) {
    const entities = await table.list(partition, '');
    const tags = createHash('sha256');
    for (const { row, etag } of entities) tags.update(`${row}\n${etag}\n`);
    const now = tags.digest('hex');
    if (now === before) return entities;
    before = now;
  }
  throw new StoreUnavailable(`[export] "${partition}": changed at each of ${MOST_LOOKS} looks`);
}
