import type { Finding } from '../findings/finding.ts';
import type { Cell } from '../grid.ts';

/** A cell by the title of its sheet and its name ("J12"). */
export interface NamedCell {
  readonly sheet: string;
  readonly cell: string;
}

/** One cell's new content. */
export interface CellChange extends NamedCell {
  /** As it is to be written: 0,4 for 40 %, the serial number in the 1900 system for a day. Null clears the cell. */
  readonly value: string | number | null;
  /** How a number is shown: a cell whose own format shows it otherwise is given one that does. */
  readonly format: Cell['format'];
}

/** What is shown at a cell of a fixed workbook: that it was fixed, or what is still to be looked at. */
export interface CellMark extends NamedCell {
  readonly kind: 'fixed' | 'error' | 'warning';
  readonly text: string;
}

/** What is to be done to a workbook. */
export interface WorkbookFix {
  readonly changes: readonly CellChange[];
  readonly marks?: readonly CellMark[];
  /**
   * Formulas whose results the changes put out of date: they are left without one, because not every program calculates when it opens a
   * file.
   */
  readonly stale?: readonly NamedCell[];
  /** The cell that is chosen, and in view, when the workbook is opened. */
  readonly openAt?: NamedCell;
}

/** Why a workbook cannot be fixed; the file as it was uploaded stays as it is. */
export type FixRefusal =
  /** No workbook that the reader takes, or none any more once fixed. */
  | { readonly kind: 'not-readable'; readonly finding: Finding }
  /** A change would break its digital signature. */
  | { readonly kind: 'signed' }
  | { readonly kind: 'no-such-cell'; readonly sheet: string; readonly cell: string }
  /** The cell shows a result of another cell's array formula, which would write over it. */
  | { readonly kind: 'in-array'; readonly sheet: string; readonly cell: string };
