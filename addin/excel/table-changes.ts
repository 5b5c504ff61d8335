import type { ExcelValue } from './port.ts';
import type { RefreshedTable } from './refreshed-table.ts';
import { isSameValue } from './same-value.ts';

/** A table as it stands in the workbook. */
export interface StandingTable {
  readonly headers: readonly unknown[];
  readonly body: readonly (readonly unknown[])[];
}

/** What brings a table up to date. Columns and rows are counted from 0 within its body. */
export interface TableChanges {
  /** The columns of ours that are still there. */
  readonly columns: readonly number[];
  /** As the body is to be written: undefined leaves a cell as it is. */
  readonly cells: readonly (readonly (ExcelValue | undefined)[])[];
  readonly changed: readonly { readonly row: number; readonly column: number }[];
  /** New rows at the end, as wide as the table. */
  readonly added: readonly (readonly (ExcelValue | undefined)[])[];
  /** Rows that are in the data no more. */
  readonly gone: readonly number[];
}

/**
 * What is to be changed: columns are found by their headers, rows by their keys, so that both may have been moved, and whatever else stands
 * in the table is somebody's own. Null where the column of keys is gone.
 */
export function tableChanges({ headers, body }: StandingTable, { columns, rows, goneText }: RefreshedTable): TableChanges | null {
  const at = columns.map(({ header }) => headers.indexOf(header));
  const [key = -1, second = -1] = at;
  if (key < 0) return null;
  const place = (values: readonly (ExcelValue | undefined)[]): (ExcelValue | undefined)[] => {
    const line: (ExcelValue | undefined)[] = headers.map(() => undefined);
    for (const [k, column] of at.entries()) if (column >= 0) line[column] = values[k];
    return line;
  };
  const byKey = new Map(rows.map((row) => [String(row[0]), place(row)]));
  const known = new Set<string>();
  const gone: number[] = [];
  const wanted = body.map((line, row) => {
    const own = String(line[key] ?? '');
    known.add(own);
    const found = byKey.get(own);
    if (found) return found;
    const isOurs = own !== '' && second >= 0 && second !== key;
    if (isOurs) gone.push(row);
    return headers.map((_, column) => (isOurs && column === second ? goneText : undefined));
  });
  const cells = wanted.map((line, row) =>
    line.map((value, column) => (value !== undefined && !isSameValue(body[row]?.[column], value) ? value : undefined)),
  );
  return {
    columns: at.filter((column) => column >= 0),
    cells,
    changed: cells.flatMap((line, row) => line.flatMap((value, column) => (value === undefined ? [] : [{ row, column }]))),
    added: [...byKey].filter(([own]) => !known.has(own)).map(([, line]) => line),
    gone,
  };
}
