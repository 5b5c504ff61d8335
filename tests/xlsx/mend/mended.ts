import type { CellChange } from '../../../core/fixing/cell-change.ts';
import type { Mark } from '../../../core/fixing/mark.ts';
import type { WorkbookMend } from '../../../core/fixing/workbook-mend.ts';
import type { Cell } from '../../../core/grid.ts';
import { mendWorkbook } from '../../../xlsx/mend/mend-workbook.ts';
import { readRecords } from '../../../xlsx/mend/zip/records.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';

/** The mended bytes of a workbook that must be mendable. */
export function mendedBytes(bytes: Uint8Array, changes: readonly CellChange[], more: Omit<WorkbookMend, 'changes'> = {}): Uint8Array {
  const mended = mendWorkbook(bytes, { changes, ...more });
  if (!mended.ok) throw new Error(`not mended: ${JSON.stringify(mended.error)}`);
  return mended.value;
}

/** A change of a cell of the first sheet of a made-up workbook, unless another is named. */
export const aChange = (cell: string, value: CellChange['value'], format: Cell['format'] = 'plain', sheet = 'Sheet1'): CellChange => ({
  sheet,
  cell,
  value,
  format,
});

export const aMark = (cell: string, text: string, kind: Mark['kind'] = 'mended', sheet = 'Sheet1'): Mark => ({ sheet, cell, kind, text });

/** Everything that a workbook holds but the times of its making: grids as they are read. */
export const gridsOf = (bytes: Uint8Array) => workbookOf(bytes).grids;

/** The bytes of each entry of a zip, from its local header on, by name. */
export function entriesOf(bytes: Uint8Array): Map<string, string> {
  const records = readRecords(bytes);
  if (!records) throw new Error('no zip');
  return new Map(records.records.map(({ key, start, end }) => [key, Buffer.from(bytes.subarray(start, end)).toString('base64')]));
}

/** The names of entries that differ between two zips, those that only one of them has too. */
export function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const [one, two] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...one.keys(), ...two.keys()])].filter((key) => one.get(key) !== two.get(key)).sort();
}
