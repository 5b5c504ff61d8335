import { inputRuleOf, isOpen } from '../form/row-inputs.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Area } from '../grid.ts';
import type { Field } from '../layout.ts';
import { rowBlocks } from '../row-blocks.ts';
import type { TableColumn } from '../tables/column.ts';
import { type AdoptedRow, newCells } from './new-cells.ts';
import type { NewColumns } from './new-columns.ts';
import { headerLook, newCellLook } from './new-looks.ts';
import type { FoundTable } from './recognition.ts';
import type { NewCellLook, SheetEdit } from './sheet-edit.ts';

/** The edits of one table: contents, looks, rules, widths, headers and its name. Nothing but the new columns is touched. */
export function tableEdits(table: FoundTable, columns: NewColumns, rows: readonly AdoptedRow[]): SheetEdit[] {
  const { sheet, layout, header } = table;
  const { added, from } = columns;
  const headerRows = [header, ...table.headersAgain].map(({ row }) => row);
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
    ...looks(sheet, columns, headerRows, rows),
    ...rules(sheet, columns, rows),
    ...added.map(({ width }, k): SheetEdit => ({ kind: 'column-width', sheet, column: from + k, width })),
    // headers last: until the first of them stands the table is no form, and adopting can be begun anew
    ...headerRows.map((row): SheetEdit => ({ kind: 'set-cells', sheet, row, column: from, cells: [added.map((one) => one.header)] })),
    { kind: 'set-name', name: layout.definedName, sheet, row: top, column: from },
  ];
}

/** One edit a look, over all the areas that have it. */
function looks(sheet: string, { added, from }: NewColumns, headerRows: readonly number[], rows: readonly AdoptedRow[]): SheetEdit[] {
  const areas = new Map<string, { look: NewCellLook; areas: Area[] }>();
  const add = (look: NewCellLook, area: Area) => {
    const key = JSON.stringify(look);
    const known = areas.get(key) ?? { look, areas: [] };
    known.areas.push(area);
    areas.set(key, known);
  };
  added.forEach((column, k) => {
    const [left, right] = [from + k, from + k];
    for (const row of headerRows) add(headerLook(column), { top: row, bottom: row, left, right });
    for (const { top, bottom, items } of rowBlocks(rows, ({ shape }) => JSON.stringify(newCellLook(column, shape))))
      add(newCellLook(column, items[0]?.shape ?? null), { top, bottom, left, right });
  });
  return [...areas.values()].map(({ look, areas: all }) => ({ kind: 'look', sheet, areas: joined(all), look }));
}

/** Areas of the same rows in neighbouring columns as one. */
function joined(areas: readonly Area[]): Area[] {
  const blocks: Area[] = [];
  for (const area of areas) {
    const at = blocks.findIndex(({ top, bottom, right }) => top === area.top && bottom === area.bottom && right === area.left - 1);
    const known = blocks[at];
    if (known) blocks[at] = { ...known, right: area.right };
    else blocks.push(area);
  }
  return blocks;
}

function rules(sheet: string, { added, from }: NewColumns, rows: readonly AdoptedRow[]): SheetEdit[] {
  const shapes = [...new Set(rows.flatMap(({ shape }) => shape ?? []))];
  return shapes.flatMap((shape) => added.flatMap((column, k) => ruleEdits(shape, column, from + k)));

  function ruleEdits(shape: RowShape, column: TableColumn<Field>, at: number): SheetEdit[] {
    const rule = column.role === 'input' && isOpen(column, shape) ? inputRuleOf(column, shape) : 'none';
    if (rule === 'none') return [];
    const runs = rowBlocks(
      rows.filter((row) => row.shape === shape),
      () => '',
    );
    return [{ kind: 'input-rule', sheet, areas: runs.map(({ top, bottom }) => ({ top, bottom, left: at, right: at })), rule }];
  }
}
