import { areaOfAddress } from './address.ts';
import type { Workbook } from './grid.ts';

/** A defined name as a workbook has it. */
export interface WrittenName {
  readonly name: string;
  readonly reference: string;
  /** Whether it holds in the whole workbook, or in one sheet only. */
  readonly everywhere: boolean;
}

/** `'Biểu 01'!$A$5`, `Sheet1!A5:B6`; no other workbook's (`[1]…`), no formula, no list, nothing broken (`#REF!`). */
const SIMPLE = /^=?(?:'((?:[^'[\]]|'')+)'|([^'[\]!#(),:\s]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?$/;

/** A sheet's title has 31 letters at most, and each may be a quote. */
const LONGEST_REFERENCE = 300;

/**
 * Where the names point that point at one cell or area (its top left cell) of a sheet of this workbook. A name of the whole
 * workbook goes before the one that a copied sheet brought along.
 */
export function readDefinedNames(written: readonly WrittenName[], titles: readonly string[]): Workbook['names'] {
  const names = new Map<string, { sheet: string; row: number; column: number }>();
  const byTitle = new Map([...titles].reverse().map((title) => [title.toLowerCase(), title]));
  for (const { name, reference } of [...written].sort((one, two) => Number(two.everywhere) - Number(one.everywhere))) {
    if (reference.length > LONGEST_REFERENCE) continue;
    const [, quoted, bare, letters = '', digits = ''] = SIMPLE.exec(reference.trim()) ?? [];
    const sheet = byTitle.get((quoted?.replaceAll("''", "'") ?? bare ?? '').toLowerCase());
    const area = areaOfAddress(letters + digits);
    if (sheet !== undefined && area && !names.has(name)) names.set(name, { sheet, row: area.top, column: area.left });
  }
  return names;
}
