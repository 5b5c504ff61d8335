import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { crc32 } from '../../xlsx/read/zip/crc-32.ts';
import { aWorkbooksParts, bytesOf, type Parts, type WorkbookXml } from './xlsx-parts.ts';

/** The bytes of a workbook with these contents, its parts changed by `change` where that is what a test is about. */
export const aWorkbookFile = (workbook: WorkbookXml = {}, change: (parts: Parts) => Parts = (parts) => parts): Uint8Array =>
  aZip(change(aWorkbooksParts(workbook)));

export const aZip = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, bytesOf(content)])), { mtime: new Date(2026, 10, 20) });

/** An entry of a zip as other programs, or somebody of ill will, write it. */
export interface OddEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes of 0 in the local header and a descriptor behind the data, as programs write that stream. */
  readonly streamed?: boolean;
  readonly zip64?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** What the headers say instead of the truth. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  readonly localName?: string;
  readonly packed?: Uint8Array;
}

export const oddEntries = (parts: Parts, odd: Partial<OddEntry> = {}): OddEntry[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content, ...odd }));

interface OddZip {
  readonly comment?: string;
  readonly prefix?: string;
  readonly zip64?: boolean;
  readonly declaredEntries?: number;
  /** The name of an entry that the directory leaves out. */
  readonly hidden?: string;
}

/** A zip written byte by byte. */
export function anOddZip(
  entries: readonly OddEntry[],
  { comment = '', prefix = '', zip64 = false, hidden, declaredEntries = entries.length - (hidden === undefined ? 0 : 1) }: OddZip = {},
): Uint8Array {
  const written: Buffer[] = [Buffer.from(prefix)];
  const central: Buffer[] = [];
  let offset = written[0]!.length;
  for (const entry of entries) {
    const content = bytesOf(entry.content);
    const packed = entry.packed ?? (entry.stored ? content : deflateRawSync(content));
    const facts: Facts = {
      name: Buffer.from(entry.name),
      flags: (entry.flags ?? 0) | (entry.streamed ? 8 : 0) | 0x800,
      method: entry.method ?? (entry.stored ? 0 : 8),
      crc: entry.declaredCrc ?? crc32(content, content.length),
      packed: packed.length,
      size: entry.declaredSize ?? content.length,
    };
    const local = localHeader({ ...facts, name: Buffer.from(entry.localName ?? entry.name) }, entry.streamed ?? false);
    const descriptor = entry.streamed ? aDescriptor(facts, entry.zip64 ?? false) : Buffer.alloc(0);
    if (entry.name !== hidden) central.push(centralHeader(facts, offset, entry.zip64 ?? false));
    written.push(local, Buffer.from(packed), descriptor);
    offset += local.length + packed.length + descriptor.length;
  }
  const directory = Buffer.concat(central);
  return new Uint8Array(
    Buffer.concat(
      [...written, directory, endOf(declaredEntries, directory.length, offset, zip64), Buffer.from(comment)].map((part, k, all) =>
        k === all.length - 2 ? withComment(part, comment.length) : part,
      ),
    ),
  );
}

interface Facts {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function localHeader({ name, flags, method, crc, packed, size }: Facts, streamed: boolean): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(streamed ? 0 : crc, 14);
  header.writeUInt32LE(streamed ? 0 : packed, 18);
  header.writeUInt32LE(streamed ? 0 : size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, flags, method, crc, packed, size }: Facts, offset: number, zip64: boolean): Buffer {
  const header = Buffer.alloc(46);
  const extra = Buffer.alloc(zip64 ? 28 : 0);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(zip64 ? 0xffffffff : packed, 20);
  header.writeUInt32LE(zip64 ? 0xffffffff : size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(packed), 12);
    extra.writeBigUInt64LE(BigInt(offset), 20);
  }
  return Buffer.concat([header, name, extra]);
}

function aDescriptor({ crc, packed, size }: Facts, zip64: boolean): Buffer {
  const descriptor = Buffer.alloc(zip64 ? 24 : 16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  if (zip64) {
    descriptor.writeBigUInt64LE(BigInt(packed), 8);
    descriptor.writeBigUInt64LE(BigInt(size), 16);
  } else {
    descriptor.writeUInt32LE(packed, 8);
    descriptor.writeUInt32LE(size, 12);
  }
  return descriptor;
}

function endOf(entries: number, size: number, start: number, zip64: boolean): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries & 0xffff, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries & 0xffff, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : start, 16);
  if (!zip64) return end;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}

function withComment(end: Buffer, length: number): Buffer {
  end.writeUInt16LE(length, end.length - 2);
  return end;
}
