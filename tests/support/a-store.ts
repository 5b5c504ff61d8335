import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureTable } from '../../functions/store/azure-table.ts';
import { openEmbeddedTable } from '../../functions/store/embedded-table.ts';
import { MemoryTable } from '../../functions/store/memory-table.ts';
import type { Table } from '../../functions/store/table.ts';
import { type Azurite, startAzurite } from './azurite.ts';

/** A kind of store that a suite of tests runs on: started once, then one empty store after another. */
export interface AStore {
  readonly start: () => Promise<void>;
  readonly empty: () => Promise<Table>;
  readonly stop: () => Promise<void>;
}

export const memoryStore = (): AStore => ({
  start: async () => {},
  empty: async () => new MemoryTable(),
  stop: async () => {},
});

export function embeddedStore(): AStore {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-store-'));
  const opened: Table[] = [];
  return {
    start: async () => {},
    empty: async () => {
      const table = openEmbeddedTable(join(folder, `${opened.length}`, 'store.db'));
      opened.push(table);
      return table;
    },
    stop: async () => {
      for (const table of opened) await table.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function azuriteStore(): AStore {
  let azurite: Azurite | undefined;
  let tables = 0;
  return {
    start: async () => {
      azurite = await startAzurite();
    },
    empty: async () =>
      openAzureTable({ connectionString: azurite?.connectionString ?? '', tableName: `phuluc${tables++}`, retryDelayMs: 10 }),
    stop: async () => azurite?.stop(),
  };
}
