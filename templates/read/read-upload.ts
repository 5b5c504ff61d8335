import { type Reading, type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Unpacking } from './zip/unpacking.ts';

/** An uploaded file once read; `modified` is the time of its last change, as the program that saved it says. */
export interface Upload extends Reading {
  readonly modified: Date | null;
}

/** The bytes of an upload → its report and everything found, whatever the bytes are. Never throws. Node brings `unpackByZlib`. */
export function readUpload(bytes: Uint8Array, context: ReadingContext, unpacking?: Unpacking): Upload {
  const workbook = readWorkbook(bytes, unpacking);
  if (!workbook.ok) return { identity: null, report: null, findings: [workbook.error], places: new Map(), modified: null };
  return { ...readReport(workbook.value, context), modified: workbook.value.modified };
}
