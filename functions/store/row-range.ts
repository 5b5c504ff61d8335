interface RowRange {
  readonly from: string;
  readonly before: string;
}

/** Keys are printable ASCII. */
export const EVERY_ROW: RowRange = { from: '', before: '\u007f' };

/** The rows that begin with `prefix`: from it up to, not including, `before`. Null where every row does. */
export function rowRange(prefix: string): RowRange | null {
  if (prefix === '') return null;
  // Keys are printable ASCII, so the last character has a successor.
  return { from: prefix, before: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1) };
}
