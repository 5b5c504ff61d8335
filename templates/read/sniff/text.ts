import type { FileLook } from '../../../core/findings/facts.ts';

const HEAD = 4096;
const SEPARATORS = [';', '\t', ',', '|'] as const;

/** Whether a file without a known signature is a kind of text, by its first 4 KiB. */
export function lookOfText(bytes: Uint8Array): FileLook {
  const head = headOf(bytes);
  if (head === null) return 'unknown';
  const start = head.trimStart().toLowerCase();
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-2003';
  if (/^(<!--.*?-->|<\?xml.*?\?>|\s)*<(!doctype html|html|head|body|meta|table|div|style)\b/s.test(start)) return 'html';
  if (start.startsWith('mime-version:')) return 'html';
  return isTable(head) ? 'csv' : 'text';
}

/** The file's first characters, ASCII as it is and the rest one character a byte; null where there are such as no text has. */
function headOf(bytes: Uint8Array): string | null {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = bytes.subarray(wide ? 2 : marked ? 3 : 0, HEAD).filter((byte) => !wide || byte !== 0);
  return head.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b)
    ? null
    : String.fromCharCode(...head);
}

/** Two lines with equally many of the same separator, or a single one with two. */
function isTable(head: string): boolean {
  const [first = '', second] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return SEPARATORS.some((separator) => {
    const count = first.split(separator).length - 1;
    return second === undefined ? count > 1 && separator !== ',' : count > 0 && second.split(separator).length - 1 === count;
  });
}
