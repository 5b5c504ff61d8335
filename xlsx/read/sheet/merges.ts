import type { Area, GridRow } from '../../../core/grid.ts';

/** The areas that touch a row with cells. The others join blank cells with blank cells, and a sheet may have any number of them. */
export function mergesThatMatter(merges: readonly Area[], rows: readonly GridRow[]): readonly Area[] {
  return merges.filter(({ top, bottom }) => {
    const number = rows[firstFrom(rows, top)]?.number;
    return number !== undefined && number <= bottom;
  });
}

/** Index of the first row whose number is at least `number`. */
function firstFrom(rows: readonly GridRow[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
