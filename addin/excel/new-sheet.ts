import type { NewCellLook } from '../../core/adopting/sheet-edit.ts';
import type { Area } from '../../core/grid.ts';

/** A sheet to be written whole into the open workbook: the matrix, the receipts. */
export interface NewSheet {
  readonly title: string;
  /**
   * Where the title is taken: `replace-own` writes over a sheet whose first column reads as this one's, cell by cell; any other sheet is
   * somebody's own and stays, and " (2)" is added to the title, as `number` does in any case.
   */
  readonly whenTaken: 'replace-own' | 'number';
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  /** Rows of equal length from A1; texts are never parsed, null is blank. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  readonly looks: readonly AreaLook[];
  /** Shown at the cell, where Excel can (ExcelApi 1.18). They bear nobody's name, and nobody is told of them. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** One look for many areas: say each look once, so that Excel is asked few times. Number formats as in en-US (`0.0%`). */
export interface AreaLook {
  readonly areas: readonly Area[];
  readonly look: NewCellLook & { readonly numberFormat?: string };
}

/** The sheet as it came to be: its title may carry a number, and an older Excel shows no notes. */
export interface WrittenSheet {
  readonly title: string;
  readonly notes: number;
}
