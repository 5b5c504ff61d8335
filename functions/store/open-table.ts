import { join } from 'node:path';
import type { Environment } from '../settings.ts';
import type { AzureSettings } from './azure-settings.ts';
import { soundTable } from './sound-table.ts';
import type { Table } from './table.ts';

/** The storage that the environment names; it takes sound rows alone. Each store brings packages of its own, one of them native: only what is used is loaded. */
export async function openTable(settings: Environment): Promise<Table> {
  if (settings.PHULUC_STORAGE === 'embedded') {
    const { openEmbeddedTable } = await import('./embedded-table.ts');
    return soundTable(openEmbeddedTable(embeddedFile(settings.PHULUC_DATA)));
  }
  const { openAzureTable } = await import('./azure-table.ts');
  return soundTable(await openAzureTable(await azureSettings(settings.PHULUC_TABLES, settings.PHULUC_TABLE)));
}

/** The file of the embedded store in a data folder. */
export const embeddedFile = (folder: string): string => join(folder, 'phuluc.sqlite');

/** By its address alone the storage is reached under the identity that this program runs as; no key is held anywhere. */
async function azureSettings(tables: string, tableName: string): Promise<AzureSettings> {
  if (!tables.startsWith('https://')) return { connectionString: tables, tableName };
  const { DefaultAzureCredential } = await import('@azure/identity');
  return { endpoint: tables, credential: new DefaultAzureCredential(), tableName };
}
