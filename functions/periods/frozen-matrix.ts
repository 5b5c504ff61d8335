import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { Matrix } from '../../core/matrix.ts';
import type { Table } from '../store/table.ts';

/** Characters of base64 an entity: well under its 1 MiB (strings are UTF-16 there). */
const CHUNK = 400_000;

/** No matrix unpacks to more. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The matrix of a close: which pieces it consists of. */
export const FrozenRow = z.strictObject({ digest: z.string(), pieces: z.int() });
type FrozenRow = z.infer<typeof FrozenRow>;

const four = (number: number): string => String(number).padStart(4, '0');
const frozenRow = (close: number): string => `matrix|${four(close)}`;
const piecesOf = (close: number, digest: string): string => `piece|${four(close)}|${digest}|`;

/**
 * Stores the matrix of a close, unless one is stored: first its pieces, then the row that names them, which is inserted once. So a
 * close can be taken up after a crash, by another release or after a changed setting too, and never mixes two matrices.
 */
export async function storeFrozen(table: Table, partition: string, close: number, matrix: Matrix): Promise<void> {
  const packed = gzipSync(JSON.stringify(matrix)).toString('base64');
  const digest = createHash('sha256').update(packed).digest('hex').slice(0, 32);
  const pieces = Math.ceil(packed.length / CHUNK);
  for (let piece = 0; piece < pieces; piece++) {
    const value = packed.slice(piece * CHUNK, (piece + 1) * CHUNK);
    await table.commit(partition, [{ kind: 'insert', row: piecesOf(close, digest) + four(piece), value }]);
  }
  await table.commit(partition, [{ kind: 'insert', row: frozenRow(close), value: { digest, pieces } satisfies FrozenRow }]);
}

/** The matrix of a close as it was stored. Throws where there was no such close. */
export async function readFrozen(table: Table, partition: string, close: number): Promise<Matrix> {
  const { digest, pieces } = FrozenRow.parse((await table.read(partition, frozenRow(close)))?.value);
  const found = await table.list(partition, piecesOf(close, digest));
  if (found.length !== pieces) throw new Error(`[read matrix] "${partition} ${close}": ${found.length} of ${pieces} pieces`);
  const packed = found.map(({ value }) => z.string().parse(value)).join('');
  return Matrix.parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8')));
}
