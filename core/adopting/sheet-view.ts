import { dayOfSerial } from '../day.ts';
import { formatDate } from '../format.ts';
import { type Area, type Cell, cellAt, type Grid, type GridRow } from '../grid.ts';
import { fifteenDigits } from '../reading/filled-cell.ts';
import { squash } from '../text.ts';

/** A sheet's texts with its merged cells taken into account. */
export interface SheetView {
  readonly grid: Grid;
  /** What stands in the cell itself, in one line; empty where it is blank or in the middle of a merge. */
  readonly own: (row: number, column: number) => string;
  /** Likewise, or what stands at the left of the merged cells of this very row. */
  readonly across: (row: number, column: number) => string;
  /** The last row of the merged cells that begin in this row; the row itself where none do. */
  readonly bottomOf: (row: number, column: number) => number;
}

export function viewOf(grid: Grid): SheetView {
  const rows = new Map<number, GridRow>(grid.rows.map((row) => [row.number, row]));
  const own = (row: number, column: number): string => {
    const line = rows.get(row);
    return line ? shown(cellAt(line, column)) : '';
  };
  const mergeFrom = (row: number, column: number): Area | undefined =>
    grid.merges.find(({ top, left, right }) => top === row && left <= column && column <= right);
  return {
    grid,
    own,
    across: (row, column) => own(row, column) || own(row, mergeFrom(row, column)?.left ?? column),
    bottomOf: (row, column) => mergeFrom(row, column)?.bottom ?? row,
  };
}

/** A cell's value as text in one line: 0,95 in a `%` cell is "95%", a day is written as one; 1.1 may be a row's number, and stays so. */
function shown(cell: Cell | undefined): string {
  if (cell?.value === null || cell?.value === undefined) return '';
  if (typeof cell.value !== 'number') return squash(String(cell.value));
  const day = cell.format === 'date' ? dayOfSerial(cell.value) : null;
  if (day !== null) return formatDate(day);
  const number = fifteenDigits(cell.format === 'percent' ? cell.value * 100 : cell.value);
  return cell.format === 'percent' ? `${number}%` : String(number);
}
