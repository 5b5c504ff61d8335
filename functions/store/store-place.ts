import { resolve } from 'node:path';
import { isLink, realPath } from './real-path.ts';

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
