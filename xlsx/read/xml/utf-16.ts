import { byteAt } from './characters.ts';

/** A document, a zero byte behind it, in UTF-8: itself, or transcoded where it begins as UTF-16 does; null where that UTF-16 is unsound. */
export function toUtf8(document: Uint8Array): Uint8Array | null {
  const [first, second] = [byteAt(document, 0), byteAt(document, 1)];
  if (first === 0xff && second === 0xfe) return transcoded(document, 2, 0);
  if (first === 0xfe && second === 0xff) return transcoded(document, 2, 1);
  if (first === 0x3c && second === 0 && document.length > 3) return transcoded(document, 0, 0);
  if (first === 0 && second === 0x3c) return transcoded(document, 0, 1);
  return document;
}

function transcoded(document: Uint8Array, start: number, bigEndian: 0 | 1): Uint8Array | null {
  const end = document.length - 1;
  if ((end - start) % 2 === 1) return null;
  const unit = (at: number): number => byteAt(document, at + bigEndian) | (byteAt(document, at + 1 - bigEndian) << 8);
  const utf8 = new Uint8Array(((end - start) / 2) * 3 + 1);
  let filled = 0;
  for (let at = start; at < end; at += 2) {
    let code = unit(at);
    if (code >= 0xd800 && code < 0xe000) {
      const low = at + 2 < end ? unit(at + 2) : 0;
      if (code >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return null;
      code = ((code - 0xd7c0) << 10) | (low & 0x3ff);
      at += 2;
      utf8[filled++] = 0xf0 | (code >> 18);
      utf8[filled++] = 0x80 | ((code >> 12) & 0x3f);
      utf8[filled++] = 0x80 | ((code >> 6) & 0x3f);
      utf8[filled++] = 0x80 | (code & 0x3f);
    } else if (code < 0x80) {
      utf8[filled++] = code;
    } else if (code < 0x800) {
      utf8[filled++] = 0xc0 | (code >> 6);
      utf8[filled++] = 0x80 | (code & 0x3f);
    } else {
      utf8[filled++] = 0xe0 | (code >> 12);
      utf8[filled++] = 0x80 | ((code >> 6) & 0x3f);
      utf8[filled++] = 0x80 | (code & 0x3f);
    }
  }
  return utf8.subarray(0, filled + 1);
}
