import { areaOfAddress } from '../address.ts';
import { cellName } from '../grid.ts';
import { COLUMNS, type RowPlace } from '../layout.ts';
import type { NamedCell } from './workbook-fix.ts';

const DERIVED = new Set(
  Object.values(COLUMNS).flatMap((columns) => columns.filter(({ role }) => role === 'derived').map(({ field }) => field)),
);

/** The form's own formulas in the rows of changed cells: the rate and `Kiểm tra`. */
export function staleCells(changes: readonly NamedCell[], places: Iterable<RowPlace>): readonly NamedCell[] {
  const changed = new Set(changes.map(({ sheet, cell }) => `${areaOfAddress(cell)?.top} ${sheet}`));
  return [...places]
    .filter(({ sheet, row }) => changed.has(`${row} ${sheet}`))
    .flatMap(({ sheet, row, columns }) =>
      [...DERIVED].flatMap((field) => (columns[field] === undefined ? [] : [{ sheet, cell: cellName(row, columns[field]) }])),
    );
}
