import { existsSync, renameSync } from 'node:fs';

/** Moves a folder to its place; false where another program was quicker, whose folder stays. Throws whatever else keeps it from there. */
export function putInPlace(made: string, folder: string): boolean {
  try {
    renameSync(made, folder);
    return true;
  } catch (error) {
    if (existsSync(folder)) return false;
    throw error;
  }
}
