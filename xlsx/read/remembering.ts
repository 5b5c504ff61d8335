import { sameStretch, wordsOf } from './xml/words.ts';

/** How many documents a reader remembers, and how long they may be: the styles of a form take 16 KB. */
const MOST_REMEMBERED = 4;
const LONGEST = 64 * 1024;

/** Reads a part of a workbook, whose key it is told; null where it is damaged. */
export type Parse<T> = (document: Uint8Array, part: string) => T | null;

/**
 * The same reader, but a document that it has just read it knows again by its bytes: a hundred forms that one program saved have the
 * same styles, content types and relationships. What it gives is shared, so nobody may change it.
 */
export function remembering<T>(parse: Parse<T>): Parse<T> {
  const recent: { readonly document: DataView; readonly part: string; readonly read: T | null }[] = [];
  return (bytes, part) => {
    const document = wordsOf(bytes);
    const { byteLength } = document;
    const known = recent.find(
      (one) => one.part === part && one.document.byteLength === byteLength && sameStretch(one.document, 0, document, 0, byteLength),
    );
    if (known) return known.read;
    const read = parse(bytes, part);
    if (byteLength > LONGEST) return read;
    if (recent.length >= MOST_REMEMBERED) recent.shift();
    recent.push({ document, part, read });
    return read;
  };
}
