import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { finding } from '../core/findings/finding.ts';
import type { ReadingContext } from '../core/reading/read-report.ts';
import { MOST_FILE_BYTES } from '../templates/read/limits.ts';
import { readUpload, type Upload } from '../templates/read/read-upload.ts';
import { unpackByZlib } from '../templates/unpack-by-zlib.ts';

/** A workbook file on disk once read; `content` is the SHA-256 of its bytes, '' where they were not read. */
export interface FileOnDisk extends Upload {
  readonly content: string;
}

/** A workbook file on disk, read as an upload; one that cannot be opened, or is too large to be tried, says so. */
export function readFile(path: string, context: ReadingContext): FileOnDisk {
  const nothing = { identity: null, report: null, places: new Map(), modified: null, content: '' };
  try {
    if (statSync(path).size > MOST_FILE_BYTES)
      return { ...nothing, findings: [finding('over-limits', { limit: 'file-bytes', allowed: MOST_FILE_BYTES })] };
    const bytes = readFileSync(path);
    return { ...readUpload(bytes, context, unpackByZlib), content: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { ...nothing, findings: [finding('unreadable-file', {})] };
    throw error;
  }
}
