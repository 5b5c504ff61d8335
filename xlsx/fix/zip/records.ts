import { findDirectory } from '../../read/zip/end-record.ts';
import { partKey } from '../../read/zip/entries.ts';
import { u16, u32, u64 } from '../../read/zip/little-endian.ts';

/** An entry of a zip, folders too, as stretches of the file: its record in the directory, and everything from its local header on. */
export interface ZipRecord {
  readonly key: string;
  readonly nameBytes: Uint8Array;
  readonly record: Uint8Array;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** From the local header to the next one: header, content, and a descriptor where there is one. */
  readonly start: number;
  readonly end: number;
}

/** A zip that `openArchive` has found sound. */
export interface Records {
  /** In the order of the directory. */
  readonly records: readonly ZipRecord[];
}

const CENTRAL_HEADER_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const IN_ZIP64_EXTRA = 0xffffffff;
const ZIP64_EXTRA = 1;
/** Places of the sizes and the offset in a record, in the order in which a ZIP64 field has them. */
const WIDE = [24, 20, 42] as const;

/** Where in a record its unpacked size, packed size and offset stand: there, or in its ZIP64 field. */
export function widePlaces(record: Uint8Array): readonly { readonly at: number; readonly wide: boolean }[] {
  let next = zip64Start(record);
  return WIDE.map((at) => {
    if (u32(record, at) !== IN_ZIP64_EXTRA || next < 0) return { at, wide: false };
    next += 8;
    return { at: next - 8, wide: true };
  });
}

/** Where the values of the ZIP64 field begin, -1 without one. */
function zip64Start(record: Uint8Array): number {
  const extra = CENTRAL_HEADER_BYTES + u16(record, 28);
  const end = extra + u16(record, 30);
  for (let at = extra; at + 4 <= end; at += 4 + u16(record, at + 2)) if (u16(record, at) === ZIP64_EXTRA) return at + 4;
  return -1;
}

/** The entries of a zip; null where folders of it overlap with anything. */
export function readRecords(bytes: Uint8Array): Records | null {
  const directory = findDirectory(bytes);
  if (!directory) return null;
  const found: (Omit<ZipRecord, 'end'> & { readonly least: number })[] = [];
  let at = directory.start;
  for (let k = 0; k < directory.entries; k++) {
    const length = CENTRAL_HEADER_BYTES + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32);
    const record = bytes.subarray(at, at + length);
    const [size, packed, start] = widePlaces(record).map((place) => (place.wide ? u64 : u32)(record, place.at));
    if (size === undefined || packed === undefined || start === undefined || u32(bytes, start) !== LOCAL_HEADER) return null;
    const nameBytes = record.subarray(CENTRAL_HEADER_BYTES, CENTRAL_HEADER_BYTES + u16(record, 28));
    const least = start + LOCAL_HEADER_BYTES + u16(bytes, start + 26) + u16(bytes, start + 28) + packed;
    found.push({ key: partKey(String.fromCharCode(...nameBytes)), nameBytes, record, size, start, least });
    at += length;
  }
  const starts = found.map(({ start }) => start).sort((one, two) => one - two);
  const ends = new Map(starts.map((start, k) => [start, starts[k + 1] ?? directory.start]));
  const records = found.map((one) => ({ ...one, end: ends.get(one.start) ?? one.start }));
  if (records.some(({ least, end }) => least > end)) return null;
  return { records };
}
