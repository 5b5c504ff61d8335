import type { ReadingContext } from '../../core/reading/read-report.ts';
import { compareWorkbooks } from '../checking/compare-workbooks.ts';
import { readDocument } from '../checking/read-document.ts';
import { planErrors } from '../plan-workbook/plan-errors.ts';
import { readPlanWorkbook } from '../plan-workbook/read-plan-workbook.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { markUpload } from '../upload/mark-upload.ts';
import { readUpload } from '../upload/read-upload.ts';
import type { Job, JobOf, Made } from './job.ts';

/** Does a job in the thread that asks for it, without any limit of time. */
export const doJob = <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null): Made[K] => madeOf(job, context) as Made[K]; // of a job comes what its kind says

function madeOf(job: Job, context: ReadingContext | null): Made[keyof Made] {
  switch (job.kind) {
    case 'read':
      return readUpload(job.bytes, needed(context), unpackAhead(job.bytes));
    case 'readSome': {
      const { bytes, ends } = job;
      const files = ends.map((end, k) => bytes.subarray(ends[k - 1] ?? 0, end));
      return files.map((file) => readUpload(file, needed(context), unpackAhead(file)));
    }
    case 'mark':
      return markUpload(job.bytes, job.remarked, needed(context), unpackAhead(job.bytes));
    case 'document':
      return readDocument(job.bytes);
    case 'compare':
      return compareWorkbooks(job.bytes, job.wanted);
    case 'plan':
      return readPlanWorkbook(job.bytes, job.file);
    case 'planFaults':
      return planErrors(JSON.parse(new TextDecoder().decode(job.bytes)));
  }
}

function needed(context: ReadingContext | null): ReadingContext {
  if (!context) throw new Error('[work beside] "context": never handed over');
  return context;
}
