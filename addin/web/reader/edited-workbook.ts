import { withChanges } from '../../../core/fixing/with-changes.ts';
import type { CellChange } from '../../../core/fixing/workbook-fix.ts';
import type { Workbook } from '../../../core/grid.ts';

/** A workbook in the worker's hands: as it came, and what was fixed since. Each step is all the changes of one click. */
export interface EditedWorkbook {
  readonly workbook: Workbook;
  readonly steps: readonly (readonly CellChange[])[];
}

/** The changes of all steps; of one cell only the last. */
export function changesOf({ steps }: EditedWorkbook): readonly CellChange[] {
  return [...new Map(steps.flat().map((change) => [`${change.cell} ${change.sheet}`, change])).values()];
}

/** The workbook with all of its steps taken. */
export const fixedWorkbook = (upload: EditedWorkbook): Workbook => withChanges(upload.workbook, changesOf(upload));
