import type { Directory } from './end-record.ts';
import { u16, u32, u64 } from './little-endian.ts';

/** One file of a zip, as its central directory declares it. */
export interface Entry {
  /** As parts are looked up: see `partKey`. */
  readonly key: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly header: number;
  readonly nameStart: number;
  readonly nameLength: number;
  readonly folder: boolean;
  /** Where its record in the directory begins and ends, and where in the file that says the offset of its local header. */
  readonly recordStart: number;
  readonly recordEnd: number;
  readonly headerPlace: NumberPlace;
}

/** Where a number of a record stands: `wide` ones take eight bytes, the others four. */
export interface NumberPlace {
  readonly at: number;
  readonly wide: boolean;
}

const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_BYTES = 46;
const IN_ZIP64_EXTRA = 0xffffffff;
const ZIP64_EXTRA = 1;
const UNICODE_PATH_EXTRA = 0x7075;
/** Version and sum before the name. */
const UNICODE_PATH_HEAD = 5;

/**
 * The key of a part: slashes forward, none in front, no capitals, because the names of parts do not differ by case (ECMA-376-2,
 * 6.2.2) and some programs write backslashes. Keys only look parts up; nothing is ever written under them.
 */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** The directory's entries, folders too; null where it is damaged, or names one of them in two ways: programs differ in which they take. */
export const readEntries = (bytes: Uint8Array, directory: Directory): readonly Entry[] | null =>
  namedOnce(bytes, readAllEntries(bytes, directory));

/** These entries of a zip; null where there are none, or one of them is named in two ways. */
export const namedOnce = (bytes: Uint8Array, entries: readonly Entry[] | null): readonly Entry[] | null =>
  entries?.every((entry) => isNamedOnce(bytes, entry)) ? entries : null;

/** The directory's entries as they stand, whatever their names; null where it is damaged. */
export function readAllEntries(bytes: Uint8Array, { start, end, entries }: Directory): Entry[] | null {
  const found: Entry[] = [];
  let at = start;
  for (let k = 0; k < entries; k++) {
    if (at + CENTRAL_HEADER_BYTES > end || u32(bytes, at) !== CENTRAL_HEADER) return null;
    const [nameLength, extraLength, commentLength] = [u16(bytes, at + 28), u16(bytes, at + 30), u16(bytes, at + 32)];
    const nameStart = at + CENTRAL_HEADER_BYTES;
    const extraStart = nameStart + nameLength;
    const next = extraStart + extraLength + commentLength;
    if (next > end) return null;
    const [sizePlace, packedPlace, headerPlace] = placesIn(bytes, at, extraStart, extraStart + extraLength);
    if (!sizePlace || !packedPlace || !headerPlace) return null;
    const [size, packed, header] = [numberAt(bytes, sizePlace), numberAt(bytes, packedPlace), numberAt(bytes, headerPlace)];
    const key = partKey(nameOf(bytes, nameStart, nameLength));
    found.push({
      key,
      flags: u16(bytes, at + 8),
      method: u16(bytes, at + 10),
      crc: u32(bytes, at + 16),
      packed,
      size,
      header,
      nameStart,
      nameLength,
      folder: key.endsWith('/') || key === '',
      recordStart: at,
      recordEnd: next,
      headerPlace,
    });
    at = next;
  }
  return at === end ? found : null;
}

/** Latin-1 is enough: every part that is looked up has an ASCII name. */
function nameOf(bytes: Uint8Array, start: number, length: number): string {
  let name = '';
  for (let k = start; k < start + length; k++) name += String.fromCharCode(bytes[k] ?? 0);
  return name;
}

/** An Info-ZIP Unicode path says another name, or a zero ends the name for programs in C. */
function isNamedOnce(bytes: Uint8Array, entry: Entry): boolean {
  const { key, nameStart, nameLength } = entry;
  if (key.includes('\0')) return false;
  const said = unicodeName(bytes, entry);
  return said === null || (said.length === nameLength && said.every((byte, k) => byte === bytes[nameStart + k]));
}

/** The name, in UTF-8, that an Info-ZIP Unicode path field says; null where there is no such field. */
export function unicodeName(bytes: Uint8Array, { nameStart, nameLength, recordStart }: Entry): Uint8Array | null {
  const start = nameStart + nameLength;
  const end = start + u16(bytes, recordStart + 30);
  for (let at = start; at + 4 <= end; at += 4 + u16(bytes, at + 2)) {
    if (u16(bytes, at) === UNICODE_PATH_EXTRA) return bytes.subarray(at + 4 + UNICODE_PATH_HEAD, at + 4 + u16(bytes, at + 2));
  }
  return null;
}

const numberAt = (bytes: Uint8Array, { at, wide }: NumberPlace): number => (wide ? u64 : u32)(bytes, at);

/**
 * Places of unpacked size, packed size and offset in a record, in the order in which a ZIP64 field has those that do not fit into 32 bits.
 */
const WIDE = [24, 20, 42] as const;

/** Where those three stand: in the record, or in its ZIP64 field; null for what should stand there and does not. */
function placesIn(bytes: Uint8Array, record: number, start: number, end: number): readonly (NumberPlace | null)[] {
  const field = zip64Field(bytes, start, end);
  let next = field.start;
  return WIDE.map((offset) => {
    if (u32(bytes, record + offset) !== IN_ZIP64_EXTRA) return { at: record + offset, wide: false };
    next += 8;
    return next <= field.end ? { at: next - 8, wide: true } : null;
  });
}

/** The values of the first ZIP64 field between two offsets; none where there is no such field. */
function zip64Field(bytes: Uint8Array, start: number, end: number): { readonly start: number; readonly end: number } {
  for (let at = start; at + 4 <= end; at += 4 + u16(bytes, at + 2)) {
    if (u16(bytes, at) === ZIP64_EXTRA) return { start: at + 4, end: Math.min(at + 4 + u16(bytes, at + 2), end) };
  }
  return { start: end, end };
}
