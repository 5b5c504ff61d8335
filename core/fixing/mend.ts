import type { Day } from '../day.ts';
import type { CellChange } from './cell-change.ts';

/** What a mend does, as data: the wording makes the offer. */
export type MendAct =
  | { readonly kind: 'as-number'; readonly number: number }
  | { readonly kind: 'as-percent'; readonly percent: number }
  | { readonly kind: 'as-date'; readonly date: Day }
  | { readonly kind: 'choose'; readonly word: string }
  | { readonly kind: 'as-part-and-whole'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'keep-value'; readonly shown: string }
  | { readonly kind: 'clear-figures' };

/** A mend that a clerk can take with one click: all of its changes or none. */
export type Mend = MendAct & { readonly changes: readonly CellChange[] };
