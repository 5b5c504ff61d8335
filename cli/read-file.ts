import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { type Finding, finding } from '../core/findings/finding.ts';
import { overLimits, unreadableFile } from '../core/rules/files.ts';
import type { FactsOf } from '../core/rules/rules.ts';
import type { Upload } from '../templates/upload/read-upload.ts';
import { MOST_FILE_BYTES } from '../xlsx/read/limits.ts';
import { notAFile } from './not-a-file.ts';
import { WrongCall } from './wrong-call.ts';

/** A file whose bytes are there, or all that can be said of it. */
export type Opened = { readonly bytes: Uint8Array } | { readonly unread: Upload };

/** The bytes of a workbook file; of one that cannot be opened, whatever the reason, why. */
export function openFile(path: string | Buffer): Opened {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return { unread: unread(unreadable('folder')) };
    // A pipe or a device would be waited for, or read, for ever.
    if (!found.isFile()) return { unread: unread(unreadable('no-file')) };
    if (found.size > MOST_FILE_BYTES) return { unread: unread(finding(overLimits, { limit: 'file-bytes', allowed: MOST_FILE_BYTES })) };
    return { bytes: readFileSync(path) };
  } catch {
    return { unread: unread(unreadable('not-opened')) };
  }
}

/** Throws `WrongCall` where no file stands at a path that was named in the call, or none that may be read; a pipe gives what it has but once. */
export function mustBeReadable(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new WrongCall(`Không có tệp “${path}”. Kiểm tra lại đường dẫn.`);
  if (!found.isFile()) throw new WrongCall(notAFile(path, 'Kiểm tra lại đường dẫn.'));
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new WrongCall(`Không có quyền đọc tệp “${path}”. Kiểm tra quyền của tệp rồi chạy lại.`);
  }
}

/** A fault of ours at one file: the others are read all the same. */
export function unexpectedFailure(error: unknown): Upload {
  if (process.env.PHULUC_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return unread(unreadable('unforeseen'));
}

const unreadable = (why: FactsOf<typeof unreadableFile.id>['why']): Finding => finding(unreadableFile, { why });

const unread = (one: Finding): Upload => ({
  identity: null,
  report: null,
  findings: [one],
  places: new Map(),
  modified: null,
});
