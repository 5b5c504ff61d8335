import { failed, ok, type Result } from '../../core/result.ts';
import { documentsToWrite } from './limits.ts';
import { storedValue } from './stored-value.ts';
import type { Change, Entity, Table } from './table.ts';

interface Stored {
  readonly tag: number;
  readonly text: string;
}

/** The port in memory, for tests and simulations: documents are kept as texts, so that a caller cannot change what is stored. */
export class MemoryTable implements Table {
  private readonly rows = new Map<string, Map<string, Stored>>();

  async read(partition: string, row: string): Promise<Entity | null> {
    const stored = this.rows.get(partition)?.get(row);
    return stored ? entityOf(row, stored) : null;
  }

  async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    return this.rowsAfter('', partition, prefix);
  }

  async listPage(partition: string, prefix: string, after: string, most: number): Promise<readonly Entity[]> {
    return this.rowsAfter(after, partition, prefix).slice(0, most);
  }

  async commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> {
    const texts = documentsToWrite(partition, changes);
    const rows = this.rows.get(partition) ?? new Map<string, Stored>();
    const tagOf = (row: string): string | undefined => rows.get(row)?.tag.toString();
    if (!texts.every((change) => tagOf(change.row) === (change.kind === 'insert' ? undefined : change.etag))) return failed('conflict');
    for (const { row, text } of texts) rows.set(row, { tag: (rows.get(row)?.tag ?? 0) + 1, text });
    this.rows.set(partition, rows);
    return ok('done');
  }

  async partitions(): Promise<readonly string[]> {
    return [...this.rows.keys()].sort();
  }

  private rowsAfter(first: string, partition: string, prefix: string): Entity[] {
    const rows = [...(this.rows.get(partition) ?? [])].filter(([row]) => row.startsWith(prefix) && row > first);
    return rows.sort(([one], [two]) => (one < two ? -1 : 1)).map(([row, stored]) => entityOf(row, stored));
  }

  async ping(): Promise<void> {}
  async close(): Promise<void> {}
}

const entityOf = (row: string, { tag, text }: Stored): Entity => ({ row, etag: String(tag), value: storedValue(text) });
