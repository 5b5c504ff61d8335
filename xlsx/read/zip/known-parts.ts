import { sameStretch, wordsOf } from '../xml/words.ts';

/** How many parts are remembered, and how long they may be: the styles of a form take 2 KB, 16 KB unpacked. */
const MOST_REMEMBERED = 32;
const [LONGEST_PACKED, LONGEST] = [4096, 64 * 1024];

const recent: { readonly packed: DataView; readonly crc: number; readonly content: Uint8Array }[] = [];

/**
 * What packed bytes hold that have been unpacked lately and found to have that sum: a hundred forms have half of their parts in common.
 * Nobody may change it.
 */
export function knownPart(packed: Uint8Array, size: number, crc: number): Uint8Array | null {
  const { byteLength } = packed;
  if (byteLength > LONGEST_PACKED) return null;
  const found = recent.find(
    (one) =>
      one.crc === crc &&
      one.packed.byteLength === byteLength &&
      one.content.length === size + 1 &&
      sameStretch(one.packed, 0, wordsOf(packed), 0, byteLength),
  );
  return found?.content ?? null;
}

/** Remembers a part that has been found sound. */
export function rememberPart(packed: Uint8Array, crc: number, content: Uint8Array): void {
  if (packed.length > LONGEST_PACKED || content.length > LONGEST) return;
  if (recent.length >= MOST_REMEMBERED) recent.shift();
  recent.push({ packed: wordsOf(packed.slice()), crc, content }); // a copy: the whole file would stay with it
}
