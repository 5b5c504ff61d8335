import { availableParallelism } from 'node:os';
import { setImmediate as aTurn } from 'node:timers/promises';
import type { ReadingContext } from '../core/reading/read-report.ts';
import { isNoThread } from '../templates/beside/no-thread.ts';
import type { ReadsUploads } from '../templates/beside/reading-pool.ts';
import { workBriefly } from '../templates/beside/work-briefly.ts';
import { unpackAhead } from '../templates/unpack-ahead.ts';
import { readUpload, type Upload } from '../templates/upload/read-upload.ts';
import type { Unpacking } from '../xlsx/read/zip/unpacking.ts';
import { type Opened, openFile, unexpectedFailure } from './read-file.ts';

/** Files are read so long under one watch: to begin one takes as long as to read half a form. */
const WATCH_MS = 200;
/** Between two watches the threads beside get something to do: until then they wait. */
const WATCH_WITH_OTHERS_MS = 15;
/** What the watch meets is open and unpacked: so many files at the most, few enough to be still in the processor's cache when they are read. */
const FILES_UNDER_A_WATCH = 8;
/** A filled form takes a few milliseconds: one that is not read by then holds the rest up. */
const BRIEFLY_MS = 1_500;
/** A thread needs half a second until it is as quick as this one: of so many files it reads a share that is worth it. */
const WORTH_A_THREAD = 2_000;
const MOST_THREADS = 3;
/** How many files a thread is given at once: few while it is slow. */
const [FIRST_FILES, MOST_FILES] = [16, 64];
/** Forms that it is given at once come to half of it; of files with pictures, which may be three hundred times as large, it is given fewer. */
const MOST_BYTES = 4 * 1024 * 1024;

type Path = string | Buffer;

/** Milliseconds of this process. To ask `performance` first loads all that Node measures with. */
const now = (): number => process.uptime() * 1000;

/**
 * Reads workbook files, each in bounded time, and gives them in their order: in this very thread, which is the quickest way for files that
 * are sound; many in threads beside as well; and from the first that takes long on in a thread beside alone, where one can be given up.
 * `step` is told how many are read; `many`: from so many on threads read a share.
 */
export async function readFiles(
  paths: readonly Path[],
  context: ReadingContext,
  step: (done: number) => void,
  many = WORTH_A_THREAD,
): Promise<readonly Upload[]> {
  const pile = new Pile(paths, step);
  const threads = paths.length < many ? 0 : Math.min(availableParallelism() - 1, MOST_THREADS);
  if (threads > 0) await Promise.all([readHere(pile, context, WATCH_WITH_OTHERS_MS), readBeside(pile, context, threads)]);
  else if ((await readHere(pile, context, WATCH_MS)) === 'held up') await readBeside(pile, context, 1);
  return pile.read;
}

/** Files of which each is taken once: one after another from the front, some at once from the back. */
class Pile {
  readonly read: Upload[] = [];
  private readonly paths: readonly Path[];
  private readonly step: (done: number) => void;
  private front = 0;
  private back: number;
  private done = 0;

  constructor(paths: readonly Path[], step: (done: number) => void) {
    this.paths = paths;
    this.step = step;
    this.back = paths.length;
  }

  get isEmpty(): boolean {
    return this.front >= this.back;
  }

  /** The first ones, each made ready until those come to so much; all of them stay. */
  first(isEnough: (files: readonly FileAhead[]) => boolean): readonly FileAhead[] {
    const files: FileAhead[] = [];
    for (let at = this.front; at < this.back && !isEnough(files); at++) files.push(fileAhead(this.paths[at] ?? ''));
    return files;
  }

  /** Reads the first ones, which are ready, until it is enough, and gives the others; the one at which that is stopped stays. */
  readFirst(files: readonly FileAhead[], readOne: (file: FileAhead) => Upload, isEnough: () => boolean): readonly FileAhead[] {
    for (const [k, file] of files.entries()) {
      if (this.isEmpty || isEnough()) return files.slice(k);
      this.read[this.front] = readOne(file);
      this.front++;
      this.done++;
    }
    return [];
  }

  /** Takes some of the last ones: fewer towards the end, so that all are read at the same time. */
  last(most: number): { readonly paths: readonly Path[]; readonly put: (files: readonly Upload[]) => void } {
    const before = this.back;
    this.back -= Math.min(most, Math.ceil((before - this.front) / 4));
    const from = this.back;
    const put = (files: readonly Upload[]): void => {
      for (const [k, file] of files.entries()) this.read[from + k] = file;
      this.done += files.length;
      this.tell();
    };
    return { paths: this.paths.slice(from, before), put };
  }

  tell(): void {
    this.step(this.done);
  }
}

/** Held up where a file takes too long: what the reader remembers may be half written then, and this thread reads nothing more. */
async function readHere(pile: Pile, context: ReadingContext, watchMs: number): Promise<'done' | 'held up'> {
  let ready: readonly FileAhead[] = [];
  while (!pile.isEmpty) {
    if (ready.length === 0) ready = pile.first(isPortion);
    const until = now() + watchMs;
    const isDone = workBriefly(BRIEFLY_MS, () => {
      ready = pile.readFirst(
        ready,
        (file) => readOneHere(file, context),
        () => now() > until,
      );
    });
    pile.tell();
    if (!isDone) return 'held up';
    await aTurn();
  }
  return 'done';
}

/** A file that is open, and what is unpacked of it: nothing of that may be stopped. */
interface FileAhead {
  readonly file: Opened;
  readonly unpacking?: Unpacking;
}

function fileAhead(path: Path): FileAhead {
  const file = openFile(path);
  return 'bytes' in file ? { file, unpacking: unpackAhead(file.bytes) } : { file };
}

const bytesOf = (file: Opened): number => ('bytes' in file ? file.bytes.length : 0);

const isPortion = (files: readonly FileAhead[]): boolean =>
  files.length >= FILES_UNDER_A_WATCH || files.reduce((sum, { file }) => sum + bytesOf(file), 0) >= MOST_BYTES;

function readOneHere({ file, unpacking }: FileAhead, context: ReadingContext): Upload {
  if ('unread' in file) return file.unread;
  try {
    return readUpload(file.bytes, context, unpacking);
  } catch (error) {
    return unexpectedFailure(error);
  }
}

async function readBeside(pile: Pile, context: ReadingContext, threads: number): Promise<void> {
  const { readingPool } = await import('../templates/beside/reading-pool.ts'); // large, and seldom needed
  const pool = readingPool({ workers: threads, mostWaiting: threads });
  const inOneThread = async (): Promise<void> => {
    for (let most = FIRST_FILES; !pile.isEmpty; most = Math.min(2 * most, MOST_FILES)) {
      const { paths, put } = pile.last(most);
      put(await readInPortions(paths, context, pool));
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, inOneThread));
  } finally {
    await pool.end();
  }
}

/** As many at once as are not too large together: whatever the files, few bytes are held. */
async function readInPortions(paths: readonly Path[], context: ReadingContext, pool: ReadsUploads): Promise<Upload[]> {
  const read: Upload[] = [];
  let [portion, bytes]: [Opened[], number] = [[], 0];
  for (const path of paths) {
    const file = openFile(path);
    const more = bytesOf(file);
    if (bytes + more > MOST_BYTES) {
      read.push(...(await readSome(portion, context, pool)));
      [portion, bytes] = [[], 0];
    }
    portion.push(file);
    bytes += more;
  }
  read.push(...(await readSome(portion, context, pool)));
  return read;
}

/** All at once, or each by itself where one of them takes too long or meets a fault of ours. */
async function readSome(files: readonly Opened[], context: ReadingContext, pool: ReadsUploads): Promise<Upload[]> {
  const opened = files.flatMap((file) => ('bytes' in file ? [file.bytes] : []));
  const uploads = opened.length === 0 ? [] : await pool.readSome(opened, context, '').catch(unlessNoThread(() => null));
  const each = uploads && notBusy(uploads).values();
  const read: Upload[] = [];
  for (const file of files) {
    if ('unread' in file) read.push(file.unread);
    else read.push(await uploadOf(file.bytes, each?.next().value, context, pool));
  }
  return read;
}

function uploadOf(bytes: Uint8Array, upload: Upload | undefined, context: ReadingContext, pool: ReadsUploads): Promise<Upload> | Upload {
  if (upload) return upload;
  return pool.read(bytes, context, '').then(notBusy, unlessNoThread(unexpectedFailure));
}

/** Without a thread no file is read: that is no fault of one of them. */
const unlessNoThread =
  <T>(made: (error: unknown) => T) =>
  (error: unknown): T => {
    if (isNoThread(error)) throw error;
    return made(error);
  };

function notBusy<T>(answer: T | 'busy'): T {
  if (answer === 'busy') throw new Error('[read files] "beside": nobody else waits');
  return answer;
}
