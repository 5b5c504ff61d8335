import { marksOf } from '../../core/fixing/marks-of.ts';
import { staleCells } from '../../core/fixing/stale-cells.ts';
import { withChanges } from '../../core/fixing/with-changes.ts';
import type { CellChange, FixRefusal } from '../../core/fixing/workbook-fix.ts';
import { type Reading, type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import { ok, type Result } from '../../core/result.ts';
import { fixWorkbook } from '../../xlsx/fix/fix-workbook.ts';
import { asRefusal } from '../../xlsx/fix/refusal.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';

/** A fixed workbook to download, and what is read of it. */
export interface FixedUpload {
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** Fixes an uploaded form: the cells changed, marked with what they held before, and the errors and warnings that are left marked too. */
export function fixUpload(
  bytes: Uint8Array,
  changes: readonly CellChange[],
  context: ReadingContext,
  unpacking?: Unpacking,
): Result<FixedUpload, FixRefusal> {
  const before = readWorkbook(bytes, unpacking);
  if (!before.ok) return asRefusal(before);
  const reading = readReport(withChanges(before.value, changes), context);
  const marks = marksOf(changes, before.value, reading.findings);
  const fixed = fixWorkbook(bytes, { changes, marks, stale: staleCells(changes, reading.places.values()) }, unpacking);
  return fixed.ok ? ok({ bytes: fixed.value, reading }) : fixed;
}
