import type { Day } from '../day.ts';
import type { CellChange } from './workbook-fix.ts';

/** What a fix does, as data: the wording makes the offer. */
export type FixAct =
  | { readonly kind: 'as-number'; readonly number: number }
  | { readonly kind: 'as-percent'; readonly percent: number }
  | { readonly kind: 'as-date'; readonly date: Day }
  | { readonly kind: 'choose'; readonly word: string }
  | { readonly kind: 'as-part-and-whole'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'swap-part-and-whole'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'as-part-of-whole'; readonly percent: number; readonly whole: number; readonly part: number }
  | { readonly kind: 'keep-value'; readonly shown: string }
  | { readonly kind: 'clear-figures' };

/** A fix that a clerk can take with one click: all of its changes or none. */
export type Fix = FixAct & { readonly changes: readonly CellChange[] };
