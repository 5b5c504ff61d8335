import type { CellMark, FixRefusal } from '../../core/fixing/workbook-fix.ts';
import type { RowPlace } from '../../core/layout.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import type { Result } from '../../core/result.ts';
import { fixWorkbook } from '../../xlsx/fix/fix-workbook.ts';
import { asRefusal } from '../../xlsx/fix/refusal.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';

/** A form with marks at its rows, the rest as it was; it opens at the first of them. */
export function markUpload(
  bytes: Uint8Array,
  marksAt: (places: ReadonlyMap<RowId, RowPlace>) => readonly CellMark[],
  context: ReadingContext,
  unpacking?: Unpacking,
): Result<Uint8Array, FixRefusal> {
  const workbook = readWorkbook(bytes, unpacking);
  if (!workbook.ok) return asRefusal(workbook);
  const marks = marksAt(readReport(workbook.value, context).places);
  const [first] = marks;
  return fixWorkbook(bytes, { changes: [], marks, ...(first && { openAt: first }) }, unpacking);
}
