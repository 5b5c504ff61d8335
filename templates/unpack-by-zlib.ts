import zlib from 'node:zlib';
import { BEST_RATIO, type Inflate } from './read/zip/inflate.ts';
import { type Unpacking, unpackAnywhere } from './read/zip/unpacking.ts';

/** zlib takes no smaller piece. */
const SMALLEST_PIECE = 64;

const inflate: Inflate = (packed, size) => {
  if (size > (packed.length + 1) * BEST_RATIO) return null;
  try {
    // Room for all of it at once: else zlib gathers pieces and joins them.
    const room = Math.max(SMALLEST_PIECE, size + 1);
    const unpacked = zlib.inflateRawSync(packed, { maxOutputLength: room, chunkSize: room });
    if (unpacked.length !== size) return null;
    const withEnd = new Uint8Array(size + 1);
    withEnd.set(unpacked);
    return withEnd;
  } catch {
    return null; // zlib throws at whatever is no deflate stream, and at more than it may unpack
  }
};

/** By Node's zlib; its CRC-32 is there from Node 20.15 on. */
export const unpackByZlib: Unpacking = {
  inflate,
  crc32: typeof zlib.crc32 === 'function' ? (bytes, length) => zlib.crc32(bytes.subarray(0, length)) : unpackAnywhere.crc32,
};
