import { gunzipSync, gzipSync } from 'node:zlib';
import { Matrix } from '../../core/matrix.ts';
import type { Table } from '../store/table.ts';

/** Characters of base64 an entity: well under its 1 MiB (strings are UTF-16 there). */
const CHUNK = 400_000;

const rowsOf = (close: number): string => `matrix|${String(close).padStart(4, '0')}|`;

/** Stores the matrix of a close in pieces; a piece that stands already stays, so that a close can be taken up after a crash. */
export async function storeFrozen(table: Table, partition: string, close: number, matrix: Matrix): Promise<void> {
  const packed = gzipSync(JSON.stringify(matrix)).toString('base64');
  const pieces = Math.ceil(packed.length / CHUNK);
  for (let piece = 0; piece < pieces; piece++) {
    const value = { pieces, text: packed.slice(piece * CHUNK, (piece + 1) * CHUNK) };
    await table.commit(partition, [{ kind: 'insert', row: `${rowsOf(close)}${String(piece).padStart(4, '0')}`, value }]);
  }
}

/** The matrix of a close as it was stored. */
export async function readFrozen(table: Table, partition: string, close: number): Promise<Matrix> {
  const pieces = await table.list(partition, rowsOf(close));
  const packed = pieces.map(({ value }) => (value as { text: string }).text).join(''); // written by storeFrozen alone
  return Matrix.parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')));
}
