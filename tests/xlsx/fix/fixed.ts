import type { CellChange, CellMark, WorkbookFix } from '../../../core/fixing/workbook-fix.ts';
import type { Cell } from '../../../core/grid.ts';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { readRecords } from '../../../xlsx/fix/zip/records.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';

/** The fixed bytes of a workbook that must be fixable. */
export function fixedBytes(bytes: Uint8Array, changes: readonly CellChange[], more: Omit<WorkbookFix, 'changes'> = {}): Uint8Array {
  const fixed = fixWorkbook(bytes, { changes, ...more });
  if (!fixed.ok) throw new Error(`not fixed: ${JSON.stringify(fixed.error)}`);
  return fixed.value;
}

/** A change of a cell of the first sheet of a made-up workbook, unless another is named. */
export const aChange = (cell: string, value: CellChange['value'], format: Cell['format'] = 'plain', sheet = 'Sheet1'): CellChange => ({
  sheet,
  cell,
  value,
  format,
});

export const aMark = (cell: string, text: string, kind: CellMark['kind'] = 'fixed', sheet = 'Sheet1'): CellMark => ({
  sheet,
  cell,
  kind,
  text,
});

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
