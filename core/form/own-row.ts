import { columnLetters } from '../grid.ts';

/**
 * How a formula names a cell of its own row: by the whole column and the row in which the formula itself stands. Cutting, dragging or
 * inserting cells moves a reference to a single cell along, or breaks it; this one stays.
 */
export const ownRowCell = (column: number): string => {
  const letters = columnLetters(column);
  return `INDEX($${letters}:$${letters},ROW())`;
};
