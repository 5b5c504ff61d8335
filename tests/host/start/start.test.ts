import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** A start in a process group of its own, on data and keys of this test. */
function start(words: readonly string[] = [], { PORT, npm = false }: { PORT?: string; npm?: boolean } = {}): Started {
  const { PORT: _, ...environment } = process.env;
  const env = { ...environment, PHULUC_DATA: join(folder, 'data'), PHULUC_KEYS: join(folder, 'keys.json'), ...(PORT && { PORT }) };
  const [command, first] = npm ? ['npm', ['start', '--']] : [process.execPath, ['host/start.mjs']];
  const child = spawn(command, [...first, ...words], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

/** Waits until the addresses are printed; gives the origin. */
async function ready({ said, child }: Started): Promise<string> {
  for (let k = 0; k < 1_000; k += 1) {
    const origin = /(http:\S+)\/api\n/.exec(said())?.[1];
    if (origin) return origin;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(said());
}

/** The command lines of all processes; the emulator's names its folder. */
const running = (): string => spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;

const keysFile = () => JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'));

async function get(origin: string, path: string, agency = 'VPUB') {
  const response = await fetch(`${origin}/api${path}`, { headers: { Authorization: `Bearer ${keysFile().keys[agency]}` } });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

async function submit(origin: string): Promise<number> {
  const { body: plan } = await get(origin, '/plan');
  const response = await fetch(`${origin}/api/periods/2026/reports/SNV`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${keysFile().keys.SNV}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'one',
      'If-None-Match': '*',
    },
    body: JSON.stringify({ plan: plan.id, period: '2026', agency: 'SNV', indicators: {}, tasks: {} }),
  });
  return response.status;
}

test('SIGTERM to npm alone ends everything, and what was acknowledged is there after the next start', async () => {
  const first = start([], { npm: true });
  const origin = await ready(first);
  expect(await submit(origin)).toBe(201);
  const { keys } = keysFile();
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  expect(Object.keys(keys)).toHaveLength(112);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  await expect(fetch(`${origin}/api/health`)).rejects.toThrow();

  const again = start();
  const { status, body } = await get(await ready(again), '/periods/2026/reports/SNV', 'SNV');
  expect([status, body.version]).toEqual([200, 1]);
  expect(keysFile().keys).toEqual(keys);
  expect(first.said() + again.said()).not.toMatch(/pls_\w/);
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
});

test('the addresses are on one origin, one a line, and each answers', async () => {
  const one = start();
  const origin = await ready(one);
  const lines = one
    .said()
    .split('\n')
    .flatMap((line) => [line.match(/https?:\S+/g) ?? []].filter((found) => found.length > 0));
  expect(lines).toEqual([[`${origin}/`], [`${origin}/desk/`], [`${origin}/pane/`], [`${origin}/api`]]);
  for (const path of [
    '/',
    '/desk/',
    '/pane/',
    '/xac-minh/',
    '/cong-khai/',
    '/huong-dan/dien-bieu/',
    '/icons/phu-luc-so.svg',
    '/huong-dan/dien-bieu.md',
  ]) {
    const { status, headers } = await fetch(`${origin}${path}`);
    expect([path, status, headers.get('content-security-policy')]).toEqual([path, 200, expect.stringContaining("default-src 'none'")]);
  }
  expect(keysFile().baseUrl).toBe(origin);
  process.kill(-(one.child.pid ?? 0), 'SIGINT');
  expect(await one.ended).toBe(0);
});

test('a port that is taken ends the start with a sentence, and nothing is made', async () => {
  const other: Server = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const one = start([], { PORT: String(port) });
  expect(await one.ended).toBe(1);
  other.close();
  expect(one.said()).toContain(`Cổng ${port} đang có chương trình khác dùng.`);
  expect([existsSync(join(folder, 'data')), existsSync(join(folder, 'keys.json'))]).toEqual([false, false]);
});

test('the emulator keeps what was acknowledged over a stop, and leaves when its parent is killed', async () => {
  const first = start(['--storage', 'azurite']);
  expect(await submit(await ready(first))).toBe(201);
  process.kill(-(first.child.pid ?? 0), 'SIGINT');
  expect(await first.ended).toBe(0);

  const again = start(['--storage', 'azurite']);
  expect((await get(await ready(again), '/periods/2026/reports/SNV', 'SNV')).status).toBe(200);
  again.child.kill('SIGKILL');
  await again.ended;
  for (let k = 0; k < 100 && running().includes(folder); k += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(running()).not.toContain(folder);
});

test('a second server on one data folder ends with a sentence; the first goes on, and after its SIGKILL another may start', async () => {
  const first = start();
  const origin = await ready(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said().match(/Một máy chủ khác đang dùng kho dữ liệu “[^”]+”\. Mỗi thư mục dữ liệu chỉ một máy chủ[^\n]*\n/g)).toHaveLength(
    1,
  );
  expect(second.said()).not.toMatch(/Error|\bat \//);
  expect(await submit(origin)).toBe(201);
  process.kill(-(first.child.pid ?? 0), 'SIGKILL');
  await first.ended;
  const third = start();
  expect((await get(await ready(third), '/periods/2026/reports/SNV', 'SNV')).status).toBe(200);
  process.kill(-(third.child.pid ?? 0), 'SIGTERM');
  expect(await third.ended).toBe(0);
});

test('a start where the database became an empty file ends with a sentence that names it, and does not make a new one', async () => {
  const first = start();
  await ready(first);
  process.kill(-(first.child.pid ?? 0), 'SIGTERM');
  await first.ended;
  const file = join(folder, 'data', 'phuluc.sqlite');
  truncateSync(file);
  const again = start();
  expect(await again.ended).toBe(1);
  expect(again.said()).toContain(`Tệp dữ liệu “${file}” rỗng (0 byte)`);
  expect(statSync(file).size).toBe(0);
});
