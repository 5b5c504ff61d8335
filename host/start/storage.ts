import { join, resolve } from 'node:path';
import { openAzureTable } from '../../functions/store/azure-table.ts';
import { serveEmbeddedTable } from '../../functions/store/embedded-table.ts';
import { embeddedFile } from '../../functions/store/open-store.ts';
import { soundTable } from '../../functions/store/sound-table.ts';
import type { Table } from '../../functions/store/table.ts';
import { startEmulator } from './emulator.ts';
import type { StartOptions } from './options.ts';

/** Storage that is there: what the functions are told of it, and a table for what must be done before they start. */
export interface Storage {
  readonly environment: Readonly<Record<string, string>>;
  readonly openTable: () => Promise<Table>;
  readonly stop: () => Promise<void>;
}

/** Brings the storage up. Throws where the folder cannot be used or the emulator does not start. */
export async function openStorage({ storage, data }: Pick<StartOptions, 'storage' | 'data'>): Promise<Storage> {
  const folder = resolve(data);
  if (storage === 'embedded') {
    const file = embeddedFile(folder);
    const held = serveEmbeddedTable(file); // kept until the end: no other server begins on the folder between two uses of it
    return {
      environment: { PHULUC_STORAGE: 'embedded', PHULUC_DATA: folder },
      openTable: async () => soundTable(serveEmbeddedTable(file)),
      stop: () => held.close(),
    };
  }
  const { connectionString, stop } = await startEmulator(join(folder, 'azurite'));
  return {
    environment: { PHULUC_STORAGE: 'tables', PHULUC_TABLES: connectionString, PHULUC_TABLE: 'phuluc' },
    openTable: async () => soundTable(await openAzureTable({ connectionString, tableName: 'phuluc' })),
    stop,
  };
}
