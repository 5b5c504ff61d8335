import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { listKeys } from '../../../functions/identity/access-key.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { openPeriod } from '../protocol/a-submission.ts';
import { History } from '../protocol/history.ts';
import { ARush, rushes } from './a-rush.ts';

// ROUNDS=100 for a night's run; SEED repeats one.
const ROUNDS = Number(process.env.ROUNDS ?? 6);
const SEED = Number(process.env.SEED ?? (process.env.ROUNDS ? Date.now() % 1_000_000 : 1));

const { home, program } = rushes('beside');
beforeAll(() => void spawnSync(process.execPath, ['cli/bin.mjs', '--version'])); // builds once where a source changed

interface Done {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command as an administrator runs it, beside whatever runs. */
async function phuluc(data: string, ...words: readonly string[]): Promise<Done> {
  const env = { ...process.env, PHULUC_STORAGE: 'embedded', PHULUC_DATA: data };
  const child = spawn(process.execPath, ['cli/bin.mjs', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (heard: Buffer) => (out += heard));
  child.stderr.on('data', (heard: Buffer) => (err += heard));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

const fileIn = (data: string): string => join(data, 'phuluc.sqlite');
const logOf = (data: string): number | null => statSync(`${fileIn(data)}-wal`, { throwIfNoEntry: false })?.ino ?? null;

async function aStoreIn(name: string): Promise<string> {
  const data = join(home, name);
  const table = openEmbeddedTable(fileIn(data));
  await openPeriod(table);
  await table.close();
  return data;
}

/** A server in another process, once it acknowledges. */
async function aServer(data: string, start: number): Promise<ARush> {
  const server = new ARush(process.execPath, program, fileIn(data), String(start));
  await server.acknowledges(3);
  return server;
}

/** Holds the store against all that was acknowledged, and asks SQLite whether it is sound. */
async function expectWhole(data: string, history: History, server: ARush): Promise<void> {
  for (const { key, receipt } of server.receipts) history.acknowledged(receipt.agency, key, receipt);
  const table = openEmbeddedTable(fileIn(data));
  await history.checkAll(table);
  await table.close();
  const database = new Database(fileIn(data));
  expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  database.close();
}

test('after each command beside a server its log is the same file, and a SIGKILL afterwards loses no receipt', async () => {
  const data = await aStoreIn('mỗi lệnh');
  const server = await aServer(data, 1);
  const log = logOf(data);
  const issued = await phuluc(data, 'keys', 'issue', 'STC');
  const id = /Khóa ([0-9a-f]{8})/.exec(issued.err)?.[1] ?? '';
  const commands = [
    ['keys', 'list'],
    ['keys', 'revoke', id],
    ['backup', '--out', join(home, 'một.ndjson')],
    ['backup', '--out', join(home, 'hai.ndjson.gz')],
    ['keys', 'list', '--json'],
  ];
  for (const words of commands) {
    expect({ words, ...(await phuluc(data, ...words)) }).toMatchObject({ words, code: 0, err: '' });
    expect([words, logOf(data)]).toEqual([words, log]);
    await server.acknowledges(2);
  }
  expect(await server.kill()).toBe('SIGKILL');
  expect(server.receipts.length).toBeGreaterThan(12);
  await expectWhole(data, new History(), server);
});

test('a restore over the store of a running server is refused with exit 1 and changes nothing', async () => {
  const data = await aStoreIn('đang chạy');
  const backup = join(home, 'ba.ndjson.gz');
  const server = await aServer(data, 1);
  await phuluc(data, 'backup', '--out', backup);
  const before = [readdirSync(data).sort(), statSync(fileIn(data)).ino, logOf(data)];
  expect(await phuluc(data, 'restore', backup, '--data', data, '--replace')).toEqual({
    code: 1,
    out: '',
    err: expect.stringContaining('Dừng máy chủ rồi chạy lại'),
  });
  expect([readdirSync(data).sort(), statSync(fileIn(data)).ino, logOf(data)]).toEqual(before);
  await server.acknowledges(2);
  await server.kill();
  await expectWhole(data, new History(), server);
});

test('a second server on one store is refused, and may begin once the first is killed', async () => {
  const data = await aStoreIn('hai máy chủ');
  const first = await aServer(data, 1);
  const second = new ARush(process.execPath, program, fileIn(data), '1000000');
  await once(second.child, 'close');
  expect([second.child.exitCode, second.receipts]).toEqual([1, []]);
  expect(second.complained).toContain('Một máy chủ khác đang dùng kho dữ liệu');
  await first.kill();
  const third = await aServer(data, 2_000_000);
  await third.kill();
  const history = new History();
  for (const { key, receipt } of first.receipts) history.acknowledged(receipt.agency, key, receipt);
  await expectWhole(data, history, third);
});

test(`commands and submissions in any order between SIGKILLs and stops lose no receipt and no key (seed ${SEED})`, async () => {
  const data = await aStoreIn('bất kỳ');
  const history = new History();
  let state = SEED;
  const upTo = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const keys: string[] = [];
  const commands = [
    () => phuluc(data, 'keys', 'list'),
    () => phuluc(data, 'backup', '--out', join(home, `${upTo(3)}.ndjson.gz`)),
    async () => {
      const done = await phuluc(data, 'keys', 'issue', 'STC');
      if (done.code === 0) keys.push(/Khóa ([0-9a-f]{8})/.exec(done.err)?.[1] ?? '');
      return done;
    },
  ];
  const aCommand = (): Promise<Done> => (commands[upTo(commands.length)] ?? commands[0]!)();
  for (let round = 0; round < ROUNDS; round++) {
    const server = await aServer(data, 1 + round * 1_000_000);
    const beside: Promise<Done>[] = [];
    for (let step = 1 + upTo(3); step > 0; step--) {
      beside.push(aCommand());
      if (upTo(2) === 0) await Promise.all(beside);
      await server.acknowledges(upTo(20));
    }
    // In the middle of what the commands do, or after it.
    if (upTo(2) === 0) await Promise.all(beside);
    else await new Promise((resolve) => setTimeout(resolve, upTo(900)));
    const inOrder = upTo(3) === 0;
    expect(await server.kill(inOrder ? 'SIGTERM' : 'SIGKILL')).toBe(inOrder ? 0 : 'SIGKILL');
    // A command may find the store without a server too.
    if (upTo(2) === 0) beside.push(aCommand());
    for (const done of await Promise.all(beside)) expect(done).toMatchObject({ code: 0, err: expect.not.stringContaining('lỗi') });
    await expectWhole(data, history, server);
    expect(existsSync(`${fileIn(data)}.mark`)).toBe(true);
  }
  const table = openEmbeddedTable(fileIn(data));
  expect((await listKeys(table)).map(({ id }) => id).sort()).toEqual([...keys].sort());
  await table.close();
}, 7_200_000);
