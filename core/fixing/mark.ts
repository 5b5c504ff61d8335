import type { NamedCell } from './named-cell.ts';

/** What is shown at a cell of a mended workbook: that it was mended, or what is still to be looked at. */
export interface Mark extends NamedCell {
  readonly kind: 'mended' | 'error' | 'warning';
  readonly text: string;
}
