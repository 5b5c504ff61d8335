import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { failed, ok, type Result } from '../../core/result.ts';
import { Closing, Line, Opening } from './backup.ts';
import { batchesOf } from './batches.ts';
import type { Change, Table } from './table.ts';

/** Documents written at a time; a restore holds no more of the backup. */
const CHUNK = 1_000;

/** `not-a-backup`: nothing was written; `not-empty`: another document stands at this place, what came before it is written. */
export type RestoreFailure =
  | { readonly kind: 'not-a-backup'; readonly line: number }
  | { readonly kind: 'not-empty'; readonly partition: string; readonly row: string };

/**
 * Brings back what `exportStore` wrote, documents byte for byte, into a store that holds nothing else; gives their number. The
 * backup is read twice, and nothing is written of a damaged one. A restore that was interrupted can be run again.
 */
export async function restoreStore(table: Table, read: () => AsyncIterable<string>): Promise<Result<number, RestoreFailure>> {
  const damaged = await damageIn(read());
  if (damaged !== null) return failed({ kind: 'not-a-backup', line: damaged });
  let documents = 0;
  for await (const lines of chunks(read())) {
    const taken = await restoreChunk(table, lines);
    if (!taken.ok) return taken;
    documents += lines.length;
  }
  return ok(documents);
}

/** The number of the first line that is not as it should be; null for a whole backup. */
async function damageIn(lines: AsyncIterable<string>): Promise<number | null> {
  const digest = createHash('sha256');
  let number = 0;
  let held: string | null = null;
  for await (const line of lines) {
    number++;
    if (number === 1) {
      if (!parsed(Opening, line)) return 1;
      continue;
    }
    // The last line is no document, and which is the last shows only afterwards.
    if (held !== null) {
      if (!parsed(Line, held)) return number - 1;
      digest.update(`${held}\n`);
    }
    held = line;
  }
  const end = held === null ? null : parsed(Closing, held);
  return end && end.documents === number - 2 && end.sha256 === digest.digest('hex') ? null : Math.max(number, 1);
}

/** The documents of a whole backup, in pieces of one partition. */
async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let chunk: Line[] = [];
  for await (const text of lines) {
    const line = parsed(Line, text);
    if (!line) continue; // the first line and the last
    if (chunk.length === CHUNK || (chunk[0] && chunk[0].partition !== line.partition)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(line);
  }
  if (chunk.length > 0) yield chunk;
}

async function restoreChunk(table: Table, lines: readonly Line[]): Promise<Result<'done', RestoreFailure>> {
  const partition = lines[0]?.partition ?? '';
  const changes = lines.map(({ row, value }): Change => ({ kind: 'insert', row, value }));
  for (const batch of batchesOf(changes)) {
    if ((await table.commit(partition, batch)).ok) continue;
    // Some of it stands already: by an interrupted restore, or because this is another store.
    for (const change of batch)
      if (!(await table.commit(partition, [change])).ok && !(await stands(table, partition, change)))
        return failed({ kind: 'not-empty', partition, row: change.row });
  }
  return ok('done');
}

async function stands(table: Table, partition: string, { row, value }: Change): Promise<boolean> {
  const entity = await table.read(partition, row);
  return entity !== null && JSON.stringify(entity.value) === JSON.stringify(value);
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
