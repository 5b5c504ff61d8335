import type { ExcelValue } from './port.ts';

/** A table of ours in the open workbook (`Excel.Table`): written once, found again by its name and brought up to date in place. */
export interface RefreshedTable {
  /** By it Excel knows the table in the whole workbook: letters, digits, "_". */
  readonly name: string;
  /** The sheet that it gets where the workbook does not have it yet. */
  readonly sheet: string;
  /** Above the table, with when it was taken: written again as long as the heading stands there. */
  readonly heading: string;
  readonly taken: string;
  /** The first column is the key of its rows. `format` as in en-US; widths in characters. */
  readonly columns: readonly { readonly header: string; readonly width: number; readonly format: string | null }[];
  readonly rows: readonly (readonly ExcelValue[])[];
  /** What the second column says of a row that has gone from the data; such a row is left, for what somebody wrote beside it. */
  readonly goneText: string;
  /** The ground of what is another than the last time. */
  readonly changedFill: string;
}

/** What became of it. */
export type TableOutcome =
  | { readonly kind: 'written'; readonly sheet: string }
  | { readonly kind: 'refreshed'; readonly sheet: string; readonly changed: number; readonly added: number; readonly gone: number }
  /** Its column of keys is not there any more: nothing was changed. */
  | { readonly kind: 'without-key'; readonly sheet: string };
