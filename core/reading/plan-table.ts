import { type Cell, cellAt, type Grid, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { TableColumn } from '../tables/column.ts';
import { isBlankText, matchKey } from '../text.ts';

/** A plan table found in a grid by its header row. */
export interface PlanTable<F extends Field = Field> {
  readonly grid: Grid;
  readonly layout: SheetLayout<F>;
  readonly header: GridRow;
  readonly columns: Readonly<Partial<Record<F, number>>>;
  readonly missing: readonly TableColumn<F>[];
  readonly twice: readonly TableColumn<F>[];
}

/** A header further down than this belongs to something else. */
const ROWS_SEARCHED = 1000;

/** Longer texts are the plan's own: not worth making a key of. Headers may come decomposed and with line breaks. */
const LONGEST_HEADER = 160;

/** Columns by the key of their header. */
const headersOf = oncePerObject(
  ({ columns }: SheetLayout): ReadonlyMap<string, TableColumn<Field>> =>
    new Map(columns.map((column) => [matchKey(column.header), column])),
);

/** The cell's text where it has one that can be seen. */
export function visibleText(cell: Cell | undefined): string | null {
  return typeof cell?.value === 'string' && !isBlankText(cell.value) ? cell.value : null;
}

/** Whether something that can be seen stands in the cell: a value, an error, or a formula not calculated yet. */
export function isFilled(cell: Cell | undefined): cell is Cell {
  if (!cell) return false;
  if (typeof cell.value === 'string') return !isBlankText(cell.value);
  return cell.value !== null || cell.error !== null || cell.formula;
}

/** Finds the layout's table in a grid: the first row that holds more than half of its headers, wherever they stand. Null where there is none. */
export function findTable<F extends Field>(grid: Grid, layout: SheetLayout<F>): PlanTable<F> | null {
  const byKey = headersOf(layout) as ReadonlyMap<string, TableColumn<F>>; // made from this very layout
  for (const row of grid.rows.slice(0, ROWS_SEARCHED)) {
    if (row.cells.length * 2 <= layout.columns.length) continue;
    const found: Partial<Record<F, number>> = {};
    const twice: TableColumn<F>[] = [];
    let others = 0;
    for (const cell of row.cells) {
      if ((row.cells.length - others) * 2 <= layout.columns.length) break; // too few cells are left to be headers
      const text = visibleText(cell);
      const column = text === null || text.length > LONGEST_HEADER ? undefined : byKey.get(matchKey(text));
      if (!column) {
        others++;
        continue;
      }
      const [known, key] = [found[column.field], found['id' as F]]; // every layout has the field id
      // an adopted workbook has the form's columns from "Mã" on; at its left the agency's own may have the same header
      if (known === undefined || (key !== undefined && known < key)) found[column.field] = cell.column;
      else twice.push(column);
    }
    if (Object.keys(found).length * 2 <= layout.columns.length) continue;
    return { grid, layout, header: row, columns: found, twice, missing: layout.columns.filter(({ field }) => found[field] === undefined) };
  }
  return null;
}

/** The cell of a field in a row of the table. */
export function fieldCell<F extends Field>(table: PlanTable<F>, row: GridRow, field: F): Cell | undefined {
  const column = table.columns[field];
  return column === undefined ? undefined : cellAt(row, column);
}
