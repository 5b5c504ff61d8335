import { LAST_ROW } from '../address.ts';
import { columnLetters } from '../grid.ts';

/**
 * How a formula names a cell of its own row: by the whole column and the row in which the formula itself stands. Cutting, dragging or
 * inserting cells moves a reference to a single cell along, or breaks it; this one stays. The column is named from its first row to its
 * last, which Excel and LibreOffice take for `$I:$I`; so do programs that know cells alone when they move columns.
 */
export const ownRowCell = (column: number): string => {
  const letters = columnLetters(column);
  return `INDEX($${letters}$1:$${letters}$${LAST_ROW},ROW())`;
};
