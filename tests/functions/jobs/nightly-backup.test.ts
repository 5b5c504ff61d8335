import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupLines, writeBackup } from '../../../functions/jobs/backup-file.ts';
import { nightlyBackup } from '../../../functions/jobs/nightly-backup.ts';
import { exportStore } from '../../../functions/store/backup.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { restoreStore, verifiedBackup } from '../../../functions/store/restore.ts';
import { sealOf } from '../../../functions/store/seal.ts';
import { StoreUnavailable, type Table } from '../../../functions/store/table.ts';
import { FINANCE, row } from '../../support/a-form.ts';
import { APeriod, counts } from '../../support/a-period.ts';
import { embeddedStore } from '../../support/a-store.ts';

const store = embeddedStore();
const home = mkdtempSync(join(tmpdir(), 'phuluc-backup-'));
let folders = 0;
let period: APeriod;
let folder: string;
const all = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
};

beforeAll(() => store.start());
afterAll(async () => {
  await store.stop();
  rmSync(home, { recursive: true });
});
beforeEach(async () => {
  folder = join(home, `${folders++}`);
  period = await APeriod.opened({ table: await store.empty(), now: '2026-11-23T17:10:00Z' });
  // What breaks lines elsewhere does not here.
  await period.sends(FINANCE, { indicators: { [row('PL1.I.1.1')]: { ...counts(1, 2), explanation: 'một\u2028hai\u0085ba\r\nbốn' } } });
});

test('the backup of a day, named by the day in Viet Nam, brings the store back byte for byte', async () => {
  await nightlyBackup(period.deps, folder);
  expect(readdirSync(folder)).toEqual(['phuluc-2026-11-24.ndjson.gz']);
  const path = join(folder, 'phuluc-2026-11-24.ndjson.gz');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const fresh = await store.empty();
  const found = await verifiedBackup(() => backupLines(path), { codes: [await sealOf(period.deps.table)], unverified: false });
  expect(found).toMatchObject({ ok: true, value: { documents: 8 } });
  if (found.ok) await restoreStore({ table: fresh, files: new MemoryFiles() }, () => backupLines(path), found.value);
  expect(await all(exportStore({ table: fresh, files: new MemoryFiles() }))).toEqual(await all(exportStore(period.deps)));
});

test('a backup is written once a day, also when the timer runs every hour', async () => {
  await nightlyBackup(period.deps, folder);
  const before = readFileSync(join(folder, 'phuluc-2026-11-24.ndjson.gz'));
  await period.sends(FINANCE, {});
  period.now = new Date('2026-11-24T16:10:00Z');
  await nightlyBackup(period.deps, folder);
  expect(readFileSync(join(folder, 'phuluc-2026-11-24.ndjson.gz'))).toEqual(before);
  period.now = new Date('2026-11-24T17:10:00Z');
  await nightlyBackup(period.deps, folder);
  expect(readdirSync(folder)).toEqual(['phuluc-2026-11-24.ndjson.gz', 'phuluc-2026-11-25.ndjson.gz']);
});

test('old backups go, files of another name stay', async () => {
  mkdirSync(folder);
  const names = Array.from({ length: 20 }, (_, k) => `phuluc-2026-10-${String(k + 1).padStart(2, '0')}.ndjson.gz`);
  for (const name of [...names, 'phuluc.ndjson.gz', 'phuluc-2026-13-01.ndjson.gz']) writeFileSync(join(folder, name), '');
  await nightlyBackup(period.deps, folder);
  const left = readdirSync(folder);
  expect(left).toEqual(expect.arrayContaining(['phuluc.ndjson.gz', 'phuluc-2026-13-01.ndjson.gz', 'phuluc-2026-11-24.ndjson.gz']));
  expect(left.length).toBe(2 + 7 + 2);
});

test('a store in which something cannot be read never pushes out the last backup of it whole; its own bear another name until it is whole again', async () => {
  const { partition, deps } = period;
  const { table } = deps;
  const nights = async (from: number, to: number) => {
    for (let night = from; night <= to; night++) {
      period.now = new Date(Date.parse('2026-11-23T17:10:00Z') + night * 86_400_000);
      await nightlyBackup(period.deps, folder);
    }
    return readdirSync(folder);
  };
  await nights(0, 1);
  const head = (await table.read(partition, `head|${FINANCE}`))!;
  await table.commit(partition, [{ kind: 'replace', row: head.row, etag: head.etag, value: { spoilt: true } }]);
  const spoilt = await nights(2, 60);
  expect(spoilt.filter((name) => !name.includes('khong-tron-ven'))).toEqual(['phuluc-2026-11-25.ndjson.gz']);
  expect([spoilt.length, spoilt.at(-1)]).toEqual([1 + 7 + 4, 'phuluc-2027-01-23.khong-tron-ven.ndjson.gz']);
  await nightlyBackup(period.deps, folder);
  expect(readdirSync(folder)).toEqual(spoilt);
  const { etag } = (await table.read(partition, head.row))!;
  await table.commit(partition, [{ kind: 'replace', row: head.row, etag, value: head.value }]);
  expect(await nights(61, 61)).not.toContain('phuluc-2026-11-25.ndjson.gz');
});

test('a backup that fails leaves nothing half written and removes none of the old', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'phuluc-2025-01-01.ndjson.gz'), '');
  const { table } = period.deps;
  const failing: Table = {
    read: (partition, at) => table.read(partition, at),
    list: async () => {
      throw new StoreUnavailable('gone');
    },
    listPage: (...page) => table.listPage(...page),
    commit: (partition, changes) => table.commit(partition, changes),
    partitions: () => table.partitions(),
    ping: () => table.ping(),
    close: () => table.close(),
  };
  await expect(nightlyBackup({ ...period.deps, table: failing }, folder)).rejects.toThrow('gone');
  expect(readdirSync(folder)).toEqual(['phuluc-2025-01-01.ndjson.gz']);
});

test('a backup may stay unpacked; one that is cut off is no backup', async () => {
  const [plain, packed, cut] = ['all.ndjson', 'all.ndjson.gz', 'cut.gz'].map((name) => join(folder, name)) as [string, string, string];
  expect(await writeBackup(period.deps, plain)).toBe(8);
  await writeBackup(period.deps, packed);
  expect(await all(backupLines(plain))).toEqual(await all(backupLines(packed)));
  writeFileSync(cut, readFileSync(packed).subarray(0, 300));
  await expect(all(backupLines(cut))).rejects.toThrow('unexpected end of file');
});
