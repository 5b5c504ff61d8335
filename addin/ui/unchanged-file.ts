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

async function bytesNow(file: Blob, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const part = file.size > most ? file.slice(0, most) : file; // a file that is gone has the size 0: a slice of it would be an empty file
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
