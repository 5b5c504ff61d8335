import type { ReadingContext } from '../core/reading/read-report.ts';
import { readBriefly } from '../templates/beside/read-briefly.ts';
import { type ReadsUploads, readingPool } from '../templates/beside/reading-pool.ts';
import type { Upload } from '../templates/read/read-upload.ts';
import { type FileOnDisk, readFile } from './read-file.ts';

/** Reads workbook files one after another, each in bounded time: here, and from the first that takes long on beside, where one can be given up. */
export async function readFiles(
  paths: readonly (string | Buffer)[],
  context: ReadingContext,
  step: (done: number) => void,
): Promise<readonly FileOnDisk[]> {
  let beside: ReadsUploads | null = null;
  const read = async (bytes: Uint8Array): Promise<Upload> => {
    const upload = beside === null ? readBriefly(bytes, context) : null;
    if (upload) return upload;
    beside ??= readingPool({ workers: 1, mostWaiting: 1 });
    const other = await beside.read(bytes, context, '');
    if (other === 'busy') throw new Error('[read files] "beside": nobody else waits');
    return other;
  };
  const uploads: FileOnDisk[] = [];
  try {
    for (const path of paths) {
      uploads.push(await readFile(path, read));
      step(uploads.length);
    }
    return uploads;
  } finally {
    await (beside as ReadsUploads | null)?.end(); // assigned in between
  }
}
