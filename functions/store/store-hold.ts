import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** A lock on a store: while it is held, no server runs on it. */
export interface StoreHold {
  readonly release: () => void;
}

const lockFile = (path: string): string => `${path}.lock`;

/**
 * Keeps every server off a store; null where one has it, also after `waitMs`. The lock is SQLite's own on an empty file beside the store:
 * the system drops it when the process ends, however it ends, and it means the same in containers that share a folder.
 */
export function holdStore(path: string, waitMs: number): StoreHold | null {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  makeFile(lockFile(path));
  const lock = new Database(lockFile(path));
  try {
    lock.exec(`PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = ${waitMs}; BEGIN EXCLUSIVE`);
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) return null;
    throw cause;
  }
  return {
    release: () => {
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

/** Whether SQLite says that somebody else has a lock. */
export const isBusy = (cause: unknown): boolean => isOf(cause, /^SQLITE_(BUSY|LOCKED)/);

/** Whether it says that nothing can be written: the disk is read-only or full, a file or its folder belongs to somebody else. */
export const isUnwritable = (cause: unknown): cause is Error => isOf(cause, /^SQLITE_(READONLY|FULL|CANTOPEN|IOERR)/);

const isOf = (cause: unknown, codes: RegExp): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && codes.test(cause.code);

/**
 * Makes an empty file for its owner alone where none is. One that is there is not opened: closing any file of a process drops all the
 * locks that SQLite holds on it in that process (POSIX).
 */
export function makeFile(path: string): void {
  if (existsSync(path)) return;
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
}
