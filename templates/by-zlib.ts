import zlib from 'node:zlib';
import { BEST_RATIO, type Inflate } from '../xlsx/read/zip/inflate.ts';
import { PACKING_LEVEL, type Packing } from '../xlsx/write/packing.ts';
import { crc32ByZlib } from './crc-32-by-zlib.ts';

/** zlib takes no smaller piece. */
const SMALLEST_PIECE = 64;

/** `Inflate` by Node's zlib; only where nobody ends the thread or stops the script meanwhile (`unpackAhead`). */
export const inflateByZlib: Inflate = (packed, size) => {
  if (size > (packed.length + 1) * BEST_RATIO) return null;
  try {
    // Room for all of it at once: else zlib gathers pieces and joins them.
    const room = Math.max(SMALLEST_PIECE, size + 1);
    const unpacked = zlib.inflateRawSync(packed, { maxOutputLength: room, chunkSize: room });
    if (unpacked.length !== size) return null;
    return withEnd(unpacked, room);
  } catch {
    return null; // zlib throws at whatever is no deflate stream, and at more than it may unpack
  }
};

/** The content and a zero byte behind it: in zlib's own room where nobody else has a share of that, else in a copy. */
function withEnd(unpacked: Buffer, room: number): Uint8Array {
  const { buffer, byteOffset, length } = unpacked;
  const own = byteOffset === 0 && buffer.byteLength === room && length < room;
  const content = own ? new Uint8Array(buffer, 0, length + 1) : new Uint8Array(length + 1);
  if (own) content[length] = 0;
  else content.set(unpacked);
  return content;
}

/**
 * Packs by Node's zlib, eight times as quick as plain JavaScript in a process that has just begun. What it packs unpacks to the same
 * everywhere; its bytes may differ between processors and versions of Node, whose zlib looks for repetitions in ways of its own.
 */
export const packByZlib: Packing = { deflate: (content) => zlib.deflateRawSync(content, { level: PACKING_LEVEL }), crc32: crc32ByZlib };
