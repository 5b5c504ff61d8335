import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-embedded-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a descriptor of this process is open on; the one that lists them is gone by then. */
const linkOf = (fd: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
};

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('folder and files are their owner’s alone, and what was stored is there when opened again', async () => {
  const path = join(folder, 'new', 'store.db');
  const table = openEmbeddedTable(path);
  await table.commit('p', [{ kind: 'insert', row: 'a', value: 'Đạt' }]);
  expect([dirname(path), path, `${path}-wal`].map(mode)).toEqual(['700', '600', '600']);
  await table.close();
  const again = openEmbeddedTable(path);
  expect((await again.read('p', 'a'))?.value).toBe('Đạt');
  await again.close();
});

test('a store that is opened twice in one process is one table, and closes with the last who closes it', async () => {
  const path = join(folder, 'twice.db');
  const [one, two] = [openEmbeddedTable(path), openEmbeddedTable(join(folder, '.', 'twice.db'))];
  await one.commit('p', [{ kind: 'insert', row: 'a', value: 1 }]);
  expect(two).toBe(one);
  expect(readdirSync('/proc/self/fd').filter((fd) => linkOf(fd) === path)).toHaveLength(1);
  await one.close();
  expect((await two.read('p', 'a'))?.value).toBe(1);
  await two.close();
});

test('a place that is no folder and a file that is no store are refused', () => {
  writeFileSync(join(folder, 'file'), 'Đây không phải là cơ sở dữ liệu. '.repeat(100));
  expect(() => openEmbeddedTable(join(folder, 'file', 'store.db'))).toThrow(StoreUnavailable);
  expect(() => openEmbeddedTable(join(folder, 'file'))).toThrow(StoreUnavailable);
});

test('a store of a newer program is refused', async () => {
  const path = join(folder, 'newer.db');
  await openEmbeddedTable(path).close();
  new Database(path).exec('PRAGMA user_version = 2');
  expect(() => openEmbeddedTable(path)).toThrow('newer program');
});

test('a store that another program holds on to is unavailable after a while, and works again afterwards', async () => {
  const path = join(folder, 'held.db');
  const table = openEmbeddedTable(path);
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  await expect(table.commit('p', [{ kind: 'insert', row: 'a', value: 1 }])).rejects.toThrow(StoreUnavailable);
  expect(await table.read('p', 'a')).toBeNull();
  other.exec('ROLLBACK');
  expect((await table.commit('p', [{ kind: 'insert', row: 'a', value: 1 }])).ok).toBe(true);
});
