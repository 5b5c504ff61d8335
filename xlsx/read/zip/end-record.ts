import { u16, u32, u64 } from './little-endian.ts';

/** Where the central directory stands, in offsets of the file. */
export interface Directory {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** What every record of a zip begins with: "PK". */
const SIGNATURE = 0x4b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_END_RECORD_BYTES = 56;

/**
 * Finds the directory by the end record, which with its comment is the last thing in the file: with anything else behind it, or in a
 * comment that could pass for a zip's, another program may find another end, and other contents. Null where there is none that fits: a
 * zip cut off or joined to another, or one of several disks.
 */
export function findDirectory(bytes: Uint8Array): Directory | null {
  const last = bytes.length - END_RECORD_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (u16(bytes, at) !== SIGNATURE) continue;
    return u32(bytes, at) === END_RECORD && at + u16(bytes, at + 20) === last ? directoryBefore(bytes, at) : null;
  }
  return null;
}

function directoryBefore(bytes: Uint8Array, at: number): Directory | null {
  const locator = at - ZIP64_LOCATOR_BYTES;
  if (locator >= 0 && u32(bytes, locator) === ZIP64_LOCATOR) return zip64Directory(bytes, locator);
  const [disk, startDisk, here, entries] = [u16(bytes, at + 4), u16(bytes, at + 6), u16(bytes, at + 8), u16(bytes, at + 10)];
  const [size, start] = [u32(bytes, at + 12), u32(bytes, at + 16)];
  return disk === 0 && startDisk === 0 && here === entries && start + size === at ? { start, end: at, entries } : null;
}

function zip64Directory(bytes: Uint8Array, locator: number): Directory | null {
  const at = u64(bytes, locator + 8);
  if (at + ZIP64_END_RECORD_BYTES > locator || u32(bytes, at) !== ZIP64_END_RECORD) return null;
  const [here, entries, size, start] = [u64(bytes, at + 24), u64(bytes, at + 32), u64(bytes, at + 40), u64(bytes, at + 48)];
  const oneDisk = u32(bytes, at + 16) === 0 && u32(bytes, at + 20) === 0 && here === entries;
  const whole = at + 12 + u64(bytes, at + 4) === locator;
  return oneDisk && whole && start + size === at ? { start, end: at, entries } : null;
}
