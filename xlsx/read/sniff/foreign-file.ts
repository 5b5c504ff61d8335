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
/** How pictures begin: JPEG, PNG, GIF, TIFF of scanners; HEIC and AVIF of telephones and WebP a few bytes later. */
const PICTURES: readonly (readonly [Uint8Array, number])[] = [
  [new Uint8Array([0xff, 0xd8, 0xff]), 0],
  [latin1('\u0089PNG'), 0],
  [latin1('GIF8'), 0],
  [latin1('II*\0'), 0],
  [latin1('MM\0*'), 0],
  [latin1('WEBP'), 8],
  [latin1('ftyphei'), 4],
  [latin1('ftypavif'), 4],
  [latin1('ftypmif1'), 4],
];
/** The file that Excel lays beside an open workbook: the name of who has it open, behind its length, in this many bytes. */
const LOCK_BYTES = 165;
const LONGEST_NAME = 54;

/** In every mail as Outlook keeps it ([MS-OXMSG] 2.4); whatever else is in it is attached. */
const OF_MAIL = utf16('__properties_version1.0');
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
    if (holds(bytes, OF_MAIL)) return foreign('mail');
    if (LOCKED.some((name) => holds(bytes, name))) return locked();
    return foreign(OLE_LOOKS.find(([name]) => holds(bytes, name))?.[1] ?? 'unknown');
  }
  if (holds(bytes, PDF, 0, HEAD)) return foreign('pdf');
  if (holds(bytes, RTF, 0, 0)) return foreign('word');
  if (PICTURES.some(([start, at]) => holds(bytes, start, at, at))) return foreign('picture');
  if (bytes.length === LOCK_BYTES && (bytes[0] ?? 0) > 0 && (bytes[0] ?? 0) <= LONGEST_NAME) return foreign('lock');
  return foreign(lookOfText(bytes));
}
