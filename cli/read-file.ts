import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Finding, finding } from '../core/findings/finding.ts';
import { overLimits, unreadableFile } from '../core/rules/files.ts';
import type { FactsOf } from '../core/rules/rules.ts';
import { MOST_FILE_BYTES } from '../templates/read/limits.ts';
import type { Upload } from '../templates/read/read-upload.ts';

/** A workbook file on disk once read; `content` is the SHA-256 of its bytes, '' where they were not read. */
export interface FileOnDisk extends Upload {
  readonly content: string;
}

/** A workbook file on disk, read as an upload; one that cannot be read, whatever the reason, says so and stops nothing. */
export async function readFile(path: string | Buffer, read: (bytes: Uint8Array) => Promise<Upload>): Promise<FileOnDisk> {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return unread(unreadable('folder'));
    // A pipe or a device would be waited for, or read, for ever.
    if (!found.isFile()) return unread(unreadable('no-file'));
    if (found.size > MOST_FILE_BYTES) return unread(finding(overLimits, { limit: 'file-bytes', allowed: MOST_FILE_BYTES }));
    const bytes = readFileSync(path);
    const content = createHash('sha256').update(bytes).digest('hex');
    return { ...(await read(bytes)), content };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return unread(unreadable('not-opened'));
    // A fault of ours at one file: the others are read all the same.
    if (process.env.PHULUC_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return unread(unreadable('unforeseen'));
  }
}

const unreadable = (why: FactsOf<typeof unreadableFile.id>['why']): Finding => finding(unreadableFile, { why });

const unread = (one: Finding): FileOnDisk => ({
  identity: null,
  report: null,
  findings: [one],
  places: new Map(),
  modified: null,
  content: '',
});
