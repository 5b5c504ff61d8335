import { exportStore } from '../../../functions/store/backup.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { type Entity, StoreUnavailable } from '../../../functions/store/table.ts';

/** A store in which somebody writes while it is being listed, so many times. */
class BusyTable extends MemoryTable {
  private writes: number;

  constructor(writes: number) {
    super();
    this.writes = writes;
  }

  override async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    const seen = await super.list(partition, prefix);
    if (this.writes-- > 0) await this.commit(partition, [{ kind: 'insert', row: `z${this.writes}`, value: 0 }]);
    return seen;
  }
}

const backedUp = async (table: MemoryTable): Promise<string[]> => {
  const rows: string[] = [];
  for await (const line of exportStore({ table, files: new MemoryFiles() })) rows.push(JSON.parse(line).row ?? '');
  return rows;
};

test('a partition that changes while it is read is read again until it rests', async () => {
  const table = new BusyTable(3);
  await table.commit('p', [{ kind: 'insert', row: 'a', value: 1 }]);
  expect(await backedUp(table)).toEqual(['', 'a', 'z0', 'z1', 'z2', '']);
});

test('a partition that never rests is not backed up by halves', async () => {
  const table = new BusyTable(100);
  await table.commit('p', [{ kind: 'insert', row: 'a', value: 1 }]);
  await expect(backedUp(table)).rejects.toThrow(StoreUnavailable);
});
