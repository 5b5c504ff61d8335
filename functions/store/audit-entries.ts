import type * as z from 'zod';
import { AUDIT } from './rows.ts';
import { soundValue } from './sound-row.ts';
import type { Table } from './table.ts';

/** An entry that can no longer be read: only its moment is known, from the row's name. */
interface UnreadableEntry {
  readonly at: string;
  readonly by: string;
  readonly action: 'unreadable';
  readonly key?: undefined;
}

/** An entry with its place in time: the moment, and what tells entries of one moment apart. Places sort as their entries do. */
export interface PlacedEntry<Entry> {
  readonly place: string;
  readonly entry: Entry | UnreadableEntry;
}

/** Which part of a trail: the first `most` entries after a place, or after a moment (ISO); `''`: from the beginning. */
export interface AuditPart {
  readonly after: string;
  readonly most: number;
}

/** A part of the trail of a partition, oldest first; an entry that cannot be read keeps its place in it. */
export async function auditEntries<S extends z.ZodType>(
  table: Table,
  partition: string,
  schema: S,
  { after, most }: AuditPart,
): Promise<PlacedEntry<z.infer<S>>[]> {
  return (await table.listPage(partition, AUDIT, AUDIT + after, most)).map((entity) => {
    const place = entity.row.slice(AUDIT.length);
    const [at = ''] = place.split('|');
    return { place, entry: soundValue(table, partition, entity, schema) ?? { at, by: '', action: 'unreadable' as const } };
  });
}
