import { join } from 'node:path';
import type { Environment } from '../settings.ts';
import type { AzureSettings } from './azure-settings.ts';
import type { EmbeddedStore } from './embedded-table.ts';
import type { Files } from './files.ts';
import { keepSeal } from './seal-file.ts';
import { soundTable } from './sound-table.ts';
import type { Table } from './table.ts';

/** A storage: its documents, and the files beside them. Closing the table closes all of it. */
export interface Store {
  readonly table: Table;
  readonly files: Files;
}

/** The storage that the environment names; it takes sound rows alone. */
export async function openStore(settings: Environment): Promise<Store> {
  const { table, files } = await openToRestore(settings);
  return { table: soundTable(table), files };
}

/**
 * The same for whoever restores: it takes a row as its backup has it, one too that says of itself that it could not be read. Each store
 * brings packages of its own, one of them native: only what is used is loaded.
 */
export async function openToRestore(settings: Environment): Promise<Store> {
  if (settings.PHULUC_STORAGE === 'embedded') {
    const { openEmbeddedTable } = await import('./embedded-table.ts');
    const store = openEmbeddedTable(embeddedFile(settings.PHULUC_DATA));
    return { table: store, files: store.files };
  }
  const [{ openAzureTable }, { openAzureFiles }] = await Promise.all([import('./azure-table.ts'), import('./azure-files.ts')]);
  const { PHULUC_TABLES: tables, PHULUC_TABLE: tableName, PHULUC_BLOBS: blobs = blobsBeside(tables) } = settings;
  const table = await openAzureTable(await azureSettings(tables, tableName));
  return { table, files: await openAzureFiles(await azureSettings(blobs, tableName)) };
}

/** The same for a server: the embedded store has one at a time (`StoreRefused` where another has it). */
export async function serveStore(settings: Environment): Promise<Store> {
  if (settings.PHULUC_STORAGE !== 'embedded') return openStore(settings);
  const { serveEmbeddedTable } = await import('./embedded-table.ts');
  const store = soundStore(serveEmbeddedTable(embeddedFile(settings.PHULUC_DATA)));
  await keepSeal(store.table, embeddedFile(settings.PHULUC_DATA));
  return store;
}

/** The file of the embedded store in a data folder. */
export const embeddedFile = (folder: string): string => join(folder, 'phuluc.sqlite');

/** An embedded store that takes sound rows alone. */
export const soundStore = (store: EmbeddedStore): Store => ({ table: soundTable(store), files: store.files });

/** The blob service of the account whose tables are meant; a connection string names both. */
const blobsBeside = (tables: string): string => (tables.startsWith('https://') ? tables.replace('.table.', '.blob.') : tables);

/** By its address alone the storage is reached under the identity that this program runs as; no key is held anywhere. */
async function azureSettings(address: string, tableName: string): Promise<AzureSettings> {
  if (!address.startsWith('https://')) return { connectionString: address, tableName };
  const { DefaultAzureCredential } = await import('@azure/identity');
  return { endpoint: address, credential: new DefaultAzureCredential(), tableName };
}
