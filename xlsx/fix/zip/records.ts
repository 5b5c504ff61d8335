import { findDirectory } from '../../read/zip/end-record.ts';
import { type NumberPlace, readEntries } from '../../read/zip/entries.ts';

/** An entry of a zip, folders too, as stretches of the file: its record in the directory, and everything from its local header on. */
export interface ZipRecord {
  readonly key: string;
  readonly nameBytes: Uint8Array;
  readonly record: Uint8Array;
  /** Where in the record the offset of the local header stands. */
  readonly headerPlace: NumberPlace;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** From the local header to the next one: header, content, and a descriptor where there is one. */
  readonly start: number;
  readonly end: number;
}

/** A zip that `openArchive` has found sound: its entries follow one another. */
export interface Records {
  /** In the order of the directory. */
  readonly records: readonly ZipRecord[];
}

/** The entries of a zip that `openArchive` has found sound; null where it has not. */
export function readRecords(bytes: Uint8Array): Records | null {
  const directory = findDirectory(bytes);
  const entries = directory && readEntries(bytes, directory);
  if (!entries) return null;
  const starts = entries.map(({ header }) => header).sort((one, two) => one - two);
  const ends = new Map(starts.map((start, k) => [start, starts[k + 1] ?? directory.start]));
  const records = entries.map(({ key, nameStart, nameLength, recordStart, recordEnd, headerPlace, size, header }) => ({
    key,
    nameBytes: bytes.subarray(nameStart, nameStart + nameLength),
    record: bytes.subarray(recordStart, recordEnd),
    headerPlace: { ...headerPlace, at: headerPlace.at - recordStart },
    size,
    start: header,
    end: ends.get(header) ?? header,
  }));
  return { records };
}
