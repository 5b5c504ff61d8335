import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../core/result.ts';
import { BackupDocument } from './backup.ts';
import { FILES_PARTITION, keepPieces, pieceOfFile } from './backup-files.ts';
import { batchesOf } from './batches.ts';
import type { Files } from './files.ts';
import { type Inspected, inspectBackup, parsed } from './inspect-backup.ts';
import type { Store } from './open-store.ts';
import { type SealCode, takeSeal } from './seal.ts';
import type { Change, Table } from './table.ts';

/** Documents written at a time; a restore holds no more of the backup. */
const CHUNK = 1_000;

/** What a backup is believed by. */
export interface Trust {
  /** Secrets of the stores that it may be of. */
  readonly codes: readonly SealCode[];
  /**
   * Somebody answers for what cannot be known: a backup that none of the codes sealed, or one that is sealed and holds documents that
   * are not as the program wants them. Not for both at once.
   */
  readonly unverified: boolean;
}

/**
 * `not-a-backup`, `unknown-seal`, `spoilt`: nothing was written; `not-empty`: another document stands at this place, what came before it
 * is written; `changed`: the backup is another than it was a moment ago, and what was written of it is not to be used.
 */
export type RestoreFailure =
  | { readonly kind: 'not-a-backup'; readonly line: number }
  | { readonly kind: 'unknown-seal'; readonly store: string | null }
  | { readonly kind: 'spoilt'; readonly partition: string; readonly row: string; readonly spoilt: number }
  | { readonly kind: 'not-empty'; readonly partition: string; readonly row: string }
  | { readonly kind: 'changed' };

/** Reads a backup and checks its seal before it is restored; a failure says why it may not be. Nothing is written. */
export async function verifiedBackup(
  read: () => AsyncIterable<string>,
  { codes, unverified }: Trust,
): Promise<Result<Inspected, RestoreFailure>> {
  const backup = await inspectBackup(read(), codes);
  if (typeof backup === 'number') return failed({ kind: 'not-a-backup', line: backup });
  const { code, store, spoilt, firstSpoilt } = backup;
  if (code === null && !unverified) return failed({ kind: 'unknown-seal', store });
  if (firstSpoilt && (code === null || !unverified)) return failed({ kind: 'spoilt', ...firstSpoilt, spoilt });
  return ok(backup);
}

/**
 * Writes a backup that was found good, documents byte for byte, into a store that holds nothing else, and gives it the secret that sealed
 * it. A restore that was interrupted can be run again.
 */
export async function restoreStore(
  { table, files }: Store,
  read: () => AsyncIterable<string>,
  { sha256, code }: Pick<Inspected, 'sha256' | 'code'>,
): Promise<Result<'done', RestoreFailure>> {
  const digest = createHash('sha256');
  for await (const lines of chunks(read(), (line) => void digest.update(`${line}\n`))) {
    const taken = lines[0]?.partition === FILES_PARTITION ? await restoreFile(files, lines) : await restoreChunk(table, lines);
    if (!taken.ok) return taken;
  }
  if (digest.digest('hex') !== sha256) return failed({ kind: 'changed' });
  if (code !== null) await takeSeal(table, code);
  return ok('done');
}

/** The documents of a whole backup, in pieces of one partition or of one file. */
async function* chunks(lines: AsyncIterable<string>, note: (line: string) => void): AsyncGenerator<BackupDocument[]> {
  let chunk: BackupDocument[] = [];
  for await (const text of lines) {
    const line = parsed(BackupDocument, text);
    if (!line) continue; // the first line and the last
    note(text);
    if (chunk[0] && (chunk.length === CHUNK || groupOf(chunk[0]) !== groupOf(line))) {
      yield chunk;
      chunk = [];
    }
    chunk.push(line);
  }
  if (chunk.length > 0) yield chunk;
}

/** What is written together: documents of one partition, pieces of one file. */
const groupOf = (document: BackupDocument): string =>
  document.partition === FILES_PARTITION ? `file ${pieceOfFile(document)}` : document.partition;

/** A file that is not what its name says is left out: the version that names it stands, without its workbook. */
async function restoreFile(files: Files, pieces: readonly BackupDocument[]): Promise<Result<'done', RestoreFailure>> {
  await keepPieces(files, pieces);
  return ok('done');
}

async function restoreChunk(table: Table, lines: readonly BackupDocument[]): Promise<Result<'done', RestoreFailure>> {
  const partition = lines[0]?.partition ?? '';
  const changes = lines.map(({ row, value }): Change => ({ kind: 'insert', row, value }));
  for (const batch of batchesOf(changes)) {
    if ((await table.commit(partition, batch)).ok) continue;
    // Some of it stands already: by an interrupted restore, or because this is another store.
    for (const change of batch)
      if (!(await table.commit(partition, [change])).ok && !(await stands(table, partition, change)))
        return failed({ kind: 'not-empty', partition, row: change.row });
  }
  return ok('done');
}

async function stands(table: Table, partition: string, { row, value }: Change): Promise<boolean> {
  const entity = await table.read(partition, row);
  return entity !== null && JSON.stringify(entity.value) === JSON.stringify(value);
}
