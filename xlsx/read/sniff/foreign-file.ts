import type { FileLook } from '../../../core/rules/files.ts';
import { foreign, locked, type ReadResult } from '../file-finding.ts';
import { holds, latin1, utf16 } from './bytes.ts';
import { lookOfText } from './text.ts';

const ZIP = latin1('PK\u0003\u0004');
const EMPTY_ZIP = latin1('PK\u0005\u0006');
const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PDF = latin1('%PDF-');
const RTF = latin1('{\\rtf');
const HEAD = 1024;

/** Streams of an OLE file whose content is locked: by a password, or by rights (sensitivity labels). */
const LOCKED = ['EncryptedPackage', 'EncryptionInfo', 'DRMContent'].map(utf16);
const OLE_LOOKS: readonly (readonly [Uint8Array, FileLook])[] = [
  [utf16('Workbook\0'), 'xls'],
  [utf16('Book\0'), 'xls'],
  [utf16('WordDocument\0'), 'word'],
];

/** Whether a file begins as a zip does. */
export const beginsAsZip = (bytes: Uint8Array): boolean => holds(bytes, ZIP, 0, 0) || holds(bytes, EMPTY_ZIP, 0, 0);

/** What a file that is no zip really is. */
export function foreignFile(bytes: Uint8Array): ReadResult<never> {
  if (bytes.length === 0) return foreign('empty');
  if (holds(bytes, OLE, 0, 0)) {
    if (LOCKED.some((name) => holds(bytes, name))) return locked();
    return foreign(OLE_LOOKS.find(([name]) => holds(bytes, name))?.[1] ?? 'unknown');
  }
  if (holds(bytes, PDF, 0, HEAD)) return foreign('pdf');
  if (holds(bytes, RTF, 0, 0)) return foreign('word');
  return foreign(lookOfText(bytes));
}
