import { squash } from '../text.ts';

/** The name that points at a table of a form, from that of its sheet: "Biểu 01" → `Bieu_01`; no address of a cell. */
export function definedNameOf(sheet: string, table: string): string {
  const plain = squash(sheet).normalize('NFD').replaceAll('đ', 'd').replaceAll('Đ', 'D').replace(/\p{M}/gu, '');
  const words = (plain.match(/[A-Za-z0-9]+/g) ?? [table]).map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  const [first, last] = [words.slice(0, -1).join(''), words.at(-1) ?? table];
  return `${/^\d/.test(first) ? '_' : ''}${first}_${last}`;
}
