import { ok } from '../../../core/result.ts';
import { damaged, exceeding, locked, type ReadResult } from '../file-finding.ts';
import { MOST_PARTS, MOST_UNPACKED_BYTES } from '../limits.ts';
import { findDirectory } from './end-record.ts';
import { type Entry, namedOnce } from './entries.ts';
import { knownPart, rememberPart } from './known-parts.ts';
import { u16, u32, u64 } from './little-endian.ts';
import type { Unpacking } from './unpacking.ts';

/** A zip whose directory is sound. Parts are unpacked when asked for, never to disk. */
export interface Archive {
  readonly has: (key: string) => boolean;
  /**
   * The content of a part by its key, with one zero byte behind it as a mark of its end; `sheet`, where it is one sheet's, is named in the
   * finding.
   */
  readonly read: (key: string, sheet?: string) => ReadResult<Uint8Array>;
}

/** The name in findings of what is no part but the zip itself. */
export const WHOLE_FILE = 'zip';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;
/** Sizes and sum may stand behind the content. */
const STREAMED = 0x0008;
const DESCRIPTOR = 0x08074b50;
const IN_ZIP64_EXTRA = 0xffffffff;

/**
 * Opens a zip by its central directory. Refused: one that is cut off or holds anything but its entries and its directory, in which two
 * entries have one name or the headers in front of the contents say otherwise (programs differ in which they take), entries that
 * overlap (a bomb), encrypted ones, or more and larger ones than the limits allow.
 */
export function openArchive(bytes: Uint8Array, unpacking: Unpacking): ReadResult<Archive> {
  const directory = findDirectory(bytes);
  if (!directory) return damaged(WHOLE_FILE);
  if (directory.entries > MOST_PARTS) return exceeding('parts', MOST_PARTS);
  const entries = namedOnce(bytes, unpacking.entries(bytes, directory));
  if (!entries) return damaged(WHOLE_FILE);
  if (entries.some(({ flags }) => (flags & ENCRYPTED) !== 0)) return locked();
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED_BYTES) return exceeding('unpacked-bytes', MOST_UNPACKED_BYTES);
  const parts = entries.filter(({ folder }) => !folder);
  const byKey = new Map(parts.map((entry) => [entry.key, entry]));
  if (byKey.size < parts.length || !isSeamless(bytes, entries, directory.start)) return damaged(WHOLE_FILE);
  const odd = entries.find((entry) => !isRepeated(bytes, entry));
  if (odd) return damaged(odd.key);
  return ok({ has: (key) => byKey.has(key), read: (key, sheet) => readPart(bytes, unpacking, byKey.get(key), key, sheet) });
}

function readPart(
  bytes: Uint8Array,
  { inflate, crc32 }: Unpacking,
  entry: Entry | undefined,
  key: string,
  sheet?: string,
): ReadResult<Uint8Array> {
  if (!entry) return damaged(key, sheet);
  const start = contentStart(bytes, entry);
  const packed = bytes.subarray(start, start + entry.packed);
  const known = entry.method === DEFLATED ? knownPart(packed, entry.size, entry.crc) : null;
  if (known) return ok(known);
  const content = entry.method === DEFLATED ? inflate(packed, entry.size) : entry.method === STORED ? withEnd(packed) : null;
  const sound = content?.length === entry.size + 1 && crc32(content, entry.size) === entry.crc;
  if (!content || !sound) return damaged(key, sheet);
  if (entry.method === DEFLATED) rememberPart(packed, entry.crc, content);
  return ok(content);
}

function withEnd(stored: Uint8Array): Uint8Array {
  const content = new Uint8Array(stored.length + 1);
  content.set(stored);
  return content;
}

/** Where the content of an entry begins, behind the header in front of it. */
export const contentStart = (bytes: Uint8Array, { header }: Entry): number =>
  header + LOCAL_HEADER_BYTES + u16(bytes, header + 26) + u16(bytes, header + 28);

const localFlags = (bytes: Uint8Array, header: number): number => u16(bytes, header + 6);

/** Whether the header in front of the content says what the directory says: a program that reads from the front must see the same. */
function isRepeated(bytes: Uint8Array, { header, flags, method, crc, packed, size, nameStart, nameLength }: Entry): boolean {
  if (
    ((localFlags(bytes, header) ^ flags) & ENCRYPTED) !== 0 ||
    u16(bytes, header + 8) !== method ||
    u16(bytes, header + 26) !== nameLength
  )
    return false;
  for (let k = 0; k < nameLength; k++) if (bytes[header + LOCAL_HEADER_BYTES + k] !== bytes[nameStart + k]) return false;
  const said = [u32(bytes, header + 14), u32(bytes, header + 18), u32(bytes, header + 22)];
  return [crc, packed, size].every((wanted, k) => {
    const here = said[k] ?? 0;
    return here === wanted || (k > 0 && here === IN_ZIP64_EXTRA) || (((flags | localFlags(bytes, header)) & STREAMED) !== 0 && here === 0);
  });
}

/** Whether the entries follow one another from the first byte on, up to the directory: nothing between them but their descriptors. */
function isSeamless(bytes: Uint8Array, entries: readonly Entry[], directoryStart: number): boolean {
  let at = 0;
  for (const entry of [...entries].sort((one, two) => one.header - two.header)) {
    if (entry.header !== at || u32(bytes, at) !== LOCAL_HEADER) return false;
    at = contentStart(bytes, entry) + entry.packed;
    if (((entry.flags | localFlags(bytes, entry.header)) & STREAMED) !== 0) at += descriptorLength(bytes, at, entry);
  }
  return at === directoryStart;
}

/** The length of the descriptor behind a streamed content; 0 where none stands there that says what the directory says. */
function descriptorLength(bytes: Uint8Array, start: number, { crc, packed, size }: Entry): number {
  const at = u32(bytes, start) === DESCRIPTOR && u32(bytes, start + 4) === crc ? start + 4 : start;
  if (u32(bytes, at) !== crc) return 0;
  if (u64(bytes, at + 4) === packed && u64(bytes, at + 12) === size) return at + 20 - start;
  return u32(bytes, at + 4) === packed && u32(bytes, at + 8) === size ? at + 12 - start : 0;
}
