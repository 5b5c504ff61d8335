/** Rows that follow one another and are alike under a key, as one block. */
export interface RowBlock<T> {
  readonly top: number;
  readonly bottom: number;
  readonly items: readonly T[];
}

/** Blocks of rows, from top to bottom: edits are made once a block, not once a row. `rows` may come in any order. */
export function rowBlocks<T extends { readonly row: number }>(rows: readonly T[], keyOf: (item: T) => string): RowBlock<T>[] {
  const runs: { top: number; bottom: number; items: T[]; key: string }[] = [];
  for (const item of [...rows].sort((one, other) => one.row - other.row)) {
    const last = runs.at(-1);
    const key = keyOf(item);
    if (last && last.bottom === item.row - 1 && last.key === key) {
      last.bottom = item.row;
      last.items.push(item);
    } else runs.push({ top: item.row, bottom: item.row, items: [item], key });
  }
  return runs;
}
