import type { CellChange } from './cell-change.ts';
import type { CellMark } from './cell-mark.ts';
import type { NamedCell } from './named-cell.ts';

/** What is to be done to a workbook. */
export interface WorkbookFix {
  readonly changes: readonly CellChange[];
  readonly marks?: readonly CellMark[];
  /** Formulas whose results the changes put out of date: they are left without one, because not every program calculates when it opens a file. */
  readonly stale?: readonly NamedCell[];
  /** The cell that is chosen, and in view, when the workbook is opened. */
  readonly openAt?: NamedCell;
}
