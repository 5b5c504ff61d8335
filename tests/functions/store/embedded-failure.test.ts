import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as aTurn } from 'node:timers/promises';
import Database from 'libsql';
import { openEmbeddedTable, serveEmbeddedTable } from '../../../functions/store/embedded-table.ts';
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

// SQLite goes on with files that have lost their names: a receipt of what nobody finds again.
test.each(['', '-wal', '-shm'])(
  'a store whose file “%s” is taken away or replaced takes nothing in, says so, and goes on once it is back',
  async (end) => {
    const path = join(mkdtempSync(join(folder, 'taken-')), 'store.db');
    const table = openEmbeddedTable(path);
    const insert = (row: string) => table.commit('p', [{ kind: 'insert', row, value: 1 }]);
    await insert('a');
    renameSync(`${path}${end}`, `${path}.away`);
    await expect(insert('b')).rejects.toThrow(StoreUnavailable);
    await expect(table.files.keep('f', Uint8Array.of(1))).rejects.toThrow(StoreUnavailable);
    await expect(table.ping()).rejects.toThrow(StoreUnavailable);
    expect((await table.read('p', 'a'))?.value).toBe(1); // whoever can still read it may save it
    writeFileSync(`${path}${end}`, 'another');
    await expect(insert('b')).rejects.toThrow(StoreUnavailable);
    renameSync(`${path}.away`, `${path}${end}`);
    expect((await insert('b')).ok).toBe(true);
    await table.ping();
    await table.close();
    expect((await openEmbeddedTable(path).list('p', '')).map(({ row }) => row)).toEqual(['a', 'b']);
  },
);

test('of a store behind a link the log is looked for beside the file itself, where SQLite has it', async () => {
  const own = mkdtempSync(join(folder, 'linked-'));
  const [real, path] = [join(own, 'real.db'), join(own, 'store.db')];
  await openEmbeddedTable(real).close();
  symlinkSync(real, path);
  const table = openEmbeddedTable(path);
  const insert = (row: string) => table.commit('p', [{ kind: 'insert', row, value: 1 }]);
  await insert('a');
  renameSync(`${real}-wal`, `${real}.away`);
  await expect(insert('b')).rejects.toThrow(StoreUnavailable);
  renameSync(`${real}.away`, `${real}-wal`);
  expect((await insert('b')).ok).toBe(true);
  await table.close();
});

test('a server that is stopped where another store took the place of its own leaves that one alone', async () => {
  const path = join(mkdtempSync(join(folder, 'other-')), 'store.db');
  const table = serveEmbeddedTable(path);
  await table.commit('p', [{ kind: 'insert', row: 'a', value: 1 }]);
  for (const end of ['', '-wal', '-shm', '.mark', '.lock']) renameSync(`${path}${end}`, `${path}.away${end}`);
  const other = join(mkdtempSync(join(folder, 'other-')), 'store.db');
  await serveEmbeddedTable(other).close();
  for (const end of ['', '.mark']) renameSync(`${other}${end}`, `${path}${end}`);
  await table.close();
  const now = serveEmbeddedTable(path);
  expect(await now.list('p', '')).toEqual([]);
  await now.close();
});

// In a server whatever nobody catches is its end.
test('a server that cannot begin on a store is told why, and nothing is left that nobody catches', async () => {
  const path = join(mkdtempSync(join(folder, 'begin-')), 'store.db');
  await serveEmbeddedTable(path).close();
  mkdirSync(`${path}.mark.${process.pid}.tmp`); // no mark can be written
  expect(() => serveEmbeddedTable(path)).toThrow(StoreUnavailable);
  await aTurn(); // what nobody has caught by then fails the test
});
