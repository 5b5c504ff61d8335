import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { StorePlace } from './store-place.ts';

/**
 * Stands beside an embedded store once a server has run on it, so that a store that is gone is missed. `log`: what was acknowledged may
 * stand in the write-ahead log alone, which must be there then.
 */
const StoreMark = z.strictObject({ store: z.string(), log: z.boolean() });
export type StoreMark = z.infer<typeof StoreMark>;

export const markFile = (path: string): string => `${path}.mark`;

/** The mark of a store; null where there is none, or none that can be read: a store is never refused for want of its mark. */
export function readMark({ file }: StorePlace): StoreMark | null {
  try {
    return StoreMark.parse(JSON.parse(readFileSync(markFile(file), 'utf8')));
  } catch {
    return null;
  }
}

/** Puts the mark, whole and on the disk when this returns. Beside a link it says that there was a store, and nothing of its log. */
export function writeMark({ file, signed }: StorePlace, mark: StoreMark): void {
  for (const path of signed) writeOnDisk(markFile(path), JSON.stringify(path === file ? mark : { ...mark, log: false }));
}

/** Takes the mark away; from here on the store is known by its file alone. */
export function removeMark({ signed }: StorePlace): void {
  for (const path of signed) rmSync(markFile(path), { force: true });
}

/** A small file, for its owner alone, written whole and on the disk when this returns, or not at all. Never for a file that SQLite has open. */
export function writeOnDisk(path: string, text: string): void {
  const aside = `${path}.${process.pid}.tmp`;
  rmSync(aside, { force: true });
  try {
    writeFileSync(aside, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(aside, path);
  } catch (failure) {
    rmSync(aside, { force: true });
    throw failure;
  }
  syncFolder(dirname(path));
}

/** What was renamed or linked in a folder is so after a power cut too. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
