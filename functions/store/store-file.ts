import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { makeFile } from './store-hold.ts';
import { markFile, readMark, syncFolder } from './store-mark.ts';
import type { StorePlace } from './store-place.ts';
import { StoreRefused } from './store-refused.ts';

/** Raised when the file's shape changes; a file of a newer program is refused, never guessed at. */
const SCHEMA = 1;

/** SQLite's own files beside a store while it is open, */
export const SQLITE_LIVE_SUFFIXES = ['-wal', '-shm'] as const;
/** and all that it may leave there. */
export const SQLITE_SUFFIXES = [...SQLITE_LIVE_SUFFIXES, '-journal'] as const;

const CREATE = `CREATE TABLE IF NOT EXISTS documents (
  partition TEXT NOT NULL, row TEXT NOT NULL, etag INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (partition, row)
) STRICT, WITHOUT ROWID`;

/** Workbooks as they were sent. A program that does not know this table does no harm to it. */
const CREATE_FILES =
  'CREATE TABLE IF NOT EXISTS files (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, keeping INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT';

/** Which store it is, and how often a server began on it. A program that does not know this table does no harm to it. */
const CREATE_STORE = 'CREATE TABLE IF NOT EXISTS store (id TEXT NOT NULL, begun INTEGER NOT NULL) STRICT';

const sizeOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.size ?? null;

/** Files that show that a store was at a place whose own file is gone. */
export const storeTraces = ({ file, signed }: StorePlace): readonly string[] =>
  [`${file}-wal`, `${file}-shm`, ...signed.map(markFile)].filter((trace) => existsSync(trace));

/**
 * Whether a store stands at a place, judged by names and sizes alone: no file of a store is ever opened beside SQLite. Throws
 * `StoreRefused` where one stood and something of it is gone.
 */
export function findStore(place: StorePlace): 'there' | 'new' {
  const { file } = place;
  const size = sizeOf(file);
  if (size === null) {
    const [trace] = storeTraces(place);
    if (trace !== undefined) throw new StoreRefused('missing', file, trace);
    return 'new';
  }
  if (size === 0) throw new StoreRefused('empty', file);
  if (isLogMissing(place)) throw new StoreRefused('log-missing', file);
  return 'there';
}

/** Whether the mark says that what was acknowledged last stands in a log, and there is none. */
export const isLogMissing = (place: StorePlace): boolean => readMark(place)?.log === true && !sizeOf(`${place.file}-wal`);

/** Makes an empty store: whole beside its place first, so that a file with this name is never an empty one. */
export function makeStore(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${process.pid}.new`;
  removeStore(aside);
  try {
    makeFile(aside); // for its owner alone; SQLite gives its log the mode of the file
    fillNew(aside);
    linkSync(aside, path);
  } catch (cause) {
    // Another process has made it meanwhile.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  } finally {
    removeStore(aside);
  }
  syncFolder(dirname(path));
}

function fillNew(path: string): void {
  const database = new Database(path);
  try {
    migrate(database);
  } finally {
    database.close();
  }
}

/** Brings a store's file to the shape that this program knows. */
export function migrate(database: Database.Database): void {
  refuseNewer(database);
  database.exec('BEGIN IMMEDIATE');
  if (schemaOf(database) === 0) database.exec(`${CREATE}; PRAGMA user_version = ${SCHEMA}`);
  database.exec(`${CREATE_FILES}; ${CREATE_STORE}; INSERT INTO store SELECT '${randomUUID()}', 0 WHERE NOT EXISTS (SELECT 1 FROM store)`);
  database.exec('COMMIT');
}

/** Throws where a store was written by a program that knows more than this one. */
export function refuseNewer(database: Database.Database): void {
  const schema = schemaOf(database);
  if (schema > SCHEMA) throw new Error(`written by a newer program (schema ${schema})`);
}

const schemaOf = (database: Database.Database): number =>
  (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version; // the pragma's column

/** Writes to a store what is there already, and throws where it cannot. (An `UPDATE` that changes nothing writes nothing.) */
export const tryToWrite = (database: Database.Database): void => void database.exec(`PRAGMA user_version = ${SCHEMA}`);

/** Removes the files of a store; no process may have it open. */
export function removeStore(path: string): void {
  for (const end of ['', ...SQLITE_SUFFIXES]) rmSync(`${path}${end}`, { force: true });
}
