import { joined, latin1 } from '../read/sniff/bytes.ts';
import { PACKING_TIME, type Packing } from './packing.ts';
import { endRecord, writtenEntry } from './zip-entry.ts';

/** A zip of these parts in their order, by names in ASCII; the times in it are fixed. */
export function zipOf(parts: ReadonlyMap<string, Uint8Array>, { deflate, crc32 }: Packing): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  for (const [name, content] of parts) {
    const packed = deflate(content);
    const entry = { name: latin1(name), packed, size: content.length, crc: crc32(content, content.length), flags: 0, ...PACKING_TIME };
    const { header, record } = writtenEntry(entry, length);
    pieces.push(header, packed);
    records.push(record);
    length += header.length + packed.length;
  }
  const directory = joined(records);
  return joined([...pieces, directory, endRecord(records.length, { start: length, length: directory.length })]);
}
