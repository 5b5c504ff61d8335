import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Matrix } from '../../core/matrix.ts';
import { FrozenPiece, FrozenRow, fourDigits, frozenPieces, frozenRow } from '../store/frozen-rows.ts';
import { markReadable, markUnreadable, neededValue, soundValues } from '../store/sound-row.ts';
import { type Table, UnreadableRowError } from '../store/table.ts';

/** Characters of base64 an entity: well under its 1 MiB (strings are UTF-16 there). */
const CHUNK = 400_000;

/** No matrix unpacks to more. */
const MOST_BYTES = 256 * 1024 * 1024;

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
    await table.commit(partition, [{ kind: 'insert', row: frozenPieces(close, digest) + fourDigits(piece), value }]);
  }
  await table.commit(partition, [{ kind: 'insert', row: frozenRow(close), value: { digest, pieces } satisfies FrozenRow }]);
}

/** The matrix of a close as it was stored. Throws `UnreadableRowError` where there is none, or not the one that was stored. */
export async function readFrozen(table: Table, partition: string, close: number): Promise<Matrix> {
  const entity = (await table.read(partition, frozenRow(close))) ?? { row: frozenRow(close), etag: '', value: undefined };
  const { digest, pieces } = neededValue(table, partition, entity, FrozenRow);
  const found = soundValues(table, partition, await table.list(partition, frozenPieces(close, digest)), FrozenPiece);
  const packed = found.join('');
  const matrix = found.length === pieces && digestOf(packed) === digest ? Matrix.safeParse(unpacked(packed)).data : undefined;
  // Its row was read and is sound: what is wrong has a name of its own.
  const whole = `${entity.row} with its pieces`;
  if (matrix) {
    markReadable(table, partition, whole);
    return matrix;
  }
  markUnreadable(table, partition, whole, `${found.length} of ${pieces} pieces, or others`);
  throw new UnreadableRowError(`[read matrix] "${partition} ${close}": ${found.length} of ${pieces} pieces, or others`, entity.row);
}

function unpacked(packed: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return undefined;
  }
}

const digestOf = (packed: string): string => createHash('sha256').update(packed).digest('hex').slice(0, 32);
