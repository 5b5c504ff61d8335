import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** A path without links, of what is not there too: then where it would be made. Whatever else is wrong with it is said by who opens it. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    const parent = dirname(path);
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) return path;
    const folder = realPath(parent);
    return isLink(path) ? realPath(resolve(folder, readlinkSync(path))) : join(folder, basename(path));
  }
}

export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Where a file is wanted stands something else: a folder, a device, a pipe. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';

  constructor(path: string) {
    super(`"${path}" is no file`);
  }
}

/**
 * The file that a path means, there or not, to be replaced by another one: a link to it stays. Throws `NotAFile`: whoever renames a file onto
 * a device, as root may, takes it away from the whole machine.
 */
export function fileToReplace(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new NotAFile(path);
  return realPath(resolve(path));
}
