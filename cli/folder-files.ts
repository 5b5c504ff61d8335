import { readdirSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { companionOf } from '../core/companion-files.ts';
import { compareCodePoints } from '../core/text.ts';
import { WrongCall } from './wrong-call.ts';

/** A file of a folder: its name as it is told, and its path as the system has it, whose bytes need not be UTF-8. */
export interface FolderFile {
  readonly name: string;
  readonly path: Buffer;
}

const WORKBOOK = /\.xls[xmb]?$/i;

/**
 * The files of a folder in the order of their names, as they were at this moment. What programs leave beside files (`~$`, `Thumbs.db`), hidden ones and
 * subfolders are passed over; a folder that is named as a workbook is kept, so that it is told that it is none.
 */
export function filesOf(folder: string): FolderFile[] {
  const root = Buffer.from(folder.endsWith(sep) ? folder : folder + sep);
  return namesIn(folder)
    .map((bytes) => ({ name: nameOf(bytes), path: Buffer.concat([root, bytes]) }))
    .filter(({ name }) => companionOf(name) === null && !name.startsWith('.'))
    .filter(({ name, path }) => WORKBOOK.test(name) || !isFolder(path))
    .sort((one, other) => compareCodePoints(one.name, other.name));
}

function namesIn(folder: string): Buffer[] {
  try {
    return readdirSync(folder, { encoding: 'buffer' });
  } catch {
    throw new WrongCall(`Không mở được thư mục “${folder}”. Kiểm tra lại đường dẫn.`);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The name as text; what an old program wrote in another encoding is shown byte for byte (`\xE3`), so that no two names become one. */
function nameOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`)).join('');
  }
}

/** A link in a circle, or to nowhere, is no folder: reading it says what is wrong. */
function isFolder(path: Buffer): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
