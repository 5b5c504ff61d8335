import type { Agency } from '../../core/plan/agency.ts';

/** Text for a search alone: without case, tones, or the bar of Đ. Never a key to match by: “Sơn Hà” and “Sơn Hạ” are two communes. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a text holds what was typed; null where nothing was. */
export function meeting(typed: string): ((text: string) => boolean) | null {
  const plain = fold(typed);
  if (plain === '') return null;
  const exact = typed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (exact === plain) return (text) => fold(text).includes(plain);
  return (text) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').includes(exact);
}

/** What an agency is found by in every list: its code, which names its files, and both its names. */
export const agencyTerms = (id: string, agency: Pick<Agency, 'name' | 'shortName'> | undefined): string =>
  `${id} ${agency?.name ?? ''} ${agency?.shortName ?? ''}`;
