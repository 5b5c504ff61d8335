import { blank, type Condition } from './condition.ts';
import type { RowInputs, RowShape } from './row-shape.ts';
import { noFigure, nothingArose } from './states.ts';

/**
 * What "Kiểm tra" looks at in a row, in this order: the first check that holds speaks. Steps with a condition are taken only where it
 * holds, and then decide alone.
 */
export const STEPS = [
  { steps: ['untouched', 'word'], onlyIf: null },
  { steps: ['no-status'], onlyIf: () => blank('status') },
  { steps: ['cell'], onlyIf: null },
  { steps: ['no-figure'], onlyIf: () => noFigure },
  { steps: ['nothing-arose'], onlyIf: () => nothingArose },
  { steps: ['unanswered', 'unfigured'], onlyIf: ({ ownInputs }: RowShape) => blank(...ownInputs) },
  { steps: ['one-count', 'nought', 'part', 'product', 'reason'], onlyIf: null },
] as const;

/** What "Kiểm tra" says when a condition holds: errors begin with ✕, warnings with ▲. */
export interface LiveCheck {
  readonly at: (typeof STEPS)[number]['steps'][number];
  readonly when: Condition;
  readonly says: string;
}

/**
 * How the form says what a rule finds: by checks of its own, which a row of this shape has; where its cell cannot be taken for a value,
 * in the words of the row's shape; or in any row of which a cell shows `#N/A`, `#REF!` or the like.
 */
export type LiveChecks = ((shape: RowShape, inputs: RowInputs) => readonly LiveCheck[]) | 'unread-cell' | { readonly anyError: string };
