import type { ReadingContext } from '../core/reading/read-report.ts';
import { workBriefly } from '../templates/beside/work-briefly.ts';
import { unpackByZlib } from '../templates/unpack-by-zlib.ts';
import { readUpload, type Upload } from '../templates/upload/read-upload.ts';
import { type FileOnDisk, onDisk, openFile, unforeseen } from './read-file.ts';

/** Files are read so long under one watch: to begin one takes as long as to read half a form. */
const WATCH_MS = 200;
/** A filled form takes a few milliseconds: one that is not read by then holds the rest up. */
const BRIEFLY_MS = 1_500;

type Path = string | Buffer;

/**
 * Reads workbook files one after another, each in bounded time: in this very thread, which is the quickest way for files that are sound,
 * and from the first that takes long on in a thread beside, where one can be given up. `step` is told how many are read.
 */
export async function readFiles(
  paths: readonly Path[],
  context: ReadingContext,
  step: (done: number) => void,
): Promise<readonly FileOnDisk[]> {
  const read: FileOnDisk[] = [];
  while (read.length < paths.length) {
    const until = performance.now() + WATCH_MS;
    const isDone = workBriefly(BRIEFLY_MS, () => {
      for (const path of paths.slice(read.length)) {
        read.push(readHere(path, context));
        if (performance.now() > until) return;
      }
    });
    step(read.length);
    // What the reader remembers may be half written: this thread reads nothing more.
    if (!isDone) return [...read, ...(await readBeside(paths.slice(read.length), context, (done) => step(read.length + done)))];
  }
  return read;
}

function readHere(path: Path, context: ReadingContext): FileOnDisk {
  const file = openFile(path);
  if ('unread' in file) return file.unread;
  try {
    return onDisk(file.bytes, readUpload(file.bytes, context, unpackByZlib));
  } catch (error) {
    return unforeseen(error);
  }
}

async function readBeside(paths: readonly Path[], context: ReadingContext, step: (done: number) => void): Promise<FileOnDisk[]> {
  const { readingPool } = await import('../templates/beside/reading-pool.ts'); // large, and hardly ever needed
  const pool = readingPool({ workers: 1, mostWaiting: 1 });
  const read: FileOnDisk[] = [];
  try {
    for (const path of paths) {
      const file = openFile(path);
      read.push('unread' in file ? file.unread : await pool.read(file.bytes, context, '').then(taken(file.bytes), unforeseen));
      step(read.length);
    }
    return read;
  } finally {
    await pool.end();
  }
}

const taken =
  (bytes: Uint8Array) =>
  (upload: Upload | 'busy'): FileOnDisk => {
    if (upload === 'busy') throw new Error('[read files] "beside": nobody else waits');
    return onDisk(bytes, upload);
  };
