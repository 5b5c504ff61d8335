import { deflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { crc32 } from '../../xlsx/read/zip/crc-32.ts';

/** ISO/IEC 18004 asks for four light modules around the code. */
const QUIET_ZONE = 4;
/** Pixels of one module. */
const SCALE = 6;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A text as a QR code: a PNG in black and white, and its side in pixels. */
export function qrPng(text: string): { readonly bytes: Uint8Array; readonly side: number } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const side = size * SCALE;
  const line = Math.ceil(side / 8);
  // A line begins with its filter (none); a set bit is white.
  const pixels = Buffer.alloc(side * (line + 1));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = y * (line + 1) + 1 + (x >> 3);
      if (!data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)]) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return { bytes: Buffer.concat([SIGNATURE, ...chunks]), side };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body, body.length) >>> 0);
  return Buffer.concat([length, body, check]);
}
