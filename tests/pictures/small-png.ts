import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const HEAD = 8;

/** The same picture in fewer bytes: browsers pack in haste what they take of a screen. Parts that no picture needs are left out. */
export function smallPng(bytes: Uint8Array): Uint8Array {
  const png = Buffer.from(bytes);
  const parts: { readonly type: string; readonly data: Buffer }[] = [];
  for (let at = HEAD; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const of = (type: string) => parts.filter((part) => part.type === type).map(({ data }) => data);
  const packed = deflateSync(inflateSync(Buffer.concat(of('IDAT'))), { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY });
  const kept = [
    ...of('IHDR').map((data) => ['IHDR', data] as const),
    ...of('PLTE').map((data) => ['PLTE', data] as const),
    ['IDAT', packed] as const,
    ['IEND', Buffer.alloc(0)] as const,
  ];
  return Buffer.concat([png.subarray(0, HEAD), ...kept.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
