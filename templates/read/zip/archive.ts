import { ok } from '../../../core/result.ts';
import { damaged, encrypted, overLimits, type Reading } from '../file-finding.ts';
import { MOST_PARTS, MOST_UNPACKED_BYTES } from '../limits.ts';
import { findDirectory } from './end-record.ts';
import { type Entry, readEntries } from './entries.ts';
import { u16, u32 } from './little-endian.ts';
import type { Unpacking } from './unpacking.ts';

/** A zip whose directory is sound. Parts are unpacked when asked for, never to disk. */
export interface Archive {
  readonly has: (key: string) => boolean;
  /** The content of a part by its key, with one zero byte behind it as a mark of its end; `sheet`, where it is one sheet's, is named in the finding. */
  readonly read: (key: string, sheet?: string) => Reading<Uint8Array>;
}

/** The name in findings of what is no part but the zip itself. */
export const WHOLE_FILE = 'zip';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip by its central directory. Refused: one that is cut off, has two entries of a name (programs differ in which they
 * take), entries that overlap (a bomb), encrypted ones, or more and larger ones than the limits allow.
 */
export function openArchive(bytes: Uint8Array, unpacking: Unpacking): Reading<Archive> {
  const directory = findDirectory(bytes);
  if (!directory) return damaged(WHOLE_FILE);
  if (directory.entries > MOST_PARTS) return overLimits('parts', MOST_PARTS);
  const entries = readEntries(bytes, directory);
  if (!entries) return damaged(WHOLE_FILE);
  if (entries.some(({ flags }) => (flags & ENCRYPTED) !== 0)) return encrypted();
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED_BYTES) return overLimits('unpacked-bytes', MOST_UNPACKED_BYTES);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  if (byKey.size < entries.length || overlap(bytes, entries, directory.start)) return damaged(WHOLE_FILE);
  return ok({ has: (key) => byKey.has(key), read: (key, sheet) => readPart(bytes, unpacking, byKey.get(key), key, sheet) });
}

function readPart(
  bytes: Uint8Array,
  { inflate, crc32 }: Unpacking,
  entry: Entry | undefined,
  key: string,
  sheet?: string,
): Reading<Uint8Array> {
  if (!entry) return damaged(key, sheet);
  const start = contentStart(bytes, entry);
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === DEFLATED ? inflate(packed, entry.size) : entry.method === STORED ? withEnd(packed) : null;
  const sound = content?.length === entry.size + 1 && nameRepeated(bytes, entry) && crc32(content, entry.size) === entry.crc;
  return content && sound ? ok(content) : damaged(key, sheet);
}

function withEnd(stored: Uint8Array): Uint8Array {
  const content = new Uint8Array(stored.length + 1);
  content.set(stored);
  return content;
}

const contentStart = (bytes: Uint8Array, { header }: Entry): number =>
  header + LOCAL_HEADER_BYTES + u16(bytes, header + 26) + u16(bytes, header + 28);

/** Whether the local header says the same name: a program that reads from the front must see the same parts. */
function nameRepeated(bytes: Uint8Array, { header, nameStart, nameLength }: Entry): boolean {
  if (u16(bytes, header + 26) !== nameLength) return false;
  for (let k = 0; k < nameLength; k++) if (bytes[header + LOCAL_HEADER_BYTES + k] !== bytes[nameStart + k]) return false;
  return true;
}

function overlap(bytes: Uint8Array, entries: readonly Entry[], directoryStart: number): boolean {
  const inOrder = [...entries].sort((one, two) => one.header - two.header);
  return inOrder.some((entry, k) => {
    const bound = inOrder[k + 1]?.header ?? directoryStart;
    return u32(bytes, entry.header) !== LOCAL_HEADER || contentStart(bytes, entry) + entry.packed > bound;
  });
}
