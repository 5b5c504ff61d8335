import { deflateSync } from 'fflate';
import { latin1 } from '../../read/sniff/bytes.ts';
import { crc32 } from '../../read/zip/crc-32.ts';
import { u16 } from '../../read/zip/little-endian.ts';
import { joined } from '../xml/splice.ts';
import type { Records, ZipRecord } from './records.ts';

/** What becomes of a zip's parts. */
export interface PartChanges {
  /** By key: the new content of a part, or null to leave the part out. */
  readonly changed: ReadonlyMap<string, Uint8Array | null>;
  /** By name, as it is to stand in the zip: a character a byte. */
  readonly added: ReadonlyMap<string, Uint8Array>;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const DEFLATED = 8;
const UTF_8_NAME = 0x0800;
const VERSION = 20;
/** 1 January 1980, 0:00: the time of new entries, so that the same fix gives the same bytes. */
const [NO_TIME, FIRST_DAY] = [0, 0x0021];
/** Above this many bytes packing well would take longer than anybody waits. */
const LARGE = 1024 * 1024;

/**
 * The zip with its parts changed, left out and added; every other entry keeps its bytes, header and packed content alike, and its
 * place in the order.
 */
export function rewriteZip(bytes: Uint8Array, { records }: Records, { changed, added }: PartChanges): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const putNew = (entry: NewEntry): Uint8Array => {
    const { header, content, record } = written(entry, length);
    put(header);
    put(content);
    return record;
  };
  const moved = new Map<ZipRecord, Uint8Array>();
  for (const one of [...records].sort((left, right) => left.start - right.start)) {
    const { key, nameBytes: name, record, start, end } = one;
    const content = changed.get(key);
    if (content) moved.set(one, putNew({ name, content, flags: u16(record, 8) & UTF_8_NAME, time: u16(record, 12), day: u16(record, 14) }));
    if (content !== undefined) continue;
    moved.set(one, withOffset(one, length));
    put(bytes.subarray(start, end));
  }
  const fresh = [...added].map(([spelled, content]) => {
    const flags = /^[\x20-\x7e]*$/.test(spelled) ? 0 : UTF_8_NAME;
    return putNew({ name: latin1(spelled), content, flags, time: NO_TIME, day: FIRST_DAY });
  });
  const directory = joined([...records.flatMap((one) => moved.get(one) ?? []), ...fresh]);
  const [start, entries] = [length, moved.size + fresh.length];
  put(directory);
  put(numbers([4, END_RECORD], [2, 0], [2, 0], [2, entries], [2, entries], [4, directory.length], [4, start], [2, 0]));
  return joined(pieces);
}

function withOffset({ record, headerPlace: { at, wide } }: ZipRecord, offset: number): Uint8Array {
  const moved = record.slice();
  moved.set(wide ? numbers([4, offset], [4, 0]) : numbers([4, offset]), at);
  return moved;
}

/** An entry to be written. */
interface NewEntry {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly flags: number;
  readonly time: number;
  readonly day: number;
}

/** An entry's local header, its packed content, and its record in the directory. */
function written({ name, content, flags, time, day }: NewEntry, offset: number) {
  const packed = deflateSync(content, { level: content.length > LARGE ? 1 : 6 });
  const sizes: readonly Field[] = [
    [4, crc32(content, content.length)],
    [4, packed.length],
    [4, content.length],
  ];
  const facts: readonly Field[] = [[2, flags], [2, DEFLATED], [2, time], [2, day], ...sizes, [2, name.length], [2, 0]];
  const local = numbers([4, LOCAL_HEADER], [2, VERSION], ...facts);
  const record = numbers([4, CENTRAL_HEADER], [2, VERSION], [2, VERSION], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return { header: joined([local, name]), content: packed, record: joined([record, name]) };
}

/** How many bytes a number takes, and the number. */
type Field = readonly [bytes: 2 | 4, value: number];

/** Numbers as zip writes them, one behind the other. */
function numbers(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, k) => Math.floor(value / 256 ** k) % 256)));
}
