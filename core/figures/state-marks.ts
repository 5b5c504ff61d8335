import { all, blank, filled } from '../form/condition.ts';
import type { Marks, RowInputs } from '../form/row-shape.ts';
import { otherState } from '../form/states.ts';

/** `Tình trạng` is missing where only a remark stands: it alone is no answer. */
export const stateMarks = ({ answers, remarks }: RowInputs): Marks => ({
  wrong: otherState,
  missing: all(blank('state', ...answers), filled(...remarks)),
});
