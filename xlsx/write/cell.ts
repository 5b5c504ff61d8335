import type { AlignmentLook, BorderLook, FillLook, FontLook } from './look.ts';

/** How a cell looks, in the words of the shared style sheet of form and appendix. */
export interface CellStyle {
  readonly font: FontLook;
  readonly alignment?: AlignmentLook;
  readonly border?: BorderLook;
  readonly fill?: FillLook;
  readonly numFmt?: string;
  /** Marks text that could be taken for a formula when somebody edits the cell. */
  readonly quotePrefix?: true;
}

/** A live formula with the value that a program shows before it calculates. */
export interface Formula {
  readonly formula: string;
  readonly result: number | string;
}

/** What a cell holds: a string is always text, whatever it begins with; null is a blank cell that is only drawn. */
export type CellValue = string | number | Formula | null;

export interface StyledCell {
  readonly value: CellValue;
  readonly style: CellStyle;
}

/** A row; its cells stand in the columns from A on, null where there is none. */
export interface Row {
  /** In points. */
  readonly height: number;
  readonly cells: readonly (StyledCell | null)[];
}
