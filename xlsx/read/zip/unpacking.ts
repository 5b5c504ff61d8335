import { crc32 } from './crc-32.ts';
import type { Directory } from './end-record.ts';
import { type Entry, readAllEntries } from './entries.ts';
import { type Inflate, inflateAnywhere } from './inflate.ts';

/** How the parts of a zip are unpacked and summed up: a platform that has native means may bring them. */
export interface Unpacking {
  readonly inflate: Inflate;
  /** The CRC-32 of the first `length` bytes, as an unsigned number. */
  readonly crc32: (bytes: Uint8Array, length: number) => number;
  /** What the directory lists: `readAllEntries`, or what it gave before. */
  readonly entries: (bytes: Uint8Array, directory: Directory) => readonly Entry[] | null;
}

/** In plain JavaScript, for every platform. */
export const unpackAnywhere: Unpacking = { inflate: inflateAnywhere, crc32, entries: readAllEntries };
