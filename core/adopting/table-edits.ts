import type { Area } from '../grid.ts';
import { rowBlocks } from '../row-blocks.ts';
import { colourEdits, type FormBlock, lookEdits, ruleEdits } from './form-block.ts';
import { type AdoptedRow, newCells } from './new-cells.ts';
import type { NewColumns } from './new-columns.ts';
import type { FoundTable } from './recognition.ts';
import type { SheetEdit } from './sheet-edit.ts';

/** The form's own part of an adopted table. */
export const adoptedBlock = (
  { sheet, header, headersAgain }: FoundTable,
  { added, from }: NewColumns,
  rows: readonly AdoptedRow[],
): FormBlock => ({
  sheet,
  columns: added.map((column, k) => ({ column, at: from + k })),
  headerRows: [header, ...headersAgain].map(({ row }) => row),
  rows,
});

/** The edits of one table: contents, looks, rules, widths, headers and its name. Nothing but the new columns is touched. */
export function tableEdits(table: FoundTable, columns: NewColumns, rows: readonly AdoptedRow[]): SheetEdit[] {
  const { sheet, layout, header } = table;
  const { added, from } = columns;
  const block = adoptedBlock(table, columns, rows);
  const { headerRows } = block;
  const [top, bottom] = [header.row, Math.max(...headerRows, ...rows.map(({ row }) => row))];
  const to = from + added.length - 1;
  const columnArea = (k: number): Area => ({ top, bottom, left: from + k, right: from + k });
  return [
    // the sheet's columns may have been set to text, which would keep formulas from being formulas
    { kind: 'number-format', sheet, areas: [{ top, bottom, left: from, right: to }], format: 'General' },
    ...added.flatMap(({ format }, k): SheetEdit[] =>
      format === 'none' ? [] : [{ kind: 'number-format', sheet, areas: [columnArea(k)], format }],
    ),
    ...rowBlocks(rows, () => '').map(
      ({ top: row, items }): SheetEdit => ({
        kind: 'set-cells',
        sheet,
        row,
        column: from,
        cells: items.map((item) => newCells(columns, item)),
      }),
    ),
    ...lookEdits(block),
    ...ruleEdits(block),
    ...colourEdits(block),
    ...added.map(({ width }, k): SheetEdit => ({ kind: 'column-width', sheet, column: from + k, width })),
    // headers last: until the first of them stands the table is no form, and adopting can be begun anew
    ...headerRows.map((row): SheetEdit => ({ kind: 'set-cells', sheet, row, column: from, cells: [added.map((one) => one.header)] })),
    { kind: 'set-name', name: layout.definedName, sheet, row: top, column: from },
  ];
}
