import type { FixRefusal } from '../../core/fixing/workbook-fix.ts';
import { type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import { type Remarked, remarkMarks } from '../../core/reading/remark-marks.ts';
import type { Result } from '../../core/result.ts';
import { fixWorkbook } from '../../xlsx/fix/fix-workbook.ts';
import { asRefusal } from '../../xlsx/fix/refusal.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';

/** A form with what was remarked as notes at its rows and above them, the rest as it was; it opens at the first of them. */
export function markUpload(
  bytes: Uint8Array,
  remarked: Remarked,
  context: ReadingContext,
  unpacking?: Unpacking,
): Result<Uint8Array, FixRefusal> {
  const workbook = readWorkbook(bytes, unpacking);
  if (!workbook.ok) return asRefusal(workbook);
  const marks = remarkMarks(remarked, readReport(workbook.value, context).places, context.plan);
  const [first] = marks;
  return fixWorkbook(bytes, { changes: [], marks, ...(first && { openAt: first }) }, unpacking);
}
