import type { Cell } from '../grid.ts';
import type { NamedCell } from './named-cell.ts';

/** One cell's new content. */
export interface CellChange extends NamedCell {
  /** As it is to be written: 0,4 for 40 %, the serial number in the 1900 system for a day. Null clears the cell. */
  readonly value: string | number | null;
  /** How a number is shown: a cell whose own format shows it otherwise is given one that does. */
  readonly format: Cell['format'];
}
