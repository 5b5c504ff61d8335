import { areaOfAddress } from '../address.ts';
import type { Cell, Grid, GridRow, Workbook } from '../grid.ts';
import type { CellChange } from './workbook-fix.ts';

/** The workbook as it is read once these cells are changed: to be checked before a file is written. */
export function withChanges(workbook: Workbook, changes: readonly CellChange[]): Workbook {
  const grids = workbook.grids.map((grid) => changes.filter(({ sheet }) => sheet === grid.title).reduce(withChange, grid));
  return { ...workbook, grids };
}

function withChange(grid: Grid, change: CellChange): Grid {
  const { top: number, left } = areaOfAddress(change.cell) ?? { top: 0, left: 0 };
  const row: GridRow = grid.rows.find((one) => one.number === number) ?? { number, hidden: false, cells: [] };
  const others = row.cells.filter(({ column }) => column !== left);
  const cells = [...others, ...changedCell(row, left, change)].sort((one, two) => one.column - two.column);
  const rows = [...grid.rows.filter((one) => one !== row), ...(cells.length > 0 ? [{ ...row, cells }] : [])];
  return { ...grid, rows: rows.sort((one, two) => one.number - two.number) };
}

function changedCell({ cells }: GridRow, column: number, { value, format }: CellChange): readonly Cell[] {
  if (value === null || value === '') return [];
  const before = cells.find((one) => one.column === column);
  return [{ column, value, error: null, format: typeof value === 'number' ? format : (before?.format ?? 'plain'), formula: false }];
}
