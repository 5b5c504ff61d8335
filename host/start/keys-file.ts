import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** The access keys of this machine's agencies, by agency id, and where they are good for. */
const KeysFile = z.object({ baseUrl: z.string(), keys: z.record(z.string(), z.string()) });
export type KeysFile = z.infer<typeof KeysFile>;

/** The keys that a file holds; none where there is no file. Throws where it cannot be read: keys are never overwritten by mistake. */
export function readKeysFile(path: string): KeysFile['keys'] {
  try {
    return KeysFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`[keys] "${path}": cannot be read; mend it, or remove it to have new keys made`, { cause });
  }
}

/** Writes the file whole, readable by its owner alone from the first moment. */
export function writeKeysFile(path: string, file: KeysFile): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.tmp`;
  writeFileSync(aside, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  chmodSync(aside, 0o600); // one that was left there keeps its mode
  renameSync(aside, path);
}
