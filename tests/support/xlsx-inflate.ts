import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../templates/read/zip/inflate.ts';

/** `Inflate` by Node's zlib. */
export const inflateByZlib: Inflate = (packed, size) => {
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: size + 1 });
    if (unpacked.length !== size) return null;
    const withEnd = new Uint8Array(size + 1);
    withEnd.set(unpacked);
    return withEnd;
  } catch {
    return null; // zlib throws at whatever is no deflate stream, and at more than it may unpack
  }
};
