import type { Cell, GridRow } from '../../../core/grid.ts';

/** The rows of a sheet as they are being read. */
export interface OpenRows {
  readonly rows: GridRow[];
  /** The row that is open: its number, whether the file says it or only its position does. */
  number: number;
  said: boolean;
  hidden: boolean;
  cells: Cell[];
  /** Whether rows and cells have come in ascending order so far. */
  rowsInOrder: boolean;
  cellsInOrder: boolean;
}

export const emptyRows = (): OpenRows => ({
  rows: [],
  number: 0,
  said: false,
  hidden: false,
  cells: [],
  rowsInOrder: true,
  cellsInOrder: true,
});

/** Opens a row; without a number in the file it is the one after the row before. */
export function openRow(open: OpenRows, number: number | null, hidden: boolean): void {
  open.number = number ?? open.number + 1;
  open.said = number !== null;
  open.hidden = hidden;
}

/** A cell knows its row; where the row itself does not say its number, its first cell that does decides. */
export function matchesOpenRow(open: OpenRows, row: number): boolean {
  if (!open.said && row >= open.number) {
    open.number = row;
    open.said = true;
  }
  return row === open.number;
}

export function addCell(open: OpenRows, cell: Cell): void {
  const last = open.cells[open.cells.length - 1];
  if (last && last.column >= cell.column) open.cellsInOrder = false;
  open.cells.push(cell);
}

/** Closes the row. False where a place is filled twice: nobody can say which of the two counts. */
export function closeRow(open: OpenRows): boolean {
  const { number, hidden, cells, rows } = open;
  if (cells.length === 0) return true;
  if (!open.cellsInOrder) cells.sort((one, two) => one.column - two.column);
  const twice = !open.cellsInOrder && cells.some(({ column }, k) => cells[k + 1]?.column === column);
  const last = rows[rows.length - 1];
  if (last && last.number >= number) open.rowsInOrder = false;
  rows.push({ number, hidden, cells });
  open.cells = [];
  open.cellsInOrder = true;
  return !twice;
}

/** All rows in order; null where a row stands twice. */
export function finishRows({ rows, rowsInOrder }: OpenRows): readonly GridRow[] | null {
  if (rowsInOrder) return rows;
  rows.sort((one, two) => one.number - two.number);
  return rows.some(({ number }, k) => rows[k + 1]?.number === number) ? null : rows;
}
