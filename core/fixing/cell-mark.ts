import type { NamedCell } from './named-cell.ts';

/** What is shown at a cell of a fixed workbook: that it was fixed, or what is still to be looked at. */
export interface CellMark extends NamedCell {
  readonly kind: 'fixed' | 'error' | 'warning';
  readonly text: string;
}
