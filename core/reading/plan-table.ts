import { type Cell, cellAt, type Grid, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import { tableIdOf } from '../plan/appendix.ts';
import type { TableColumn } from '../tables/column.ts';
import { isBlankText, matchKey } from '../text.ts';

/** A plan table found in a grid by its header row. */
export interface PlanTable {
  readonly grid: Grid;
  readonly layout: SheetLayout;
  readonly header: GridRow;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly missing: readonly TableColumn<Field>[];
  readonly twice: readonly TableColumn<Field>[];
}

/** A header further down than this belongs to something else. */
const ROWS_SEARCHED = 1000;

/** Longer texts are the plan's own: not worth making a key of. Headers may come decomposed and with line breaks. */
const LONGEST_HEADER = 160;

const MOST_REMEMBERED = 2048;

/** The column of which a cell holds the header, null where it holds none: texts are looked at once, forms have them in common. */
const columnHeaded = oncePerObject(({ columns }: SheetLayout) => {
  const byKey = new Map(columns.map((column) => [matchKey(column.header), column]));
  return oncePerValue(MOST_REMEMBERED, (text: string): TableColumn<Field> | null => byKey.get(matchKey(text)) ?? null);
});

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

/**
 * Finds the layout's table in a grid: the first row that holds more than half of its headers, wherever they stand. Where the plan has other
 * tables of its kind, the first below which a row of its own stands, else the first below which none of another stands. Null where there is
 * none.
 */
export function findTable(grid: Grid, layout: SheetLayout): PlanTable | null {
  let first: PlanTable | null = null;
  for (const row of grid.rows.slice(0, ROWS_SEARCHED)) {
    const table = tableBelow(grid, row, layout);
    if (!table) continue;
    if (holdsOwnRows(table)) return table;
    if (!layout.siblings.some((sibling) => tablesNamed(table).has(sibling))) first ??= table;
  }
  return first;
}

/** Whether a table is known for this very one of the plan: by a row of its own, or because the plan has no other of its kind. */
export const holdsOwnRows = (table: PlanTable): boolean => table.layout.siblings.length === 0 || tablesNamed(table).has(table.layout.table);

/** The tables to which the rows below a header belong by their ids. */
const tablesNamed = oncePerObject((table: PlanTable): ReadonlySet<string> => {
  const below = table.grid.rows.filter(({ number }) => number > table.header.number);
  return new Set(below.map((row) => tableIdOf((visibleText(fieldCell(table, row, 'id')) ?? '').slice(0, LONGEST_HEADER).trim())));
});

function tableBelow(grid: Grid, row: GridRow, layout: SheetLayout): PlanTable | null {
  const headed = columnHeaded(layout);
  if (row.cells.length * 2 <= layout.columns.length) return null;
  const found: Partial<Record<Field, number>> = {};
  const twice: TableColumn<Field>[] = [];
  let others = 0;
  for (const cell of row.cells) {
    if ((row.cells.length - others) * 2 <= layout.columns.length) break; // too few cells are left to be headers
    const { value } = cell;
    const column = typeof value !== 'string' || value.length > LONGEST_HEADER ? null : headed(value);
    if (!column) {
      others++;
      continue;
    }
    const [before, key] = [found[column.field], found.id];
    // an adopted workbook has the form's columns from "Mã" on; at its left the agency's own may have the same header
    if (before === undefined || (key !== undefined && before < key)) found[column.field] = cell.column;
    else twice.push(column);
  }
  if (Object.keys(found).length * 2 <= layout.columns.length) return null;
  const { columns, missing } = placedAlike(layout, found);
  return { grid, layout, header: row, columns, twice, missing };
}

type PlacedColumns = Pick<PlanTable, 'columns' | 'missing'>;

const MOST_PLACED = 8;

const placedBefore = oncePerObject((_: SheetLayout): PlacedColumns[] => []);

/**
 * Where the columns stand, by the very object of the workbook before where they stood there, too: all that is kept of a thousand forms
 * shares it.
 */
function placedAlike(layout: SheetLayout, found: PlanTable['columns']): PlacedColumns {
  const before = placedBefore(layout);
  const known = before.find(({ columns }) => layout.columns.every(({ field }) => columns[field] === found[field]));
  if (known) return known;
  const made = { columns: found, missing: layout.columns.filter(({ field }) => found[field] === undefined) };
  if (before.length >= MOST_PLACED) before.shift();
  before.push(made);
  return made;
}

/** The cell of a field in a row of the table. */
export function fieldCell(table: PlanTable, row: GridRow, field: Field): Cell | undefined {
  const column = table.columns[field];
  return column === undefined ? undefined : cellAt(row, column);
}
