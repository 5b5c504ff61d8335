import { blank, type Condition } from './condition.ts';
import type { RowShape } from './row-shape.ts';
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
  {
    steps: ['unanswered', 'unfigured'],
    onlyIf: (shape: RowShape) => (shape === 'counts' ? blank('numerator', 'denominator') : blank('value')),
  },
  { steps: ['one-count', 'nought', 'part', 'product', 'reason'], onlyIf: null },
] as const;

/** What "Kiểm tra" says when a condition holds: errors begin with ✕, warnings with ▲. */
export interface LiveCheck {
  readonly at: (typeof STEPS)[number]['steps'][number];
  readonly when: Condition;
  readonly says: string;
}

/** The live checks of a rule by the kind of row, those of one step in their order. */
export interface LiveChecks extends Readonly<Partial<Record<RowShape, readonly LiveCheck[]>>> {
  /** What is said in any row of which a cell shows `#N/A`, `#REF!` or the like: there no other check can be calculated. */
  readonly anyError?: string;
}

export const TASK_SHAPES = ['task', 'sole-task', 'optional-task'] as const satisfies readonly RowShape[];

/** The same checks in each of these kinds of rows. */
export const inRows = (shapes: readonly RowShape[], ...checks: readonly LiveCheck[]): LiveChecks =>
  Object.fromEntries(shapes.map((shape) => [shape, checks]));
