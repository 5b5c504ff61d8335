import { type Reading, type ReadingContext, readReport } from '../../core/reading/read-report.ts';
import type { SavedTime } from '../../core/saved-time.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';

/** An uploaded file once read; `modified` is when it was last saved, as the program that saved it says. */
export interface Upload extends Reading {
  readonly modified: SavedTime | null;
}

/** The bytes of an upload → its report and everything found, whatever the bytes are. Never throws. Node brings `unpackAhead`. */
export function readUpload(bytes: Uint8Array, context: ReadingContext, unpacking?: Unpacking): Upload {
  const workbook = readWorkbook(bytes, unpacking);
  if (!workbook.ok) return { identity: null, report: null, findings: [workbook.error], places: new Map(), modified: null };
  return { ...readReport(workbook.value, context), modified: workbook.value.modified };
}
