import { crc32 } from './crc-32.ts';
import { type Inflate, inflateAnywhere } from './inflate.ts';

/** How the parts of a zip are unpacked and summed up: a platform that has native means may bring them. */
export interface Unpacking {
  readonly inflate: Inflate;
  /** The CRC-32 of the first `length` bytes, as an unsigned number. */
  readonly crc32: (bytes: Uint8Array, length: number) => number;
}

/** In plain JavaScript, for every platform. */
export const unpackAnywhere: Unpacking = { inflate: inflateAnywhere, crc32 };
