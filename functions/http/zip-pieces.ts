import { zipSync } from 'fflate';

/** A file of an archive; folders are parted by `/`. */
interface FileInZip {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The record at the end of an archive, which has no comment, and places in it and in an entry's record (APPNOTE 4.3). */
const END_BYTES = 22;
const [DIRECTORY_BYTES, DIRECTORY_START, ENTRY_START] = [12, 16, 42];
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/**
 * Files that are packed already, as one .zip that names the moment `at`: an entry is written when its file is there, with sizes and CRC
 * before its content, and only its record is kept, for the directory at the end. The very bytes of all of them zipped at once.
 */
export async function* zipPieces(files: AsyncIterable<FileInZip>, at: Date): AsyncGenerator<Uint8Array> {
  const records: Uint8Array[] = [];
  let length = 0;
  for await (const { path, bytes } of files) {
    const alone = zipSync({ [path]: bytes }, { level: 0, mtime: at });
    const end = alone.length - END_BYTES;
    const start = viewOf(alone).getUint32(end + DIRECTORY_START, true);
    const record = alone.slice(start, end);
    viewOf(record).setUint32(ENTRY_START, length, true);
    records.push(record);
    length += start;
    if (records.length > MOST_FILES || length > MOST_BYTES) throw new Error('[zip] "files": more than an archive takes');
    yield alone.subarray(0, start);
  }
  yield Buffer.concat([...records, endOf(records, length)]);
}

function endOf(records: readonly Uint8Array[], start: number): Uint8Array {
  const end = zipSync({});
  const view = viewOf(end);
  for (const place of [8, 10]) view.setUint16(place, records.length, true);
  view.setUint32(
    DIRECTORY_BYTES,
    records.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(DIRECTORY_START, start, true);
  return end;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);
