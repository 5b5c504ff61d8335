import { fillProofs } from '../../../functions/reports/proofs.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { logUnreadableRows, unreadableRowCount } from '../../../functions/store/sound-row.ts';
import type { Table } from '../../../functions/store/table.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { backupLines, restoredCopy } from './restored-copy.ts';

// Of a row that cannot be read a backup says just that, or leaves it out where it is made anew. The restored store must get along with that.

const A = 'XA-21211';
const partitionIn = async (table: Table) => (await table.partitions()).find((one) => one.endsWith('|2026')) ?? '';

/** A store with two versions of an agency, restored from a backup that was made when these rows of it could not be read. */
async function restoredWithout(rowsOf: (receipts: readonly { id: string; sha256: string }[]) => readonly string[]) {
  const store = new MemoryTable();
  const api = await anApi(store);
  const receipts = [(await api.put(A, aReport(), 0)).json, (await api.put(A, aReport(A, 960), 1)).json];
  const partition = await partitionIn(store);
  for (const row of rowsOf(receipts)) {
    const { etag } = (await store.read(partition, row))!;
    await store.commit(partition, [{ kind: 'replace', row, etag, value: { spoilt: true } }]);
  }
  const restored = await restoredCopy(store);
  const after = await anApi(restored);
  await fillProofs(restored, [partition]);
  const proofOf = async (query: string) => (await after.call('', 'GET', `/public/2026/proof?agency=${A}&${query}`)).json;
  return { ...after, receipts, proofOf };
}

test.each(['with the newest version', 'without it too'])(
  'an agency whose head was spoilt is told of as such, and sends anew under a number of its own, %s',
  async (which) => {
    const spoilt = which === 'without it too' ? [`version|${A}|000002`] : [];
    const { put, call, proofOf, receipts } = await restoredWithout(() => [`head|${A}`, ...spoilt]);
    const { agencies } = (await call('VPUB', 'GET', '/periods/2026/status')).json;
    expect(agencies.find(({ agency }: { agency: string }) => agency === A)).toMatchObject({ state: 'unreadable' });
    expect((await call(A, 'GET', `/periods/2026/reports/${A}/form`)).status).toBe(200);
    const anew = await put(A, aReport(A, 960), 0, { key: 'anew' });
    expect([anew.status, anew.json.version]).toEqual([201, 3]);
    const { versions } = (await call(A, 'GET', `/periods/2026/reports/${A}/versions`)).json;
    expect(versions.map((one: { version: number }) => one.version).sort()).toEqual(spoilt.length > 0 ? [1, 3] : [1, 2, 3]);
    expect(await proofOf(`sha256=${receipts[0].sha256}`)).toMatchObject({ version: 1, inForce: false });
    expect(await proofOf(`sha256=${anew.json.sha256}`)).toMatchObject({ version: 3, inForce: true });
    expect(await proofOf(`receipt=${anew.json.id}`)).toMatchObject({ version: 3, inForce: true });
    expect((await put(A, aReport(A, 970), 3)).json.version).toBe(4);
  },
);

test('a proof that was left out is made anew when the restored store starts', async () => {
  const { proofOf, receipts } = await restoredWithout(([, second]) => [`proof|${A}|${second!.sha256}`, `receipt|${A}|${second!.id}`]);
  for (const held of [`sha256=${receipts[1].sha256}`, `receipt=${receipts[1].id}`])
    expect(await proofOf(held)).toMatchObject({ version: 2, inForce: true });
  expect(await proofOf(`receipt=${receipts[0].id}`)).toMatchObject({ version: 1, inForce: false });
});

test('a proof that cannot be read, of a version that cannot be read, denies nothing in the restored store', async () => {
  const { call, proofOf, receipts } = await restoredWithout(([, second]) => [
    `proof|${A}|${second!.sha256}`,
    `receipt|${A}|${second!.id}`,
    `version|${A}|000002`,
    `head|${A}`,
  ]);
  const [first, second] = receipts;
  for (const held of [`sha256=${second.sha256}`, `receipt=${second.id}`])
    expect((await call('', 'GET', `/public/2026/proof?agency=${A}&${held}`)).status).toBe(503);
  expect(await proofOf(`sha256=${first.sha256}`)).toMatchObject({ version: 1 });
});

test('a row that says it is another is told and counted by whoever backs it up, once', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  for (const agency of [A, 'XA-21034']) await api.put(agency, aReport(agency), 0);
  const partition = await partitionIn(store);
  const { etag } = (await store.read(partition, `version|${A}|000001`))!;
  const { value } = (await store.read(partition, 'version|XA-21034|000001'))!;
  await store.commit(partition, [{ kind: 'replace', row: `version|${A}|000001`, etag, value }]);
  const told: unknown[] = [];
  logUnreadableRows(store, (row) => told.push(row));
  for (let night = 0; night < 2; night++) {
    const lines = await backupLines(store);
    expect(lines.filter((line) => line.endsWith('"value":{"unreadable":true}}'))).toHaveLength(1);
  }
  expect([told, unreadableRowCount(store)]).toEqual([
    [{ spoilt: `${partition} version|${A}|000001`, why: 'it says that it is another' }],
    1,
  ]);
});

test('what was found unreadable before anybody listened is told once somebody does', async () => {
  const store = new MemoryTable();
  await anApi(store);
  const partition = await partitionIn(store);
  await store.commit(partition, [{ kind: 'insert', row: 'settings', value: 7 }]);
  await backupLines(store);
  const told: unknown[] = [];
  logUnreadableRows(store, ({ spoilt }) => told.push(spoilt));
  expect(told).toEqual([`${partition} settings`]);
});
