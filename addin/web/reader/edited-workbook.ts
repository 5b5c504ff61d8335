import { withChanges } from '../../../core/fixing/with-changes.ts';
import type { CellChange } from '../../../core/fixing/workbook-fix.ts';
import type { Workbook } from '../../../core/grid.ts';

/** All the changes of one click, and how many places it fixed. */
interface FixStep {
  readonly changes: readonly CellChange[];
  readonly places: number;
}

/** A workbook in the worker's hands: as it came, and what was fixed since. */
export interface EditedWorkbook {
  readonly workbook: Workbook;
  readonly steps: readonly FixStep[];
}

/** Places fixed so far. */
export const placesFixed = ({ steps }: EditedWorkbook): number => steps.reduce((sum, { places }) => sum + places, 0);

/** The changes of all steps; of one cell only the last. */
export function changesOf({ steps }: EditedWorkbook): readonly CellChange[] {
  return [...new Map(steps.flatMap(({ changes }) => changes).map((change) => [`${change.cell} ${change.sheet}`, change])).values()];
}

/** The workbook with all of its steps taken. */
export const fixedWorkbook = (upload: EditedWorkbook): Workbook => withChanges(upload.workbook, changesOf(upload));
