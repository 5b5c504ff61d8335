import { joined } from '../read/sniff/bytes.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const DEFLATED = 8;
/** The version of zip that a program must know to unpack it: 2.0. */
const VERSION = 20;

/** A flag of an entry: its name is in UTF-8. */
export const UTF_8_NAME = 0x0800;

/** An entry to be written, packed by deflate. */
export interface NewEntry {
  readonly name: Uint8Array;
  readonly packed: Uint8Array;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** The CRC-32 of what was packed. */
  readonly crc: number;
  readonly flags: number;
  /** As MS-DOS counts them: twos of seconds, days from 1980 on. */
  readonly time: number;
  readonly day: number;
}

/** An entry's header, in front of its packed content, and its record in the directory; `offset`: where in the file the header will stand. */
export function writtenEntry({ name, packed, size, crc, flags, time, day }: NewEntry, offset: number) {
  const sizes: readonly Field[] = [
    [4, crc],
    [4, packed.length],
    [4, size],
  ];
  const facts: readonly Field[] = [[2, flags], [2, DEFLATED], [2, time], [2, day], ...sizes, [2, name.length], [2, 0]];
  const local = zipNumbers([4, LOCAL_HEADER], [2, VERSION], ...facts);
  const record = zipNumbers([4, CENTRAL_HEADER], [2, VERSION], [2, VERSION], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return { header: joined([local, name]), record: joined([record, name]) };
}

/** The last record of a zip: where its directory stands, and of how many entries. */
export const endRecord = (entries: number, directory: { readonly start: number; readonly length: number }): Uint8Array =>
  zipNumbers([4, END_RECORD], [2, 0], [2, 0], [2, entries], [2, entries], [4, directory.length], [4, directory.start], [2, 0]);

/** How many bytes a number takes, and the number. */
type Field = readonly [bytes: 2 | 4, value: number];

/** Numbers as zip writes them, one behind the other. */
export function zipNumbers(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, k) => Math.floor(value / 256 ** k) % 256)));
}
