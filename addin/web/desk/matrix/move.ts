/** A place in the grid: row, and column where 0 is the row's own head and the agencies follow. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads (WAI-ARIA "grid" pattern); null for a key that does not move. */
export function moved(
  { row, column }: GridPosition,
  key: string,
  isControl: boolean,
  last: GridPosition,
  page: number,
): GridPosition | null {
  const to = (nextRow: number, nextColumn: number): GridPosition => ({
    row: Math.min(last.row, Math.max(0, nextRow)),
    column: Math.min(last.column, Math.max(0, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(isControl ? 0 : row, 0);
    case 'End':
      return to(isControl ? last.row : row, last.column);
    default:
      return null;
  }
}
