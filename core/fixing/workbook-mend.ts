import type { CellChange } from './cell-change.ts';
import type { Mark } from './mark.ts';
import type { NamedCell } from './named-cell.ts';

/** What is to be done to a workbook. */
export interface WorkbookMend {
  readonly changes: readonly CellChange[];
  readonly marks?: readonly Mark[];
  /** Formulas whose results the changes put out of date: they are left without one, because not every program calculates when it opens a file. */
  readonly stale?: readonly NamedCell[];
}
