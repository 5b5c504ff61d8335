import { TableClient } from '@azure/data-tables';
import { openAzureTable } from '../../../functions/store/azure-table.ts';
import type { Table } from '../../../functions/store/table.ts';
import { type Azurite, startAzurite } from '../../support/azurite.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

let azurite: Azurite;
let table: Table;

beforeAll(async () => {
  azurite = await startAzurite();
  table = await openAzureTable({ connectionString: azurite.connectionString, tableName: 'spoilt', retryDelayMs: 10 });
});
afterAll(() => azurite.stop());

test('an entity that is no JSON, or holds no text, is a row without a value, and no outage', async () => {
  const client = TableClient.fromConnectionString(azurite.connectionString, 'spoilt', { allowInsecureConnection: true });
  await client.createEntity({ partitionKey: 'p', rowKey: 'a', text00: 'hello {' });
  await client.createEntity({ partitionKey: 'p', rowKey: 'b', other: 1 });
  await table.commit('p', [{ kind: 'insert', row: 'c', value: 1 }]);
  expect((await table.list('p', '')).map(({ row, value }) => [row, value])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['c', 1],
  ]);
  const { etag } = (await table.read('p', 'a'))!;
  expect(await table.commit('p', [{ kind: 'replace', row: 'a', etag, value: 2 }])).toEqual({ ok: true, value: 'done' });
  expect((await table.read('p', 'a'))?.value).toBe(2);
});

test('every hostile text is stored and comes back as it was', async () => {
  for (const [k, text] of Object.values(HOSTILE_TEXTS).entries()) {
    const row = `h${String(k).padStart(3, '0')}`;
    await table.commit('texts', [{ kind: 'insert', row, value: { text } }]);
    expect((await table.read('texts', row))?.value).toEqual({ text });
  }
});
