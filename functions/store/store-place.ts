import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where an embedded store stands, found out once, when it is opened or looked for. */
export interface StorePlace {
  /** The path by which it was asked for. */
  readonly named: string;
  /** The file itself, whatever links lead to it. SQLite keeps its log beside it, and so does everything of ours. */
  readonly file: string;
  /** Paths beside which a store leaves signs of itself: of the file, and of a link to it, so that a store is missed whose disk is gone. */
  readonly signed: readonly string[];
}

/** The place of a store by a path, also where nothing is there yet. */
export function storePlace(path: string): StorePlace {
  const named = resolve(path);
  const file = realPath(named);
  return { named, file, signed: isLink(named) ? [file, named] : [file] };
}

/** A path without links, of what is not there too: then where it would be made. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    const parent = dirname(path);
    // Whatever else is wrong with it is said by who opens it.
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) return path;
    const folder = realPath(parent);
    return isLink(path) ? realPath(resolve(folder, readlinkSync(path))) : join(folder, basename(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
