import { accessSync, constants } from 'node:fs';

/**
 * Gives the first of these files that may not be written any more, null where all may: a system makes a disk with faults read-only, and
 * ends a program that writes to such a file where it lies in memory, as SQLite's `-shm` does (SIGBUS).
 */
export const readOnlyFileOf = (paths: readonly string[]): string | null => paths.find((path) => !mayWrite(path)) ?? null;

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
