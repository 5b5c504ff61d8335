import type * as z from 'zod';
import { AUDIT } from './rows.ts';
import { soundValue } from './sound-row.ts';
import type { Table } from './table.ts';

/** An entry that can no longer be read: only its moment is known, from the row's name. */
export interface UnreadableEntry {
  readonly at: string;
  readonly by: string;
  readonly action: 'unreadable';
  readonly key?: undefined;
}

/** The trail of a partition, oldest first; an entry that cannot be read keeps its place in it. */
export async function auditEntries<S extends z.ZodType>(
  table: Table,
  partition: string,
  schema: S,
): Promise<(z.infer<S> | UnreadableEntry)[]> {
  return (await table.list(partition, AUDIT)).map((entity) => {
    const [at = ''] = entity.row.slice(AUDIT.length).split('|');
    return soundValue(table, partition, entity, schema) ?? { at, by: '', action: 'unreadable' as const };
  });
}
