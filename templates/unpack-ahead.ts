import { MOST_PARTS } from '../xlsx/read/limits.ts';
import { contentStart } from '../xlsx/read/zip/archive.ts';
import { findDirectory } from '../xlsx/read/zip/end-record.ts';
import { type Entry, readAllEntries } from '../xlsx/read/zip/entries.ts';
import { inflateAnywhere } from '../xlsx/read/zip/inflate.ts';
import { knownPart } from '../xlsx/read/zip/known-parts.ts';
import type { Unpacking } from '../xlsx/read/zip/unpacking.ts';
import { undisturbed } from './beside/undisturbed.ts';
import { inflateByZlib } from './by-zlib.ts';
import { crc32ByZlib } from './crc-32-by-zlib.ts';

/** What is unpacked ahead: the sheets and tables of a form ten times over. The rest is unpacked when it is read, in plain JavaScript. */
const [PARTS_AHEAD, BYTES_AHEAD] = [64, 16 * 1024 * 1024];
const DEFLATED = 8;
/** What is read of a workbook and of a document, as nearly every program names it. */
const READ = /^(xl\/(workbook|sharedstrings|styles|worksheets\/[^/]*)|word\/(document|charts\/[^/]*))\.xml$/;
/** To begin a zlib stream takes as long as plain JavaScript takes for so much, packed. */
const WORTH_BYTES = 1024;

/**
 * Unpacks what is likely to be read of a zip, whatever its bytes are, by Node's zlib, several times as quick as plain JavaScript. All at
 * once and before anything is read: Node aborts the whole process where a thread is ended, or a script stopped, while it begins a zlib
 * stream (node_zlib.cc, `Close`: "close before init"), and reading may be stopped anywhere.
 */
export function unpackAhead(bytes: Uint8Array): Unpacking {
  const directory = findDirectory(bytes);
  const isRead = directory !== null && directory.entries <= MOST_PARTS; // any other zip is refused
  const entries = isRead ? readAllEntries(bytes, directory) : null;
  const ahead = undisturbed(() => inflatedParts(bytes, entries ?? []));
  return {
    inflate: (packed, size) => {
      const found = packed.buffer === bytes.buffer ? ahead.get(packed.byteOffset - bytes.byteOffset) : undefined;
      return found?.packed === packed.length && found.size === size ? found.content : inflateAnywhere(packed, size);
    },
    crc32: crc32ByZlib,
    entries: (asked, its) => (isRead && asked === bytes ? entries : readAllEntries(asked, its)),
  };
}

interface InflatedPart {
  readonly packed: number;
  readonly size: number;
  /** Null where it is no deflate stream of that size. */
  readonly content: Uint8Array | null;
}

/** By where their packed content begins. */
function inflatedParts(bytes: Uint8Array, entries: readonly Entry[]): ReadonlyMap<number, InflatedPart> {
  const parts = new Map<number, InflatedPart>();
  let left = BYTES_AHEAD;
  for (const entry of entries) {
    if (entry.method !== DEFLATED || entry.packed < WORTH_BYTES || entry.size > left || !READ.test(entry.key)) continue;
    const start = contentStart(bytes, entry);
    const packed = bytes.subarray(start, start + entry.packed);
    if (knownPart(packed, entry.size, entry.crc)) continue;
    parts.set(start, { packed: packed.length, size: entry.size, content: inflateByZlib(packed, entry.size) });
    left -= entry.size;
    if (parts.size === PARTS_AHEAD) break;
  }
  return parts;
}
