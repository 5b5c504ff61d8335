import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { failed, ok, type Result } from '../../core/result.ts';
import { openEmbeddedTable } from './embedded-table.ts';
import type { Table } from './table.ts';

const BESIDES = ['-wal', '-shm'] as const;

/** Where the store that was there before has gone; null where there was none. */
export interface Replaced {
  readonly before: string | null;
}

/**
 * Fills a new store beside its place and then puts it there; one that stands there is kept under another name, never removed. What
 * `fill` fails with leaves everything as it was. `in-use`: another program has the store open.
 */
export async function replaceEmbedded<E>(
  path: string,
  keepAs: string,
  fill: (table: Table) => Promise<Result<unknown, E>>,
): Promise<Result<Replaced, E | 'in-use'>> {
  const aside = `${path}.${process.pid}.tmp`;
  remove(aside);
  try {
    const table = openEmbeddedTable(aside);
    const filled = await fill(table).finally(() => table.close());
    if (!filled.ok) return filled;
    if (!existsSync(path)) {
      renameSync(aside, path);
      return ok({ before: null });
    }
    if (!isAlone(path)) return failed('in-use');
    renameSync(path, keepAs);
    renameSync(aside, path);
    return ok({ before: keepAs });
  } finally {
    remove(aside);
  }
}

/**
 * Whether nobody else has the store open. To leave the write-ahead log SQLite must have the file for itself; what the log held is in
 * the file then, and the file can be moved alone.
 */
function isAlone(path: string): boolean {
  const database = new Database(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    return BESIDES.every((end) => !existsSync(`${path}${end}`));
  } catch {
    return false;
  } finally {
    database.close();
  }
}

const remove = (path: string): void => {
  for (const end of ['', ...BESIDES]) rmSync(`${path}${end}`, { force: true });
};
