import type { SheetEdit } from '../adopting/sheet-edit.ts';

/**
 * Something of the form that somebody changed, as far as the values of its cells show it; locks, rules and colours cannot be seen there.
 */
export type Damage =
  | { readonly kind: 'header' | 'plan-text' | 'formula'; readonly sheet: string; readonly cell: string; readonly header: string }
  | { readonly kind: 'name'; readonly sheet: string }
  /** What cannot be brought back: the form is to be fetched anew, and the figures copied into it. */
  | { readonly kind: 'column-gone'; readonly sheet: string; readonly header: string }
  | { readonly kind: 'table-gone'; readonly title: string };

/**
 * What brings a damaged form back: headers, the plan's texts, formulas, input rules, looks, colours, locks, names, protection. No edit
 * touches what stands in a cell that the agency fills in, nor its number format where it would then read otherwise.
 */
export interface FormRepair {
  readonly damages: readonly Damage[];
  readonly edits: readonly SheetEdit[];
}
