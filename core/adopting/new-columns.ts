import type { Grid } from '../grid.ts';
import type { Column, Field } from '../layout.ts';
import { matchKey, squash } from '../text.ts';
import type { FoundTable } from './recognition.ts';

/** A column of the agency's own under one of our headers: it stays with all its figures, under another header. */
export interface RenamedColumn {
  readonly field: Field;
  readonly column: number;
  readonly header: string;
  readonly becomes: string;
}

/** The columns that a table still needs to be read as a form, in a free block at its right, and what has to make way for them. */
export interface NewColumns {
  readonly added: readonly Column[];
  /** The block's first column; the others follow it. */
  readonly from: number;
  readonly renamed: readonly RenamedColumn[];
}

const LAST_COLUMN = 16_384;

/** Null where no free block is left. `taken`: columns of the same sheet that another table is about to use. */
export function newColumns(grid: Grid, { header, layout }: FoundTable, taken: ReadonlySet<number>): NewColumns | null {
  const cells = grid.rows.find(({ number }) => number === header.row)?.cells ?? [];
  const texts = cells.flatMap(({ column, value }) => (typeof value === 'string' ? [{ column, text: squash(value) }] : []));
  const under = ({ header: own }: Column) => texts.filter(({ text }) => matchKey(text) === matchKey(own));
  const added = layout.columns.filter((one) => one.role !== 'plan' || under(one).length === 0);
  const renamed = added.flatMap((one) =>
    under(one).map(({ column, text }) => ({ field: one.field, column, header: text, becomes: freeHeader(text, texts) })),
  );
  const from = freeBlock(grid, header.row, { after: Math.max(...cells.map(({ column }) => column)), width: added.length, taken });
  return from === null ? null : { added, from, renamed };
}

function freeHeader(text: string, texts: readonly { readonly text: string }[]): string {
  const wanted = `${text} (đơn vị)`;
  return texts.some((one) => matchKey(one.text) === matchKey(wanted)) ? freeHeader(wanted, texts) : wanted;
}

/** The first columns after the table's last in which nothing stands from the header down: whatever stood there would be read as the form's. */
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
