import { companionOf } from '../../core/companion-files.ts';
import { sha256Hex } from './digest.ts';

/** What each file held when the page first read it. */
const firstRead = new WeakMap<Blob, string>();

/**
 * The bytes of a file, or its first `most`; null where the system gives none any more, or others than when the page first read it: what was
 * checked, or asked about, must be what is sent. A file that is chosen anew is read anew.
 */
export async function unchangedBytes(file: Blob, most = Number.POSITIVE_INFINITY): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await bytesNow(file, most);
  if (bytes === null) return null;
  const [print, before] = [sha256Hex(bytes), firstRead.get(file)];
  firstRead.set(file, before ?? print);
  return before === undefined || before === print ? bytes : null;
}

/** The same of a file that may be a workbook's lock file: its program may let nobody read that, and its name says what it is; no bytes then. */
export async function unchangedOrNamed(file: Blob, name: string, most?: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await unchangedBytes(file, most)) ?? (companionOf(name) === null ? null : new Uint8Array());
}

async function bytesNow(file: Blob, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // A file that is gone has the size 0: a piece of it would be empty, where the whole says that it cannot be read.
    return new Uint8Array(await (most < file.size ? file.slice(0, most) : file).arrayBuffer());
  } catch {
    return null;
  }
}
