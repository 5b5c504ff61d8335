import { failed, ok, type Result } from '../../core/result.ts';
import { type Change, type Entity, MOST_CHANGES, type Table } from './table.ts';

/** The port in memory: for tests and simulations; what is stored is copied, as a store would. */
export class MemoryTable implements Table {
  private readonly partitions = new Map<string, Map<string, Entity>>();
  private tags = 0;

  async read(partition: string, row: string): Promise<Entity | null> {
    const entity = this.partitions.get(partition)?.get(row);
    return entity ? structuredClone(entity) : null;
  }

  async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    const rows = [...(this.partitions.get(partition)?.values() ?? [])].filter(({ row }) => row.startsWith(prefix));
    return structuredClone(rows.sort((one, two) => (one.row < two.row ? -1 : 1)));
  }

  async commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> {
    if (changes.length > MOST_CHANGES || new Set(changes.map(({ row }) => row)).size < changes.length)
      throw new Error(`[commit] "${partition}": not a transaction`);
    const rows = this.partitions.get(partition) ?? new Map<string, Entity>();
    const fits = changes.every((change) => (change.kind === 'insert' ? !rows.has(change.row) : rows.get(change.row)?.etag === change.etag));
    if (!fits) return failed('conflict');
    for (const { row, value } of changes) rows.set(row, { row, etag: String(++this.tags), value: structuredClone(value) });
    this.partitions.set(partition, rows);
    return ok('done');
  }

  async ping(): Promise<void> {}
  async close(): Promise<void> {}
}
