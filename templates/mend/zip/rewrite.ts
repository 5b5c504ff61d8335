import { deflateSync } from 'fflate';
import { latin1 } from '../../read/sniff/bytes.ts';
import { crc32 } from '../../read/zip/crc-32.ts';
import { u16 } from '../../read/zip/little-endian.ts';
import { joined } from '../xml/splice.ts';
import { type Records, widePlaces, type ZipRecord } from './records.ts';

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
/** 1 January 1980, 0:00: the time of new entries, so that the same mend gives the same bytes. */
const [NO_TIME, FIRST_DAY] = [0, 0x0021];
/** Above this many bytes packing well would take longer than anybody waits. */
const LARGE = 1024 * 1024;

/**
 * The zip with its parts changed, left out and added; every other entry keeps its bytes, header and packed content alike, and its
 * place in the order. What stood in front of the first entry and the zip's comment stay.
 */
export function rewriteZip(bytes: Uint8Array, { records, first, last, comment }: Records, { changed, added }: PartChanges): Uint8Array {
  const pieces: Uint8Array[] = [bytes.subarray(0, first)];
  const moved = new Map<ZipRecord, Uint8Array>();
  let length = first;
  const put = (...some: readonly Uint8Array[]): void => {
    for (const piece of some) length += pieces.push(piece) > 0 ? piece.length : 0;
  };
  for (const one of [...records].sort((left, right) => left.start - right.start)) {
    const content = changed.get(one.key);
    if (content === null) continue;
    if (content === undefined) {
      moved.set(one, withOffset(one.record, length));
      put(bytes.subarray(one.start, one.end));
    } else {
      const entry = packed(one.nameBytes, content, u16(one.record, 8) & UTF_8_NAME, [u16(one.record, 12), u16(one.record, 14)], length);
      moved.set(one, entry.record);
      put(entry.header, entry.content);
    }
  }
  if (records.length === 0) put(bytes.subarray(first, last));
  const fresh = [...added].map(([name, content]) => {
    const entry = packed(latin1(name), content, /^[\x20-\x7e]*$/.test(name) ? 0 : UTF_8_NAME, [NO_TIME, FIRST_DAY], length);
    put(entry.header, entry.content);
    return entry.record;
  });
  const directory = joined([...records.flatMap((one) => moved.get(one) ?? []), ...fresh]);
  const entries = moved.size + fresh.length;
  put(
    directory,
    numbers([4, END_RECORD], [2, 0], [2, 0], [2, entries], [2, entries], [4, directory.length], [4, length], [2, comment.length]),
    comment,
  );
  return joined(pieces);
}

function withOffset(record: Uint8Array, offset: number): Uint8Array {
  const moved = record.slice();
  const place = widePlaces(record)[2];
  if (place) moved.set(place.wide ? numbers([4, offset], [4, 0]) : numbers([4, offset]), place.at);
  return moved;
}

function packed(name: Uint8Array, content: Uint8Array, flags: number, [time, day]: readonly [number, number], offset: number) {
  const deflated = deflateSync(content, { level: content.length > LARGE ? 1 : 6 });
  const facts: readonly Field[] = [
    [2, flags],
    [2, DEFLATED],
    [2, time],
    [2, day],
    [4, crc32(content, content.length)],
    [4, deflated.length],
    [4, content.length],
    [2, name.length],
    [2, 0],
  ];
  const record = numbers([4, CENTRAL_HEADER], [2, VERSION], [2, VERSION], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return {
    header: joined([numbers([4, LOCAL_HEADER], [2, VERSION], ...facts), name]),
    content: deflated,
    record: joined([record, name]),
  };
}

/** How many bytes a number takes, and the number. */
type Field = readonly [bytes: 2 | 4, value: number];

/** Numbers as zip writes them, one behind the other. */
function numbers(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, k) => Math.floor(value / 256 ** k) % 256)));
}
