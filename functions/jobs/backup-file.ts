import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, pipeline as piped, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { exportStore } from '../store/backup.ts';
import type { Store } from '../store/open-store.ts';
import { fileToReplace } from '../store/real-path.ts';

/**
 * Writes the whole store into a file, packed where its name ends in `.gz`: beside its place first, flushed to the disk, then renamed,
 * so that a file with this name is always whole. Folder and file are for their owner alone; a link goes on leading to it. Gives the number of
 * documents. Throws `NotAFile`, and what the file system says.
 */
export async function writeBackup(store: Store, path: string): Promise<number> {
  const place = fileToReplace(path);
  const aside = `${place}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  let lines = 0;
  async function* ended(): AsyncGenerator<string> {
    for await (const line of exportStore(store)) {
      lines++;
      yield `${line}\n`;
    }
  }
  try {
    const pack = path.endsWith('.gz') ? createGzip() : new PassThrough();
    await pipeline(Readable.from(ended()), pack, createWriteStream(aside, { mode: 0o600 }));
    const written = await open(aside, 'r+');
    await written.sync().finally(() => written.close());
    await rename(aside, place);
  } catch (failure) {
    await rm(aside, { force: true });
    throw failure;
  }
  return lines - 2; // the first line says what it is, the last closes it
}

/** No document of a store is longer: 1 MiB of UTF-16 at most, and its place. */
const LONGEST_LINE = 2 * 1024 * 1024;
/** All agencies of a province with all the workbooks that are kept of them, some years; what unpacks to more is no backup. */
const MOST_BYTES = 64 * 1024 * 1024 * 1024;

/** What is read as a backup is longer than any can be. */
export class BackupTooLong extends Error {
  override readonly name = 'BackupTooLong';
}

/**
 * The lines of a backup, packed or not. Cut at line feeds alone: texts of reports may hold other characters that break lines. Holds no
 * more than one line. Throws `BackupTooLong`, and what the file system or the unpacking says.
 */
export async function* backupLines(path: string): AsyncGenerator<string> {
  const unpacked = await unpackedBytes(path);
  unpacked.setEncoding('utf8');
  let [pieces, length, all]: [string[], number, number] = [[], 0, 0];
  for await (const piece of unpacked as AsyncIterable<string>) {
    // The encoding makes each piece a text; only what is new is searched for line ends.
    const [first = '', ...more] = piece.split('\n');
    all += piece.length;
    length += first.length;
    if (all > MOST_BYTES || length > LONGEST_LINE) throw new BackupTooLong(`[read backup] "${path}": longer than any backup`);
    pieces.push(first);
    if (more.length === 0) continue;
    yield pieces.join('');
    const rest = more.pop() ?? '';
    yield* more;
    [pieces, length] = [[rest], rest.length];
  }
  const last = pieces.join('');
  if (last !== '') yield last;
}

/** One handle for all of it: nobody hears a stream that fails before it is read. */
async function unpackedBytes(path: string): Promise<Readable> {
  const file = await open(path);
  const isPacked = await startsPacked(file).catch(async (failure) => {
    await file.close();
    throw failure;
  });
  const bytes = file.createReadStream({ start: 0 });
  return isPacked ? piped(bytes, createGunzip(), () => {}) : bytes; // whoever reads is told what fails
}

async function startsPacked(file: FileHandle): Promise<boolean> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}
