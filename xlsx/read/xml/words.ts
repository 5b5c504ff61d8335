/** A document four bytes at a time: names, tags and texts are compared so, which is cheaper than byte by byte. */
export const wordsOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four ASCII characters as `wordAt` reads them. */
export const word = (characters: string): number => [...characters].reduceRight((sum, one) => sum * 256 + one.charCodeAt(0), 0);

/** The four bytes at an offset; 0, which stands in no document, where there are no four. */
export const wordAt = (words: DataView, at: number): number => (at + 4 <= words.byteLength ? words.getUint32(at, true) : 0);

/** Whether two stretches are equal that lie within their arrays. */
export function sameStretch(words: DataView, at: number, others: DataView, otherAt: number, length: number): boolean {
  let k = 0;
  for (; k + 4 <= length; k += 4) if (words.getUint32(at + k, true) !== others.getUint32(otherAt + k, true)) return false;
  for (; k < length; k++) if (words.getUint8(at + k) !== others.getUint8(otherAt + k)) return false;
  return true;
}
