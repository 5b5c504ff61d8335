import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { fileToReplace, NotAFile } from '../../functions/store/real-path.ts';
import { writeOnDisk } from '../../functions/store/store-mark.ts';

/** The access keys of this machine's agencies, by agency id, and where they are good for. */
const KeysFile = z.object({ baseUrl: z.string(), keys: z.record(z.string(), z.string()) });
export type KeysFile = z.infer<typeof KeysFile>;

/** A file of keys that cannot be read or written; the sentence is for whoever runs the server. */
export class KeysUnusable extends Error {
  readonly sentence: string;

  constructor(path: string, outcome: 'read' | 'written', cause: unknown) {
    super(`[keys] "${path}": cannot be ${outcome}`, { cause });
    this.sentence = outcome === 'read' ? unreadable(path) : unwritable(path, cause);
  }
}

const unreadable = (path: string): string =>
  `Tệp mã truy cập “${path}” không đọc được. Sửa lại tệp, hoặc chuyển tệp đi để máy chủ cấp mã mới.`;
const unwritable = (path: string, cause: unknown): string =>
  `Không ghi được tệp mã truy cập “${path}”: ${cause instanceof Error ? cause.message : cause}. Kiểm tra PHULUC_KEYS, ổ đĩa còn chỗ, quyền đọc, ghi.`;

/** The keys that a file holds; none where there is no file. Throws `KeysUnusable`: keys are never overwritten by mistake. */
export function readKeysFile(path: string): KeysFile['keys'] {
  try {
    if (!statSync(path).isFile()) throw new NotAFile(path); // a pipe would be waited for
    return KeysFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new KeysUnusable(path, 'read', cause);
  }
}

/**
 * Writes the file whole and onto the disk, readable by its owner alone from the first moment; where a link leads to it, there. Throws
 * `KeysUnusable`, also where the folder that a link leads into is gone: its disk may be.
 */
export function writeKeysFile(path: string, file: KeysFile): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeOnDisk(fileToReplace(path), JSON.stringify(file, null, 2));
  } catch (cause) {
    throw new KeysUnusable(path, 'written', cause);
  }
}
