import { companionOf } from '../../../../../core/companion-files.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONGEST_PART = 120;

/** The folders and the name in a path as somebody else's program wrote it: shown, and nothing to climb out with. */
export function partsOfPath(path: string): readonly string[] {
  return path
    .normalize('NFC')
    .split(/[\\/]/)
    .map((part) => part.replace(INVISIBLE, '').trim().slice(0, LONGEST_PART))
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
}

/**
 * What opens as a form, or was one before a program kept it as a workbook of its own kind: that one is refused in words, so that its
 * agency hears of it. Not the lock file of a program that has one open, nor what macOS writes beside it.
 */
export const isFormName = (name: string): boolean => /\.(?:xls[xmb]?|ods|et)$/i.test(name) && companionOf(name) === null;

const PACKED = { zip: 'zip', eml: 'mail', msg: 'outlook-mail' } as const;

/** What may hold forms. */
export function packedKind(name: string): (typeof PACKED)[keyof typeof PACKED] | null {
  const ending = /\.(zip|eml|msg)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || companionOf(name) !== null ? null : PACKED[ending as keyof typeof PACKED]; // the pattern names its keys
}
