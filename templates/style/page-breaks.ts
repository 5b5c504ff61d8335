export interface PagedRow {
  readonly height: number;
  /** A heading stays with the row below it. */
  readonly heading: boolean;
}

/**
 * Indices of the rows after which a page ends, for rows of these heights and pages with this room (the first page has less,
 * below the letterhead). A row higher than a page stands alone.
 */
export function paginate(rows: readonly PagedRow[], room: { readonly first: number; readonly later: number }): number[] {
  const breaks: number[] = [];
  let left = room.first;
  let start = 0;
  rows.forEach(({ height }, k) => {
    if (height <= left || k === start) {
      left -= height;
      return;
    }
    const at = firstOfNextPage(rows, k, start);
    breaks.push(at - 1);
    start = at;
    left = room.later - rows.slice(at, k + 1).reduce((sum, row) => sum + row.height, 0);
  });
  return breaks;
}

/** Walks back over headings that would stand last on the page. */
function firstOfNextPage(rows: readonly PagedRow[], overflowing: number, start: number): number {
  let at = overflowing;
  while (at - 1 > start && rows[at - 1]?.heading) at--;
  return at;
}
