import type { Area } from '../../core/grid.ts';

/** Cells that stand one under the other, so that Excel is asked once for all of them. */
export interface ColumnRun<T> {
  readonly area: Area;
  readonly values: readonly T[];
}

/** Cells of a sheet as columns of neighbours; of two for one place the later counts. */
export function columnRuns<T>(cells: readonly { readonly row: number; readonly column: number; readonly value: T }[]): ColumnRun<T>[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const sorted = [...byPlace.values()].sort((one, two) => one.column - two.column || one.row - two.row);
  const runs: { area: Area; values: T[] }[] = [];
  for (const { row, column, value } of sorted) {
    const last = runs.at(-1);
    if (last && last.area.left === column && last.area.bottom + 1 === row) {
      last.values.push(value);
      last.area = { ...last.area, bottom: row };
    } else runs.push({ area: { top: row, left: column, bottom: row, right: column }, values: [value] });
  }
  return runs;
}
