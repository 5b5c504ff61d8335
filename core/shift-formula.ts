import { LAST_COLUMN, LAST_ROW } from './address.ts';
import { columnLetters } from './grid.ts';

/** Texts, quoted sheet names and names in brackets, which hold no references; then areas of whole columns or rows, then cells. */
const PIECES =
  /"[^"]*(?:"|$)|'[^']*(?:'|$)|\[[^\]]*(?:\]|$)|(?<![\p{L}\p{N}_.\\$])(?:(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})|(\$?\d{1,7}):(\$?\d{1,7})|(\$?[A-Za-z]{1,3})(\$?\d{1,7}))(?![\p{L}\p{N}_.(!])/gu;

/** A formula as it reads so many rows down and columns to the right: what a cell means that shares another one's. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (piece, ...found: (string | undefined)[]) => {
    const [fromColumn, toColumn, fromRow, toRow, column, row] = found;
    const moved =
      fromColumn !== undefined && toColumn !== undefined
        ? [shiftColumn(fromColumn, columns), shiftColumn(toColumn, columns)]
        : fromRow !== undefined && toRow !== undefined
          ? [shiftRow(fromRow, rows), shiftRow(toRow, rows)]
          : column !== undefined && row !== undefined
            ? [shiftColumn(column, columns), shiftRow(row, rows)]
            : null;
    if (moved === null) return piece;
    return moved.includes(null) ? '#REF!' : moved.join(column === undefined ? ':' : '');
  });
}

function shiftColumn(written: string, by: number): string | null {
  if (written.startsWith('$')) return written;
  const column = [...written.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  if (column > LAST_COLUMN) return written; // a name that looks like a cell
  return column + by < 1 || column + by > LAST_COLUMN ? null : columnLetters(column + by);
}

function shiftRow(written: string, by: number): string | null {
  if (written.startsWith('$')) return written;
  const row = Number(written);
  return row + by < 1 || row + by > LAST_ROW ? null : String(row + by);
}
