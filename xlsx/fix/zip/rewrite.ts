import { deflateSync } from 'fflate';
import { joined, latin1 } from '../../read/sniff/bytes.ts';
import { crc32 } from '../../read/zip/crc-32.ts';
import { u16 } from '../../read/zip/little-endian.ts';
import { endRecord, type NewEntry, UTF_8_NAME, writtenEntry, zipNumbers } from '../../write/zip-entry.ts';
import type { Records, ZipRecord } from './records.ts';

/** What becomes of a zip's parts. */
export interface PartChanges {
  /** By key: the new content of a part, or null to leave the part out. */
  readonly changed: ReadonlyMap<string, Uint8Array | null>;
  /** By name, as it is to stand in the zip: a character a byte. */
  readonly added: ReadonlyMap<string, Uint8Array>;
}

/** 1 January 1980, 0:00: the time of new entries, so that the same fix gives the same bytes. */
const [NO_TIME, FIRST_DAY] = [0, 0x0021];
/** Above this many bytes packing well would take longer than anybody waits. */
const LARGE = 1024 * 1024;

/** A part to be packed into an entry of its own. */
type NewPart = Pick<NewEntry, 'name' | 'flags' | 'time' | 'day'> & { readonly content: Uint8Array };

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
  const putNew = ({ content, ...entry }: NewPart): Uint8Array => {
    const packed = deflateSync(content, { level: content.length > LARGE ? 1 : 6 });
    const { header, record } = writtenEntry({ ...entry, packed, size: content.length, crc: crc32(content, content.length) }, length);
    put(header);
    put(packed);
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
  put(endRecord(entries, { start, length: directory.length }));
  return joined(pieces);
}

function withOffset({ record, headerPlace: { at, wide } }: ZipRecord, offset: number): Uint8Array {
  const moved = record.slice();
  moved.set(wide ? zipNumbers([4, offset], [4, 0]) : zipNumbers([4, offset]), at);
  return moved;
}
