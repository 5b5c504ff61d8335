import { joined } from '../../read/sniff/bytes.ts';

/** A stretch of a document to be replaced; `start` equal to `end` inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The platform's own encoder, which browsers and Node both have; no library of types that this room may use declares it. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/**
 * The document between two offsets with its splices done. They must not overlap; of two at one place the earlier in the list comes first.
 */
export function spliced(
  document: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  splices: readonly Splice[],
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = start;
  for (const splice of [...splices].sort((one, two) => one.start - two.start || one.end - two.end)) {
    pieces.push(document.subarray(at, splice.start), utf8(splice.text));
    at = splice.end;
  }
  pieces.push(document.subarray(at, end));
  return joined(pieces);
}
