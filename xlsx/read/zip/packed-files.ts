import { contentStart } from './archive.ts';
import { findDirectory } from './end-record.ts';
import { type Entry, readAllEntries, unicodeName } from './entries.ts';
import { unpackAnywhere } from './unpacking.ts';

/** A file in a zip in which people send many files. Its path is what the zip says, to be shown and never written under. */
export interface PackedFile {
  readonly path: string;
  /** In bytes, unpacked, as the zip declares it: `read` gives exactly so many, or none. */
  readonly size: number;
  readonly isLocked: boolean;
  /** Null where the content is locked, damaged, packed in an unknown way, or of another size than declared. */
  readonly read: () => Uint8Array | null;
}

// Neither Node's types nor a browser's are known in this room; both have it.
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

const ENCRYPTED = 0x0001;
const IN_UTF_8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];

/**
 * The files of a zip, folders left out; null where it is no whole zip. Nothing is unpacked before it is read. Such zips are less strict
 * than workbooks (`openArchive`): Windows and macOS write names and headers that no office program would.
 */
export function packedFiles(bytes: Uint8Array): readonly PackedFile[] | null {
  const directory = findDirectory(bytes);
  const entries = directory && readAllEntries(bytes, directory);
  return entries?.filter(({ folder }) => !folder).map((entry) => packedFile(bytes, entry)) ?? null;
}

function packedFile(bytes: Uint8Array, entry: Entry): PackedFile {
  const { flags, size } = entry;
  const isLocked = (flags & ENCRYPTED) !== 0;
  return { path: pathOf(bytes, entry), size, isLocked, read: () => (isLocked ? null : contentOf(bytes, entry)) };
}

function contentOf(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const start = contentStart(bytes, entry);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return null;
  const content = inflated(packed, entry);
  return content && unpackAnywhere.crc32(content, entry.size) === entry.crc ? content.slice(0, entry.size) : null;
}

function inflated(packed: Uint8Array, { method, size }: Entry): Uint8Array | null {
  if (method === STORED) return packed.length === size ? packed : null;
  return method === DEFLATED ? unpackAnywhere.inflate(packed, size) : null;
}

/** UTF-8 where it says so or is: old programs write a code page of the machine that packed, of which nothing is known here. */
function pathOf(bytes: Uint8Array, entry: Entry): string {
  const { flags, nameStart, nameLength } = entry;
  const name = unicodeName(bytes, entry) ?? bytes.subarray(nameStart, nameStart + nameLength);
  if ((flags & IN_UTF_8) !== 0) return new TextDecoder('utf-8', { fatal: false }).decode(name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1258', { fatal: false }).decode(name);
  }
}
