import { byteAt, wideCharacter } from './characters.ts';
import { AS_IT_STANDS, decode } from './decode.ts';

/** What is the same of a name wherever it stands. */
export interface Spelling {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The part before the colon, undefined without one. */
  readonly prefix: string | undefined;
  /** The part after it. */
  readonly local: string;
}

const ASCII_NAME = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;
const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const REST = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;
let ofAnyLetters: RegExp | null = null;

/** Made when the first name is met that is not all ASCII: hardly a workbook has one. */
function nameOfAnyLetters(): RegExp {
  ofAnyLetters ??= new RegExp(`^(?:([${START}][${REST}]*):)?([${START}][${REST}]*)$`, 'u');
  return ofAnyLetters;
}

/** By hash. Workbooks say the same few hundred names; more than these are somebody's own. */
const remembered = new Map<number, Spelling>();
const MOST_REMEMBERED = 2048;

/** How the name between two offsets is spelled, null where it is no qualified name. `hash` is of its bytes. */
export function spellingOf(bytes: Uint8Array, start: number, end: number, hash: number): Spelling | null {
  const known = remembered.get(hash);
  if (known && isAt(bytes, start, end, known.bytes)) return known;
  if (!isUtf8(bytes, start, end)) return null;
  const text = decode(bytes, start, end, AS_IT_STANDS);
  const [, prefix, local] = ASCII_NAME.exec(text) ?? nameOfAnyLetters().exec(text) ?? [];
  if (local === undefined) return null;
  const spelling = { bytes: bytes.slice(start, end), text, prefix, local };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(hash, spelling);
  return spelling;
}

function isAt(bytes: Uint8Array, start: number, end: number, sought: Uint8Array): boolean {
  if (sought.length !== end - start) return false;
  for (let k = 0; k < sought.length; k++) if (byteAt(bytes, start + k) !== sought[k]) return false;
  return true;
}

function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const width = byteAt(bytes, at) < 0x80 ? 1 : wideCharacter(bytes, at);
    if (width === 0) return false;
    at += width;
  }
  return at === end;
}
