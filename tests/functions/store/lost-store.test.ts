import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../../core/result.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { replaceEmbedded } from '../../../functions/store/replace-embedded.ts';
import { StoreRefused } from '../../../functions/store/store-refused.ts';
import { openPeriod } from '../protocol/a-submission.ts';
import { ARush, rushes } from './a-rush.ts';

const { home, program } = rushes('lost');
const killed = join(home, 'killed');

/** What a server leaves that is killed in a rush. */
beforeAll(async () => {
  const path = join(killed, 'phuluc.sqlite');
  const table = openEmbeddedTable(path);
  await openPeriod(table);
  await table.close();
  const server = new ARush(process.execPath, program, path, '1');
  await server.acknowledges(20);
  await server.kill();
});

let folders = 0;
/** The same files in a folder of their own. */
function leftBehind(): string {
  const folder = join(home, `${folders++}`);
  mkdirSync(folder);
  for (const name of readdirSync(killed)) copyFileSync(join(killed, name), join(folder, name));
  return join(folder, 'phuluc.sqlite');
}

const filesOf = (path: string) => readdirSync(join(path, '..')).map((name) => [name, statSync(join(path, '..', name)).size]);
const begins = (path: string) => spawnSync(process.execPath, [program, path, '1000000'], { encoding: 'utf8', timeout: 60_000 });

const BESIDE = ['-wal', '-shm'];
test.each([
  ['its file is empty', 'rỗng (0 byte)', (path: string) => truncateSync(path)],
  [
    'its file is empty and the log is gone',
    'rỗng (0 byte)',
    (path: string) => [...BESIDE.map((end) => rmSync(path + end)), truncateSync(path)],
  ],
  ['its file is gone', 'không còn', (path: string) => rmSync(path)],
  ['all but the mark is gone', 'không còn', (path: string) => ['', ...BESIDE].map((end) => rmSync(path + end))],
  ['all but the log is gone', 'không còn', (path: string) => ['', '-shm', '.mark', '.lock'].map((end) => rmSync(path + end))],
  ['the log is gone', 'Thiếu tệp', (path: string) => BESIDE.map((end) => rmSync(path + end))],
  ['the log is empty', 'Thiếu tệp', (path: string) => truncateSync(`${path}-wal`)],
  [
    'its file is no database',
    'bị hỏng',
    (path: string) => [...BESIDE, '.mark'].map((end) => [rmSync(path + end), writeFileSync(path, 'x'.repeat(9_000))]),
  ],
])('where %s, a server does not begin and a command does not read: nothing is made anew', (_, said, damage) => {
  const path = leftBehind();
  damage(path);
  const before = filesOf(path);
  const { status, stdout, stderr } = begins(path);
  expect([status, stdout.slice(0, 100)]).toEqual([1, '']);
  expect(stderr).toContain(said);
  expect(() => openEmbeddedTable(path)).toThrow(StoreRefused);
  expect(filesOf(path).filter(([name]) => !/lock|shm/.test(`${name}`))).toEqual(before.filter(([name]) => !/lock|shm/.test(`${name}`)));
});

test('a store whose file is another store’s is refused', async () => {
  const [path, other] = [leftBehind(), join(home, 'other.sqlite')];
  await openEmbeddedTable(other).close();
  for (const end of BESIDE) rmSync(path + end);
  writeFileSync(`${path}.mark`, JSON.stringify({ store: 'a-store', log: false }));
  copyFileSync(other, path);
  expect(() => openEmbeddedTable(path)).toThrow('của một kho khác');
});

test('a store at rest is one file that can be moved alone, and one that a killed server left is taken up with its log', async () => {
  const path = leftBehind();
  const table = openEmbeddedTable(path);
  const partitions = await table.partitions();
  const rows = (await table.list(partitions[0] ?? '', '')).length;
  await table.close();
  expect([rows > 60, existsSync(`${path}-wal`)]).toEqual([true, false]);
  const moved = join(home, 'moved.sqlite');
  copyFileSync(path, moved);
  for (const place of [path, moved]) {
    const again = openEmbeddedTable(place);
    expect(await again.list(partitions[0] ?? '', '')).toHaveLength(rows);
    await again.close();
  }
});

test('a store that was put in the place of another one is taken for no other store’s, where its mark could not be written any more', async () => {
  const path = leftBehind();
  const noRoom = `${path}.mark.${process.pid}.tmp`;
  const filled = replaceEmbedded(path, new Date(), async (store) => {
    mkdirSync(noRoom); // where a mark is written first
    await openPeriod(store);
    return ok('done');
  });
  await expect(filled).rejects.toThrow(noRoom);
  rmSync(noRoom, { recursive: true });
  const store = openEmbeddedTable(path);
  expect(await store.partitions()).not.toEqual([]);
  await store.close();
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('truoc-'))).not.toEqual([]);
});
