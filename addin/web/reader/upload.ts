import { ASKS_REASON } from '../../../core/findings/catalogue.ts';
import type { Finding } from '../../../core/findings/finding.ts';
import { cellName, type Workbook } from '../../../core/grid.ts';
import type { CellChange } from '../../../core/mending/cell-change.ts';
import { withChanges } from '../../../core/mending/with-changes.ts';
import type { Reading } from '../../../core/reading/read-report.ts';

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

/** The change that writes a reason into `Giải trình` of a finding's row; null where the finding asks for none or its sheet has no place for one. */
export function reasonChange({ rule, row }: Finding, { places }: Reading, text: string): CellChange | null {
  if (!ASKS_REASON.has(rule) && rule !== 'no-figure-explained') return null;
  const place = row === null ? undefined : places.get(row);
  const column = place?.columns.explanation;
  if (!place || column === undefined) return null;
  return { sheet: place.sheet, cell: cellName(place.row, column), value: text, format: 'plain' };
}
