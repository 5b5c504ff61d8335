import type { Grid, GridRow } from '../../grid.ts';
import { matchKey } from '../../text.ts';
import { seenIn } from './read-cell.ts';

/** The rows of a sheet that hold something. */
export const sheetLines = ({ rows }: Grid): readonly GridRow[] =>
  rows.filter(({ cells }) => cells.some((cell) => seenIn(cell) !== undefined));

/** The rows below the title of a part, up to the next title (`title` null: those above the first one); null where no row has it. */
export function rowsOfPart(grid: Grid, title: string | null, titles: readonly string[]): readonly GridRow[] | null {
  const keys = new Set(titles.map(matchKey));
  const lines = sheetLines(grid);
  const titleOf = (row: GridRow): string | null => {
    const key = matchKey(seenIn(row.cells[0]) ?? '');
    return keys.has(key) ? key : null;
  };
  const from = title === null ? 0 : lines.findIndex((row) => titleOf(row) === matchKey(title)) + 1;
  if (title !== null && from === 0) return null;
  const end = lines.findIndex((row, k) => k >= from && titleOf(row) !== null);
  return lines.slice(from, end < 0 ? undefined : end);
}
