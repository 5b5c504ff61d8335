import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { Matrix } from '../../core/matrix.ts';
import { forgetSpoilt, neededValue, noteSpoilt, soundValues } from '../store/sound-row.ts';
import { SpoiltRow, type Table } from '../store/table.ts';

/** Characters of base64 an entity: well under its 1 MiB (strings are UTF-16 there). */
const CHUNK = 400_000;

/** No matrix unpacks to more. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The matrix of a close: which pieces it consists of. */
export const FrozenRow = z.strictObject({ digest: z.string(), pieces: z.int() });
export type FrozenRow = z.infer<typeof FrozenRow>;
export const FrozenPiece = z.string();

export const FROZEN = 'matrix|';
export const PIECES = 'piece|';

const four = (number: number): string => String(number).padStart(4, '0');
const frozenRow = (close: number): string => `${FROZEN}${four(close)}`;
const piecesOf = (close: number, digest: string): string => `${PIECES}${four(close)}|${digest}|`;

/**
 * Stores the matrix of a close, unless one is stored: first its pieces, then the row that names them, which is inserted once. So a
 * close can be taken up after a crash, by another release or after a changed setting too, and never mixes two matrices.
 */
export async function storeFrozen(table: Table, partition: string, close: number, matrix: Matrix): Promise<void> {
  const packed = gzipSync(JSON.stringify(matrix)).toString('base64');
  const digest = digestOf(packed);
  const pieces = Math.ceil(packed.length / CHUNK);
  for (let piece = 0; piece < pieces; piece++) {
    const value = packed.slice(piece * CHUNK, (piece + 1) * CHUNK);
    await table.commit(partition, [{ kind: 'insert', row: piecesOf(close, digest) + four(piece), value }]);
  }
  await table.commit(partition, [{ kind: 'insert', row: frozenRow(close), value: { digest, pieces } satisfies FrozenRow }]);
}

/** The matrix of a close as it was stored. Throws `SpoiltRow` where there is none, or not the one that was stored. */
export async function readFrozen(table: Table, partition: string, close: number): Promise<Matrix> {
  const entity = (await table.read(partition, frozenRow(close))) ?? { row: frozenRow(close), etag: '', value: undefined };
  const { digest, pieces } = neededValue(table, partition, entity, FrozenRow);
  const found = soundValues(table, partition, await table.list(partition, piecesOf(close, digest)), FrozenPiece);
  const packed = found.join('');
  const matrix = found.length === pieces && digestOf(packed) === digest ? Matrix.safeParse(unpacked(packed)).data : undefined;
  // Its row was read and is sound: what is wrong has a name of its own.
  const whole = `${entity.row} with its pieces`;
  if (matrix) {
    forgetSpoilt(table, partition, whole);
    return matrix;
  }
  noteSpoilt(table, partition, whole, `${found.length} of ${pieces} pieces, or others`);
  throw new SpoiltRow(`[read matrix] "${partition} ${close}": ${found.length} of ${pieces} pieces, or others`, entity.row);
}

function unpacked(packed: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return undefined;
  }
}

const digestOf = (packed: string): string => createHash('sha256').update(packed).digest('hex').slice(0, 32);
