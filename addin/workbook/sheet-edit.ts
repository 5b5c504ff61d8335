import type { Area } from '../../core/grid.ts';
import type { Look } from './new-sheet.ts';

/** What a cell of an edit is to hold; formulas in en-US (`=IF(A1="",1,2)`), texts are never parsed. */
export type EditedValue = string | number | boolean | null | { readonly formula: string };

/** One step of turning a foreign workbook into a form, in place. Nothing is moved or deleted: new columns go to the right. */
export type SheetEdit =
  | { readonly kind: 'add-sheet'; readonly sheet: string; readonly visibility: 'visible' | 'hidden' | 'very-hidden' }
  | {
      readonly kind: 'set-cells';
      readonly sheet: string;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly value: EditedValue }[];
    }
  | { readonly kind: 'set-look'; readonly sheet: string; readonly areas: readonly Area[]; readonly look: Look }
  | { readonly kind: 'set-width'; readonly sheet: string; readonly column: number; readonly characters: number }
  | { readonly kind: 'set-validation'; readonly sheet: string; readonly area: Area; readonly rule: InputRule }
  | { readonly kind: 'add-name'; readonly name: string; readonly sheet: string; readonly row: number; readonly column: number };

/** What may be entered; anything else gets the message. A list is at most 255 characters, commas included. */
export type InputRule = (
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'whole-number' | 'decimal'; readonly least: number; readonly most: number }
) & { readonly title: string; readonly message: string };
