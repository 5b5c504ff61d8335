import type { Figure } from '../figure.ts';
import type { Field } from '../layout.ts';

/** How a row is filled: what it asks for, and so which cells are open and which checks stand beside it. */
export type RowShape = Figure | 'task' | 'sole-task' | 'optional-task';

const CHOICE_INPUTS: readonly Field[] = ['state', 'value', 'explanation', 'evidence'];
const TASK_INPUTS: readonly Field[] = ['status', 'percent', 'document', 'issuedOn', 'summary', 'note'];

/** The cells that an agency fills in a row of each shape, from left to right. */
export const INPUTS: Readonly<Record<RowShape, readonly Field[]>> = {
  counts: ['state', 'numerator', 'denominator', 'explanation', 'evidence'],
  answer: CHOICE_INPUTS,
  level: CHOICE_INPUTS,
  task: TASK_INPUTS,
  'sole-task': TASK_INPUTS,
  'optional-task': TASK_INPUTS,
};
