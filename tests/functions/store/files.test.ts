import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureFiles } from '../../../functions/store/azure-files.ts';
import { type EmbeddedStore, openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { type Azurite, connectionTo, startAzurite } from '../../support/azurite.ts';
import { filesContract } from './files-contract.ts';

describe('in memory', () => filesContract(async () => new MemoryFiles()));

describe('in the file of the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-files-'));
  const opened: EmbeddedStore[] = [];
  filesContract(async () => {
    const store = openEmbeddedTable(join(folder, String(opened.length), 'store.db'));
    opened.push(store);
    return store.files;
  });

  test('files outlive the process that kept them', async () => {
    const path = join(folder, 'again', 'store.db');
    const first = openEmbeddedTable(path);
    await first.files.keep('p|A|1', new Uint8Array([1, 2, 3]));
    await first.close();
    const second = openEmbeddedTable(path);
    opened.push(second);
    expect([...(await second.files.read('p|A|1'))!]).toEqual([1, 2, 3]);
  });

  afterAll(async () => {
    for (const store of opened) await store.close();
    rmSync(folder, { recursive: true });
  });
});

describe('in the blob service of the emulator', () => {
  let azurite: Azurite;
  let containers = 0;
  beforeAll(async () => {
    azurite = await startAzurite('blob');
  });
  afterAll(() => azurite.stop());
  filesContract(() => openAzureFiles({ connectionString: azurite.connectionString, tableName: `Phuluc${containers++}`, retryDelayMs: 10 }));

  test('a service that cannot be reached is an outage', async () => {
    const nowhere = openAzureFiles({ connectionString: connectionTo(1, 'blob'), tableName: 'phuluc', retryDelayMs: 1 });
    await expect(nowhere).rejects.toThrow(StoreUnavailable);
  });
});
