import { squash, withoutTail } from '../../core/text.ts';

/** Longest name of a file that is kept, in characters. */
const LONGEST_NAME = 200;
/** Of a longer header nothing is read. */
const LONGEST_HEADER = 4_000;
const EXTENDED = /(?:^|;)\s*filename\*\s*=\s*UTF-8'[A-Za-z0-9-]*'([^;\s"]*)/i;
const QUOTED = /(?:^|;)\s*filename\s*=\s*"([^"\\]*)"/i;
/** Controls, directions of writing, halves of characters and what has no meaning: nobody reads them in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
const PLAIN = /^[\w .()-]+$/;

/**
 * The name of the file that a body is, from its `Content-Disposition` (RFC 6266, RFC 8187), as it may be stored and shown; null where it
 * has none.
 */
export function fileNameIn(header: string | null): string | null {
  if (header === null || header.length > LONGEST_HEADER) return null;
  const extended = EXTENDED.exec(header)?.[1];
  const said = extended === undefined ? QUOTED.exec(header)?.[1] : decoded(extended);
  // Some programs send the whole path.
  const name =
    squash((said ?? '').replace(UNSEEN, ' '))
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  return name === '' ? null : [...name].slice(0, LONGEST_NAME).join('');
}

/**
 * The name under which a workbook that somebody sent is saved elsewhere: its sender may have called it a program, and Excel runs no macros
 * of an .xlsx.
 */
export const savedWorkbookName = (sent: string): string =>
  `${withoutTail(sent.replace(/[<>:"|?*]/g, '_'), /[ .]/).replace(/\.xls[xm]$/i, '')}.xlsx`;

/** A file to be saved under a name: with other letters than plain ones also as RFC 8187 writes it. */
export function attachment(name: string): string {
  if (PLAIN.test(name)) return `attachment; filename="${name}"`;
  const plain = name.replace(/[^\w .()-]/g, '_');
  const extended = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // percent signs that encode nothing
  }
}
