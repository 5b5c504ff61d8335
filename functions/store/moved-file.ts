import { statSync } from 'node:fs';

/** Which file stands at a path; the same text for the same file, null where none does. */
function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}

/**
 * Of files that are open: gives the first that does not stand at its path any more, null where all do. A system lets go on with a file that
 * was removed, moved or replaced, and what is written to it then is nowhere.
 */
export function movedFileOf(paths: readonly string[]): () => string | null {
  const opened = paths.map((path) => [path, fileAt(path)] as const);
  return () => opened.find(([path, file]) => fileAt(path) !== file)?.[0] ?? null;
}
