import { zlibSync } from 'fflate';
import { joined } from '../../xlsx/read/sniff/bytes.ts';
import { crc32 } from '../../xlsx/read/zip/crc-32.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BLACK = 0;
const WHITE = 255;

/** Black and white dots as a PNG, each `scale` pixels wide and high (ISO/IEC 15948). */
export function greyPng(rows: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const [width, height] = [(rows[0]?.length ?? 0) * scale, rows.length * scale];
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    const row = rows[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = row[Math.floor(x / scale)] ? BLACK : WHITE;
  }
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header[8] = 8; // bits a sample; the rest is nought: grey, no filter, not interlaced
  return joined([Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', zlibSync(lines)), chunk('IEND', new Uint8Array(0))]);
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from(kind, (letter) => letter.charCodeAt(0)), data]);
  const whole = new Uint8Array(body.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(body, 4);
  view.setUint32(body.length + 4, crc32(body, body.length));
  return whole;
}
