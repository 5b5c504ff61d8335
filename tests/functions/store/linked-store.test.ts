import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedTable, serveEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { embeddedFile } from '../../../functions/store/open-store.ts';
import { openPeriod } from '../protocol/a-submission.ts';
import { History } from '../protocol/history.ts';
import { ARush, rushes } from './a-rush.ts';

const { home, program } = rushes('linked');
beforeAll(() => void spawnSync(process.execPath, ['cli/bin.mjs', '--version'])); // builds once where a source changed

interface Linked {
  /** The folder by which server and commands know the store. */
  readonly data: string;
  /** The folder in which its file is. */
  readonly real: string;
}

const KINDS = {
  'a link to the file': (own: string): Linked => {
    const [data, real] = [join(own, 'data'), join(own, 'disk')];
    for (const folder of [data, real]) mkdirSync(folder);
    symlinkSync(join('..', 'disk', 'phuluc.sqlite'), embeddedFile(data));
    return { data, real };
  },
  'a link to its folder': (own: string): Linked => {
    const [data, real] = [join(own, 'data'), join(own, 'disk')];
    mkdirSync(real);
    symlinkSync('disk', data);
    return { data, real };
  },
  'a link to a link in a linked folder': (own: string): Linked => {
    const [data, between, real] = [join(own, 'data'), join(own, 'between'), join(own, 'disk')];
    for (const folder of [between, real]) mkdirSync(folder);
    symlinkSync('between', data);
    symlinkSync(join('..', 'disk', 'một.sqlite'), embeddedFile(between));
    symlinkSync('phuluc.sqlite', join(real, 'một.sqlite'));
    return { data, real };
  },
};
type Kind = keyof typeof KINDS;
const EVERY_KIND = Object.keys(KINDS) as Kind[];

/** An empty folder behind links. */
const linked = (kind: Kind): Linked => KINDS[kind](mkdtempSync(join(home, 'own-')));

/** A store behind links, with its period. */
async function aLinkedStore(kind: Kind): Promise<Linked> {
  const place = linked(kind);
  const table = openEmbeddedTable(embeddedFile(place.data));
  await openPeriod(table);
  await table.close();
  return place;
}

/** A server in another process, once it acknowledges. */
async function aServer(path: string, start: number): Promise<ARush> {
  const server = new ARush(process.execPath, program, path, String(start));
  await server.acknowledges(3);
  return server;
}

async function killedInARush(data: string, start: number): Promise<ARush> {
  const server = await aServer(embeddedFile(data), start);
  expect(server.complained).toBe('');
  await server.acknowledges(20);
  await server.kill();
  return server;
}

async function expectAll({ data }: Linked, history: History, ...servers: readonly ARush[]): Promise<void> {
  for (const { receipts } of servers) for (const { key, receipt } of receipts) history.acknowledged(receipt.agency, key, receipt);
  const table = openEmbeddedTable(embeddedFile(data));
  await history.checkAll(table);
  await table.close();
}

async function expectMissed(data: string): Promise<void> {
  const server = new ARush(process.execPath, program, embeddedFile(data), '1000000');
  await once(server.child, 'close');
  expect([server.child.exitCode, server.receipts]).toEqual([1, []]);
  expect(server.complained).toContain('không còn, trong khi thư mục cho thấy đã từng có kho');
}

function phuluc(data: string, ...words: readonly string[]) {
  const env = { ...process.env, PHULUC_STORAGE: 'embedded', PHULUC_DATA: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...words], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe.each(EVERY_KIND)('behind %s', (kind) => {
  test('a server that is killed in a rush begins again, by the link and by the file itself, and every receipt is there', async () => {
    const place = await aLinkedStore(kind);
    const history = new History();
    const servers = [
      await killedInARush(place.data, 1),
      await killedInARush(place.data, 1_000_000),
      await killedInARush(place.real, 2_000_000),
    ];
    await expectAll(place, history, ...servers, await killedInARush(place.data, 3_000_000));
  });

  test('a server whose log was removed is refused, by the link and by the file itself', async () => {
    const { data, real } = await aLinkedStore(kind);
    await killedInARush(data, 1);
    for (const end of ['-wal', '-shm']) rmSync(`${embeddedFile(real)}${end}`);
    for (const folder of [data, real]) {
      const again = new ARush(process.execPath, program, embeddedFile(folder), '1000000');
      await once(again.child, 'close');
      expect([again.child.exitCode, again.receipts]).toEqual([1, []]);
      expect(again.complained).toContain(`Thiếu tệp “phuluc.sqlite-wal” cạnh “${embeddedFile(real)}”`);
    }
  });

  test('a server whose file was removed is refused, and nothing is made anew', async () => {
    const { data, real } = await aLinkedStore(kind);
    await killedInARush(data, 1);
    for (const end of ['', '-wal', '-shm']) rmSync(`${embeddedFile(real)}${end}`);
    await expectMissed(data);
    expect(existsSync(embeddedFile(real))).toBe(false);
  });

  test('a server by the link and one by the file itself are two servers on one store', async () => {
    const place = await aLinkedStore(kind);
    const first = await aServer(embeddedFile(place.data), 1);
    const second = new ARush(process.execPath, program, embeddedFile(place.real), '1000000');
    await once(second.child, 'close');
    expect([second.child.exitCode, second.receipts]).toEqual([1, []]);
    expect(second.complained).toContain('Một máy chủ khác đang dùng kho dữ liệu');
    await first.kill();
    await expectAll(place, new History(), first);
  });

  test('in one process it is one table, by whatever name', async () => {
    const { data, real } = await aLinkedStore(kind);
    const [one, two] = [openEmbeddedTable(embeddedFile(data)), openEmbeddedTable(embeddedFile(real))];
    expect(two).toBe(one);
    await one.close();
    await two.close();
    expect(readdirSync(real)).toEqual(expect.not.arrayContaining(['phuluc.sqlite-wal']));
  });

  test('commands beside a server leave it its log; a restore is refused beside it, and afterwards replaces the file, not the link', async () => {
    const place = await aLinkedStore(kind);
    const { data, real } = place;
    const server = await aServer(embeddedFile(data), 1);
    const log = statSync(`${embeddedFile(real)}-wal`).ino;
    const backup = join(data, '..', 'sao-luu.ndjson.gz');
    expect(phuluc(data, 'keys', 'list')).toMatchObject({ status: 0, stderr: '' });
    expect(phuluc(real, 'backup', '--out', backup)).toMatchObject({ status: 0, stderr: '' });
    for (const folder of [data, real])
      expect(phuluc(folder, 'restore', backup, '--data', folder, '--replace')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('Dừng máy chủ rồi chạy lại'),
      });
    expect(statSync(`${embeddedFile(real)}-wal`).ino).toBe(log);
    await server.acknowledges(2);
    await server.kill();
    await expectAll(place, new History(), server);

    const links = lstatSync(embeddedFile(data)).isSymbolicLink();
    const restored = phuluc(data, 'restore', backup, '--data', data, '--replace');
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    expect(lstatSync(embeddedFile(data)).isSymbolicLink()).toBe(links);
    const before = /Kho trước đó còn ở (.+)\n/.exec(restored.stdout)?.[1] ?? '';
    expect([existsSync(before), lstatSync(before).isFile(), before.startsWith(real)]).toEqual([true, true, true]);
    for (const folder of [data, real]) await serveEmbeddedTable(embeddedFile(folder)).close();
  });
});

// What a disk leaves that was not mounted: the folder on which it would be.
test.each(EVERY_KIND.filter((kind) => kind !== 'a link to its folder'))(
  'behind %s a store is missed whose whole disk is gone',
  async (kind) => {
    const { data, real } = await aLinkedStore(kind);
    await killedInARush(data, 1);
    renameSync(real, `${real}.away`);
    mkdirSync(real);
    await expectMissed(data);
    expect(readdirSync(real)).toEqual([]);
  },
);

test('a link whose file was never there is where a server makes its store', async () => {
  const { data, real } = linked('a link to the file');
  await serveEmbeddedTable(embeddedFile(data)).close();
  expect([lstatSync(embeddedFile(data)).isSymbolicLink(), statSync(embeddedFile(real)).size > 0]).toEqual([true, true]);
});

test('a link that is laid elsewhere under a server: it takes nothing in until it leads to its store again', async () => {
  const { data, real } = await aLinkedStore('a link to the file');
  const table = openEmbeddedTable(embeddedFile(data));
  const insert = (row: string) => table.commit('p', [{ kind: 'insert', row, value: 1 }]);
  await insert('a');
  renameSync(embeddedFile(data), join(data, 'away'));
  symlinkSync('nowhere', embeddedFile(data));
  await expect(insert('b')).rejects.toThrow('was removed, moved or replaced');
  renameSync(join(data, 'away'), embeddedFile(data));
  expect((await insert('b')).ok).toBe(true);
  await table.close();
  expect(existsSync(`${embeddedFile(real)}-wal`)).toBe(false);
});

test('a link that was taken away, with the file in its place, leads to the same store', async () => {
  const place = await aLinkedStore('a link to the file');
  const server = await killedInARush(place.data, 1);
  await expectAll(place, new History(), server);
  rmSync(embeddedFile(place.data));
  renameSync(embeddedFile(place.real), embeddedFile(place.data));
  await expectAll(place, new History(), server, await killedInARush(place.data, 1_000_000));
});
