import type { InputRule } from '../form/input-rule.ts';
import type { Area } from '../grid.ts';

/** A cell's new content: a text as text, a number, or a formula (English names, commas, no leading "="). Null leaves the cell as it is. */
export type CellContent = string | number | { readonly formula: string } | null;

/** How new cells look; what is left out stays as it is. Colours as `#RRGGBB`, `border` a thin line on all four sides. */
export interface NewCellLook {
  readonly fill?: string;
  readonly ink?: string;
  readonly border?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly face?: string;
  /** In points. */
  readonly size?: number;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
}

/** The ink of cells whose text begins with a sign. */
export interface SignColour {
  readonly sign: string;
  readonly ink: string;
}

/** What a cell's note is to say; null where the cell is to have none. */
export interface NoteText {
  readonly row: number;
  readonly column: number;
  readonly text: string | null;
}

/**
 * One change of a workbook, as data; sheets by title, rows and columns from 1. Edits are done in their order: a number format comes
 * before the content that it is for, a sheet before its cells. None merges, sorts, deletes or moves anything.
 */
export type SheetEdit =
  /** A new last sheet that no menu of the program shows (`veryHidden`). No sheet of this title is there yet. */
  | { readonly kind: 'add-hidden-sheet'; readonly sheet: string }
  /** A block of contents with its top left corner at row and column; every line is as long as the first. */
  | {
      readonly kind: 'set-cells';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly CellContent[])[];
    }
  /** A format as the file holds it: `General`, `@`, `0.00%`, `dd/mm/yyyy`. */
  | { readonly kind: 'number-format'; readonly sheet: string; readonly areas: readonly Area[]; readonly format: string }
  | { readonly kind: 'look'; readonly sheet: string; readonly areas: readonly Area[]; readonly look: NewCellLook }
  /**
   * Notes of cells. What one that stands there becomes `renewed` says, given what it says now and is to say: null where it goes. Where the
   * program has no notes, or the sheet's protection keeps them as they are, neither this nor any edit after it is done.
   */
  | {
      readonly kind: 'notes';
      readonly sheet: string;
      readonly renewed: (standing: string, text: string | null) => string | null;
      readonly notes: readonly NoteText[];
    }
  /** A drop-down list, or a rule for numbers or days, or none. It takes the place of the cells' former rule. */
  | { readonly kind: 'input-rule'; readonly sheet: string; readonly areas: readonly Area[]; readonly rule: InputRule | 'none' }
  /** In characters, as the program shows it; a hidden column is shown again. */
  | { readonly kind: 'column-width'; readonly sheet: string; readonly column: number; readonly width: number }
  /** Conditional colours, in place of former ones of these cells. */
  | { readonly kind: 'sign-colours'; readonly sheet: string; readonly areas: readonly Area[]; readonly colours: readonly SignColour[] }
  /** Conditional formats that any of these cells has go, wherever else they are, save those by one of these formulas (no leading "="). */
  | { readonly kind: 'own-conditions'; readonly sheet: string; readonly areas: readonly Area[]; readonly formulas: readonly string[] }
  /** What of the cells is locked once the sheet is protected. */
  | { readonly kind: 'lock'; readonly sheet: string; readonly areas: readonly Area[] | 'whole-sheet'; readonly locked: boolean }
  /** Protected without a password: columns and rows may be sized, or everything may be done but to locked cells. */
  | { readonly kind: 'protect'; readonly sheet: string; readonly leaves: 'sizing' | 'everything-else' }
  /** A protection without a password is taken off; a sheet that has none stays as it is. */
  | { readonly kind: 'unprotect'; readonly sheet: string }
  /** A name of the whole workbook for one cell; it takes the place of a former name of this text. */
  | { readonly kind: 'set-name'; readonly name: string; readonly sheet: string; readonly row: number; readonly column: number };
