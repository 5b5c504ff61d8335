import { LAST_COLUMN } from '../address.ts';
import type { Grid } from '../grid.ts';
import type { Field } from '../layout.ts';
import { failed, ok, type Result } from '../result.ts';
import type { TableColumn } from '../tables/column.ts';
import { ROW_KEY_HEADER } from '../tables/every-table.ts';
import { matchKey } from '../text.ts';
import type { FoundTable } from './recognition.ts';

/** The columns that a table still needs to be read as a form, in a free block at its right, `Mã` first. */
export interface NewColumns {
  readonly added: readonly TableColumn<Field>[];
  /** The block's first column; the others follow it. */
  readonly from: number;
}

/** Why a table has no place for the form's columns. */
export type NoPlace =
  | { readonly kind: 'no-free-columns'; readonly sheet: string }
  /** The agency has a column `Mã` of its own: with two of them nobody knows which one finds the rows. */
  | { readonly kind: 'own-key-column'; readonly sheet: string; readonly row: number; readonly column: number };

/**
 * `taken`: columns of the same sheet that another table is about to use. The agency's other columns may have headers of the form's: at
 * the left of `Mã` the reader passes them over.
 */
export function newColumns(grid: Grid, { header, layout, sheet }: FoundTable, taken: ReadonlySet<number>): Result<NewColumns, NoPlace> {
  const cells = grid.rows.find(({ number }) => number === header.row)?.cells ?? [];
  const texts = new Map(cells.flatMap(({ column, value }) => (typeof value === 'string' ? [[matchKey(value), column]] : [])));
  const ownKey = texts.get(matchKey(ROW_KEY_HEADER));
  if (ownKey !== undefined) return failed({ kind: 'own-key-column', sheet, row: header.row, column: ownKey });
  const added = layout.columns.filter(({ role, header: own }) => role !== 'plan' || !texts.has(matchKey(own)));
  const from = freeBlock(grid, header.row, { after: Math.max(...cells.map(({ column }) => column)), width: added.length, taken });
  return from === null ? failed({ kind: 'no-free-columns', sheet }) : ok({ added, from });
}
/**
 * The first columns after the table's last in which nothing stands from the header down: whatever stood there would be read as the form's.
 */
function freeBlock(
  { rows, merges }: Grid,
  headerRow: number,
  { after, width, taken }: { readonly after: number; readonly width: number; readonly taken: ReadonlySet<number> },
): number | null {
  const used = new Set(taken);
  for (const row of rows) if (row.number >= headerRow) for (const { column } of row.cells) if (column > after) used.add(column);
  for (const { bottom, left, right } of merges)
    if (bottom >= headerRow) for (let column = Math.max(left, after + 1); column <= right; column++) used.add(column);
  let from = after + 1;
  for (let column = from; column < from + width; column++) if (used.has(column)) from = column + 1;
  return from + width - 1 <= LAST_COLUMN ? from : null;
}
