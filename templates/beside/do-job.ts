import type { ReadingContext } from '../../core/reading/read-report.ts';
import { bookmarkTexts } from '../checking/bookmarks.ts';
import { compareWorkbooks } from '../checking/compare-workbooks.ts';
import { unpackByZlib } from '../unpack-by-zlib.ts';
import { markUpload } from '../upload/mark-upload.ts';
import { readUpload } from '../upload/read-upload.ts';
import type { Job, JobOf, Made } from './job.ts';

/** Does a job in the thread that asks for it, without any limit of time. */
export const doJob = <K extends keyof Made>(job: JobOf<K>, context: ReadingContext | null): Made[K] => madeOf(job, context) as Made[K]; // of a job comes what its kind says

function madeOf(job: Job, context: ReadingContext | null): Made[keyof Made] {
  switch (job.kind) {
    case 'read':
      return readUpload(job.bytes, needed(context), unpackByZlib);
    case 'mark':
      return markUpload(job.bytes, job.remarks, needed(context), unpackByZlib);
    case 'bookmarks':
      return bookmarkTexts(job.bytes);
    case 'compare':
      return compareWorkbooks(job.bytes, job.wanted);
  }
}

function needed(context: ReadingContext | null): ReadingContext {
  if (!context) throw new Error('[work beside] "context": never handed over');
  return context;
}
