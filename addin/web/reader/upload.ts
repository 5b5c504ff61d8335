import type { CellChange } from '../../../core/fixing/cell-change.ts';
import { withChanges } from '../../../core/fixing/with-changes.ts';
import type { Workbook } from '../../../core/grid.ts';

/** A workbook in the worker's hands: as it came, and what was mended since. Each step is all the changes of one click. */
export interface Upload {
  readonly workbook: Workbook;
  readonly steps: readonly (readonly CellChange[])[];
}

/** The changes of all steps; of one cell only the last. */
export function changesOf({ steps }: Upload): readonly CellChange[] {
  return [...new Map(steps.flat().map((change) => [`${change.cell} ${change.sheet}`, change])).values()];
}

/** The workbook with all of its steps taken. */
export const mendedWorkbook = (upload: Upload): Workbook => withChanges(upload.workbook, changesOf(upload));
