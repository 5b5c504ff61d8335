import { fillProofs } from '../../../functions/reports/proofs.ts';
import { exportStore } from '../../../functions/store/backup.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { restoreStore, verifiedBackup } from '../../../functions/store/restore.ts';
import { sealOf } from '../../../functions/store/seal.ts';
import type { Table } from '../../../functions/store/table.ts';
import { anApi, aReport } from '../../support/an-api.ts';

// A backup leaves out what cannot be read, but for what stands in for a head. The restored store must get along with that.

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
  const lines: string[] = [];
  for await (const line of exportStore({ table: store, files: new MemoryFiles() })) lines.push(line);
  const read = async function* () {
    yield* lines;
  };
  const backup = await verifiedBackup(read, { codes: [await sealOf(store)], unverified: false });
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const restored = new MemoryTable();
  expect((await restoreStore({ table: restored, files: new MemoryFiles() }, read, backup.value)).ok).toBe(true);
  const after = await anApi(restored);
  await fillProofs(restored, [partition]);
  const proofOf = async (query: string) => (await after.call('', 'GET', `/public/2026/proof?agency=${A}&${query}`)).json;
  return { ...after, receipts, proofOf };
}

test.each(['with the newest version', 'without it too'])(
  'an agency whose head was spoilt is told of as such, and sends anew, %s',
  async (which) => {
    const lost = which === 'without it too' ? [`version|${A}|000002`] : [];
    const { put, call, proofOf, receipts } = await restoredWithout(() => [`head|${A}`, ...lost]);
    const { agencies } = (await call('VPUB', 'GET', '/periods/2026/status')).json;
    expect(agencies.find(({ agency }: { agency: string }) => agency === A)).toMatchObject({ state: 'unreadable' });
    const form = await call(A, 'GET', `/periods/2026/reports/${A}/form`);
    expect(form.status).toBe(200);
    const anew = await put(A, aReport(A, 960), 0, { key: 'anew' });
    const version = 3 - lost.length;
    expect([anew.status, anew.json.version]).toEqual([201, version]);
    const { versions } = (await call(A, 'GET', `/periods/2026/reports/${A}/versions`)).json;
    expect(versions.map((one: { version: number }) => one.version).sort()).toEqual(version === 3 ? [1, 2, 3] : [1, 2]);
    expect(await proofOf(`sha256=${receipts[0].sha256}`)).toMatchObject({ version: 1, inForce: false });
    expect(await proofOf(`sha256=${anew.json.sha256}`)).toMatchObject({ version, inForce: true });
    expect(await proofOf(`receipt=${anew.json.id}`)).toMatchObject({ version, inForce: true });
    expect((await put(A, aReport(A, 970), version)).json.version).toBe(version + 1);
  },
);

test('a proof that was left out is made anew when the restored store starts', async () => {
  const { proofOf, receipts } = await restoredWithout(([, second]) => [`proof|${A}|${second!.sha256}`, `receipt|${A}|${second!.id}`]);
  for (const held of [`sha256=${receipts[1].sha256}`, `receipt=${receipts[1].id}`])
    expect(await proofOf(held)).toMatchObject({ version: 2, inForce: true });
  expect(await proofOf(`receipt=${receipts[0].id}`)).toMatchObject({ version: 1, inForce: false });
});
