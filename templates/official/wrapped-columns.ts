import { type SetText, type WordWidths, type WrappedText, wordWidths, wrapWords } from '../style/row-height.ts';

/** A header is printed again on every page. */
const HEADERS = 2;

/** The texts of a column as they wrap when it is so many steps wide, from the header down. */
export type CellsAt = (column: number, width: number) => readonly WrappedText[];

/** Columns of texts of which many widths are tried; a width in steps has so many points for its text. */
export function wrappedColumns(columns: readonly (readonly SetText[])[], pointsOf: (width: number) => number): CellsAt {
  const words = columns.map((texts) => texts.map(wordWidths));
  const known = columns.map(() => new Map<number, readonly WrappedText[]>());
  return (column, width) => {
    const points = pointsOf(width);
    const wider = known[column]?.get(width + 1);
    const wrapped = (text: WordWidths, row: number): WrappedText => {
      const before = wider?.[row];
      return before && before.least <= points ? before : wrapWords(text, points);
    };
    const cells = known[column]?.get(width) ?? (words[column] ?? []).map(wrapped);
    known[column]?.set(width, cells);
    return cells;
  };
}

/** The lines of each row's highest cell. */
export function highest(columns: readonly (readonly Pick<WrappedText, 'lines'>[])[]): number[] {
  const rows = (columns[0] ?? []).map(({ lines }) => lines);
  for (const cells of columns) for (let row = 0; row < rows.length; row++) rows[row] = Math.max(rows[row] ?? 0, cells[row]?.lines ?? 0);
  return rows;
}

const timesPrinted = (row: number): number => (row === 0 ? HEADERS : 1);

/** The height of a table in lines, from those of its rows. */
export const linesOfTable = (rows: readonly number[]): number => rows.reduce((sum, lines, row) => sum + lines * timesPrinted(row), 0);

/** How much higher rows of so many lines become by a column of such cells. */
export function growthOf(rows: readonly number[], cells: readonly WrappedText[]): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row++) {
    const more = (cells[row]?.lines ?? 0) - (rows[row] ?? 0);
    if (more > 0) sum += more * timesPrinted(row);
  }
  return sum;
}
