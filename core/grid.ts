import type { NumberFormat, NumberKind } from './number-format.ts';
import type { SavedTime } from './saved-time.ts';

/** Of a text of which a reader keeps only the beginning: the UTF-16 units that it has in NFC, or which it has more than. */
export interface TextLength {
  readonly units: number;
  readonly more: boolean;
}

/** One cell that holds something. Built by the reader from a file, by the pane from Excel. */
export interface Cell {
  /** 1 is column A. */
  readonly column: number;
  /** Null: an error value, or a formula that no program has calculated yet. */
  readonly value: string | number | boolean | null;
  /** `#REF!` and its like. */
  readonly error: string | null;
  /** How a number is shown: 0,4 in a `%` cell is 40 %, 46304 in a date cell is 9 October. */
  readonly format: NumberKind;
  readonly formula: boolean;
  /** The formula as the program wrote it, without "="; left out where it is not known. */
  readonly formulaText?: string;
  /** The number format, where it does not show every value as it is stored. */
  readonly pattern?: NumberFormat;
  /** All that can be seen in the cell is struck out. */
  readonly struck?: true;
  /** Parts of the text are struck out, raised or lowered, and others are not: it cannot be known which of them is meant. */
  readonly mixed?: true;
  /** How long the text really is, where `value` is its beginning alone and too long all the same. */
  readonly textLength?: TextLength;
}

export interface GridRow {
  /** 1 is the sheet's first row. */
  readonly number: number;
  readonly hidden: boolean;
  /** Ascending by column; cells with neither value, error nor formula are left out. */
  readonly cells: readonly Cell[];
}

/** A rectangle of cells, edges included, from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet's cells once read. */
export interface Grid {
  readonly title: string;
  readonly hidden: boolean;
  /** Ascending by number; rows without cells are left out. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Area[];
  /** Bare numbers that are days count from 1904; those in cells of a date format are given in the 1900 system already. */
  readonly date1904?: true;
}

/** A workbook's sheets and what its defined names point at (names whose target is broken are left out). */
export interface Workbook {
  readonly grids: readonly Grid[];
  readonly names: ReadonlyMap<string, { readonly sheet: string; readonly row: number; readonly column: number }>;
  /** When it was last saved, by its `docProps`, where they say so readably. */
  readonly modified: SavedTime | null;
}

/** 28 → "AB". */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** Row 12, column 10 → "J12". */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** The cell of a row, or undefined where it is blank. */
export function cellAt({ cells }: GridRow, column: number): Cell | undefined {
  // Most rows have all their cells, so the cell stands at its own place or before it.
  for (let k = Math.min(column, cells.length) - 1; k >= 0; k--) {
    const cell = cells[k];
    if (cell === undefined || cell.column < column) return undefined;
    if (cell.column === column) return cell;
  }
  return undefined;
}
