import type { NewCellLook } from '../../core/adopting/sheet-edit.ts';
import type { Area } from '../../core/grid.ts';

/** A sheet to be written whole into the open workbook: the matrix, the receipts. */
export interface NewSheet {
  readonly title: string;
  /** Where the title is taken: `replace` writes over that sheet's cells, `number` adds " (2)" to the title. */
  readonly whenTaken: 'replace' | 'number';
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  /** Rows of equal length from A1; texts are never parsed, null is blank. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  readonly looks: readonly AreaLook[];
  /** Shown at the cell, where Excel can (ExcelApi 1.10). */
  readonly comments: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** One look for many areas: say each look once, so that Excel is asked few times. Number formats as in en-US (`0.0%`). */
export interface AreaLook {
  readonly areas: readonly Area[];
  readonly look: NewCellLook & { readonly numberFormat?: string };
}

/** The sheet as it came to be: its title may carry a number, and an old Excel shows no comments. */
export interface WrittenSheet {
  readonly title: string;
  readonly comments: number;
}
