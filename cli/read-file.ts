import { readFileSync, statSync } from 'node:fs';
import { finding } from '../core/findings/finding.ts';
import { MOST_FILE_BYTES } from '../templates/read/limits.ts';
import type { Upload } from '../templates/read/read-upload.ts';

/** A workbook file on disk, read as an upload; one that cannot be opened, or is too large to be tried, says so. */
export async function readFile(path: string, read: (bytes: Uint8Array) => Promise<Upload>): Promise<Upload> {
  const nothing = { identity: null, report: null, places: new Map(), modified: null };
  try {
    if (statSync(path).size > MOST_FILE_BYTES)
      return { ...nothing, findings: [finding('over-limits', { limit: 'file-bytes', allowed: MOST_FILE_BYTES })] };
    return await read(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { ...nothing, findings: [finding('unreadable-file', {})] };
    throw error;
  }
}
