import { dirname } from 'node:path';
import { movedFileOf } from './moved-file.ts';
import { readOnlyFileOf } from './read-only-file.ts';
import { SQLITE_LIVE_SUFFIXES } from './store-file.ts';
import { isBusy } from './store-hold.ts';
import type { StorePlace } from './store-place.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './table.ts';

/** Runs something on the file of an open store; whatever the system or SQLite says against it is an outage. */
export interface Attempts {
  readonly attempt: <T>(what: string, run: () => T) => T;
  /** The same where something is to be kept: nothing is that has no name, or may not be written any more. */
  readonly attemptToWrite: <T>(what: string, run: () => T) => T;
  /** Whether what was to be kept last could not be. */
  readonly isRefusing: () => boolean;
  /** Whether all of the store is in its place, and may be written and made anew. */
  readonly isWhole: () => boolean;
}

/**
 * To be called when SQLite has read from the store: what it has beside the file is there then. `read` reads something; `unwritable`: why
 * nothing is to be written.
 */
export function attemptsOn({ named, file }: StorePlace, read: () => void, unwritable: Error | null): Attempts {
  const written = ['', ...SQLITE_LIVE_SUFFIXES].map((end) => `${file}${end}`);
  const movedFile = movedFileOf([named, ...written]); // by its name it is found again
  let refusing = false;
  const writes = <T>(run: () => T): T => {
    if (unwritable) throw unwritable;
    const moved = movedFile();
    if (moved !== null) throw new Error(`${moved} was removed, moved or replaced while it was open`);
    const readOnly = readOnlyFileOf(written);
    if (readOnly !== null) throw new Error(`${readOnly} is read-only`);
    const done = run();
    read(); // SQLite notes in -shm up to where somebody reads: from here on reading writes nothing
    return done;
  };
  return {
    attempt: (what, run) => attempt(what, named, run),
    attemptToWrite: (what, run) =>
      attempt(what, named, () => {
        try {
          const done = writes(run);
          refusing = false;
          return done;
        } catch (cause) {
          if (!isBusy(cause)) refusing = true;
          throw cause;
        }
      }),
    isRefusing: () => refusing,
    isWhole: () => unwritable === null && movedFile() === null && readOnlyFileOf([dirname(file), ...written]) === null,
  };
}

/** Runs something on a file; whatever the system or SQLite says against it is an outage. */
export function attempt<T>(what: string, path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof StoreRefused) throw cause;
    if (isDamage(cause)) throw new StoreRefused('damaged', path, cause.message);
    throw new StoreUnavailable(`[${what}] "${path}": ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

const isDamage = (cause: unknown): cause is Error =>
  cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_NOTADB' || cause.code === 'SQLITE_CORRUPT');
