import type { FileLook } from '../../../core/rules/files.ts';
import { beginsAsPage } from './markup.ts';

const HEAD = 4096;
const [LITTLE_ENDIAN, BIG_ENDIAN, UTF_8] = [0xfffe, 0xfeff, 0xefbb];
const SEPARATORS = [';', '\t', ',', '|'] as const;

/** A message as mail programs save it: the first header, and further down one that every message has. */
const MAIL = /^(?:received|return-path|delivered-to|from|to|date|subject|message-id|x-[a-z-]+):.*\n(?:from|date|message-id|mime-version):/s;
/** The same where its first header is one that a web page saved as one file has, too, whose parts are of no day. */
const MAIL_OR_PAGE = /^mime-version:.*\n(?:date|message-id):/s;

/** Whether a file without a known signature is a kind of text, by its first 4 KiB. */
export function lookOfText(bytes: Uint8Array): FileLook {
  const head = headOf(bytes);
  if (head === null) return 'unknown';
  const start = head.trimStart().toLowerCase();
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-2003';
  if (beginsAsPage(start)) return 'html';
  if (MAIL.test(start) || MAIL_OR_PAGE.test(start)) return 'mail';
  if (start.startsWith('mime-version:')) return 'html';
  return isTable(head) ? 'csv' : 'text';
}

/** The file's first characters, ASCII as it is and the rest one character a byte; null where there are such as no text has. */
function headOf(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === LITTLE_ENDIAN || mark === BIG_ENDIAN) return utf16Head(bytes, mark === LITTLE_ENDIAN ? 0 : 1);
  const head = bytes.subarray(mark === UTF_8 && bytes[2] === 0xbf ? 3 : 0, HEAD);
  return head.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b)
    ? null
    : String.fromCharCode(...head);
}

function utf16Head(bytes: Uint8Array, low: 0 | 1): string {
  let head = '';
  for (let at = 2; at + 1 < bytes.length && at < HEAD; at += 2) {
    head += String.fromCharCode((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
  }
  return head;
}

/** Two lines with equally many of the same separator, or a single one with two. */
function isTable(head: string): boolean {
  const [first = '', second] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return SEPARATORS.some((separator) => {
    const count = first.split(separator).length - 1;
    return second === undefined ? count > 1 && separator !== ',' : count > 0 && second.split(separator).length - 1 === count;
  });
}
