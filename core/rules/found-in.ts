/** What a rule finds row by row, in the rows' order: one thing a row, or nothing. */
export function foundIn<Row, Found>(rows: readonly Row[], look: (row: Row) => Found | null): Found[] {
  const found: Found[] = [];
  for (const row of rows) {
    const one = look(row);
    if (one !== null) found.push(one);
  }
  return found;
}
