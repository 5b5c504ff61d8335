import { createHash } from 'node:crypto';
import * as z from 'zod';
import { kindOf } from './row-kinds.ts';
import { soundValue } from './sound-row.ts';
import { type Entity, StoreUnavailable, type Table } from './table.ts';

/** The first line of a backup: what it is. */
export const Opening = z.strictObject({ format: z.literal('phuluc-store'), version: z.literal(1) });

/** A stored document with its place; tags are not kept, a new store gives its own. */
export const Line = z.strictObject({ partition: z.string(), row: z.string(), value: z.unknown() });
export type Line = z.infer<typeof Line>;

/** The last line: without it, or where it does not fit, the backup is cut off or damaged. */
export const Closing = z.strictObject({ documents: z.int(), sha256: z.string() });

const MOST_LOOKS = 10;

/**
 * Everything that the store holds as lines of JSON (NDJSON, without line ends), a document a line, partition after partition.
 * Each partition is as it was at one moment; rows that cannot be read are left out. Throws `StoreUnavailable` where the storage fails or a partition never rests.
 */
export async function* exportStore(table: Table): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let documents = 0;
  yield JSON.stringify({ format: 'phuluc-store', version: 1 } satisfies z.infer<typeof Opening>);
  for (const partition of await table.partitions())
    for (const entity of await atRest(table, partition)) {
      const { row, value } = entity;
      // What nobody can read any more would only spoil the restored store too; it is told and counted.
      const kind = kindOf(partition, row);
      if (kind && soundValue(table, partition, entity, kind.schema) === null) continue;
      const line = JSON.stringify({ partition, row, value } satisfies Line);
      digest.update(`${line}\n`);
      documents++;
      yield line;
    }
  yield JSON.stringify({ documents, sha256: digest.digest('hex') } satisfies z.infer<typeof Closing>);
}

/** A long list comes in pages, between which the store goes on: it is of one moment when a second look finds the same tags. */
async function atRest(table: Table, partition: string): Promise<readonly Entity[]> {
  let before = '';
  for (let look = 0; look < MOST_LOOKS; look++) {
    const entities = await table.list(partition, '');
    const tags = createHash('sha256');
    for (const { row, etag } of entities) tags.update(`${row}\n${etag}\n`);
    const now = tags.digest('hex');
    if (now === before) return entities;
    before = now;
  }
  throw new StoreUnavailable(`[export] "${partition}": changed at each of ${MOST_LOOKS} looks`);
}
