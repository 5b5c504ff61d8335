import { existsSync, linkSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { failed, ok, type Result } from '../../core/result.ts';
import { type EmbeddedStore, fillEmbedded } from './embedded-table.ts';
import { isLogMissing, removeStore, SQLITE_SUFFIXES } from './store-file.ts';
import { holdStore, isBusy } from './store-hold.ts';
import { removeMark, syncFolder, writeMark } from './store-mark.ts';
import { type StorePlace, storePlace } from './store-place.ts';

/** Where the store that was there before has gone; null where there was none. */
export interface Replaced {
  readonly before: string | null;
}

/**
 * Fills a new store beside its place and then puts it there; one that stands there is kept under another name, with the moment `at` in it,
 * never removed, damaged ones too. What `fill` fails with leaves everything as it was. `in-use`: another program has the store open; no server begins meanwhile.
 */
export async function replaceEmbedded<E>(
  path: string,
  at: Date,
  fill: (store: EmbeddedStore) => Promise<Result<unknown, E>>,
): Promise<Result<Replaced, E | 'in-use'>> {
  const place = storePlace(path);
  const { file } = place;
  const hold = holdStore(file, 0);
  if (!hold) return failed('in-use');
  const aside = `${file}.${process.pid}.tmp`;
  try {
    removeStore(aside);
    const filled = await fillEmbedded(aside, fill);
    if (!filled.ok) return filled;
    if (!isFree(place)) return failed('in-use');
    const keepAs = `${file}.truoc-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
    const before = keep(file, keepAs);
    removeMark(place); // beside the new store it would say that this is another one, should nothing more be written
    renameSync(aside, file);
    writeMark(place, { store: filled.store, log: false });
    return ok({ before: before ? keepAs : null });
  } finally {
    removeStore(aside);
    hold.release();
  }
}

/**
 * Whether nobody has the store open. To leave the write-ahead log SQLite must have the file for itself; what the log held is in the file
 * then. A store that has lost something, or that SQLite cannot read, is left as it is: it is kept piece by piece.
 */
function isFree(place: StorePlace): boolean {
  if (!statSync(place.file, { throwIfNoEntry: false })?.size) return true;
  if (isLogMissing(place)) return true;
  const database = new Database(place.file);
  try {
    database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = DELETE');
    return true;
  } catch (cause) {
    return !isBusy(cause);
  } finally {
    database.close();
  }
}

/** Keeps what stands at a path under another name. The file itself is linked: there is no moment at which the place is empty. */
function keep(path: string, keepAs: string): boolean {
  let kept = false;
  for (const end of SQLITE_SUFFIXES) {
    if (!existsSync(`${path}${end}`)) continue;
    renameSync(`${path}${end}`, `${keepAs}${end}`);
    kept = true;
  }
  if (existsSync(path)) {
    linkSync(path, keepAs);
    kept = true;
  }
  syncFolder(dirname(path));
  return kept;
}
