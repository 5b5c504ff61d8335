import { readBook } from '../../core/plan/book/read-book.ts';
import type { WrittenPlan } from '../../core/plan/checking/check-plan.ts';
import { type BookFinding, bookFindings } from '../../core/wording/book-faults.ts';
import { sentenceOf } from '../../core/wording/findings.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { unpackAhead } from '../unpack-ahead.ts';

/**
 * What a plan workbook says, and all that is to be told of it; `written` null where the file is no workbook, which the one finding says.
 */
export interface ReadPlanFile {
  readonly written: WrittenPlan | null;
  readonly findings: readonly BookFinding[];
}

/** Reads the bytes of a plan workbook; `file`: its name. */
export function readPlanWorkbook(bytes: Uint8Array, file: string): ReadPlanFile {
  const workbook = readWorkbook(bytes, unpackAhead(bytes));
  if (!workbook.ok) return noPlanWorkbook(file, sentenceOf(workbook.error));
  const read = readBook(workbook.value);
  return { written: read.written, findings: bookFindings(read, file) };
}

/** Of a file that is none. */
export const noPlanWorkbook = (file: string, message: string): ReadPlanFile => ({
  written: null,
  findings: [{ file, field: '', rule: 'not-a-workbook', severity: 'error', message }],
});
