import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { soon } from '../../support/soon.ts';

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
function start(
  words: readonly string[] = [],
  { PORT, npm = false, terminal = false }: { PORT?: string; npm?: boolean; terminal?: boolean } = {},
): Started {
  const { PORT: _, ...environment } = process.env;
  const env = { ...environment, PHULUC_DATA: join(folder, 'data'), PHULUC_KEYS: join(folder, 'keys.json'), ...(PORT && { PORT }) };
  const [command, first] = npm ? ['npm', ['start', '--']] : [process.execPath, ['host/start.mjs']];
  const line = [command, ...first, ...words];
  // `script` of util-linux runs a command on a terminal of its own.
  const [program = '', ...rest] = terminal ? ['script', '-qefc', line.map((word) => `'${word}'`).join(' '), '/dev/null'] : line;
  const child = spawn(program, rest, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

/** Waits until the addresses are printed; gives the origin. */
async function ready({ said, child }: Started): Promise<string> {
  while (child.exitCode === null && child.signalCode === null) {
    const origin = /(http:\S+)\/api\r?\n/.exec(said())?.[1];
    if (origin) return origin;
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

test('the self-test is served, whole, by a start that asks for it, and by no other', async () => {
  const asked = start(['--self-test']);
  const origin = await ready(asked);
  expect(asked.said()).toContain(`Tự kiểm tra Excel:  ${origin}/pane/self-test/\n`);
  const page = await fetch(`${origin}/pane/self-test/`);
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining('appsforoffice')]);
  const html = await page.text();
  const parts = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  const answers = await Promise.all(parts.map((path) => fetch(`${origin}${path}`)));
  expect(answers.map(({ status }) => status)).toEqual(parts.map(() => 200));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  const own = parts.filter((_, k) => texts[k]?.includes('phuluc-self-test'));
  expect(own).toHaveLength(1);
  expect((await fetch(`${origin}/pane/`)).status).toBe(200);
  asked.child.kill('SIGTERM');
  expect(await asked.ended).toBe(0);

  const other = start();
  const usual = await ready(other);
  const statuses = await Promise.all(['/pane/self-test/', ...own].map(async (path) => (await fetch(`${usual}${path}`)).status));
  expect([statuses, other.said().includes('Tự kiểm tra')]).toEqual([[404, 404], false]);
});

test('a release without the self-test says so when it is asked for, and makes nothing', async () => {
  const one = start();
  await ready(one);
  one.child.kill('SIGTERM');
  await one.ended;
  const elsewhere = join(folder, 'release');
  mkdirSync(elsewhere);
  const { status, stderr } = spawnSync(process.execPath, [resolve('.build/start/start.mjs'), '--self-test'], {
    cwd: elsewhere,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  });
  expect([status, stderr]).toEqual([1, 'Bản này không có trang tự kiểm tra. Chạy npm start -- --self-test từ mã nguồn đầy đủ.\n']);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('on a terminal each consolidator gets a link that signs in once; keys are not printed', async () => {
  const one = start([], { terminal: true });
  const origin = await ready(one);
  const links = [...one.said().matchAll(/^ +(VPUB|SKHCN) +(\S+#ma-moi=(plc_\S+))\r?$/gm)].map(([, office, link, code]) => ({
    office,
    link,
    code,
  }));
  expect(links.map(({ office, link }) => [office, link?.startsWith(`${origin}/desk/#`)])).toEqual([
    ['VPUB', true],
    ['SKHCN', true],
  ]);
  const signIn = () =>
    fetch(`${origin}/api/sign-in/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: links[0]?.code }),
    });
  const [first, again] = [await signIn(), await signIn()];
  expect([first.status, await first.json(), again.status]).toEqual([200, { agency: 'VPUB', key: expect.stringMatching(/^pls_/) }, 401]);
  expect(one.said()).not.toMatch(/pls_\w/);
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

test('a store that cannot be opened ends the start with a sentence and no stack', async () => {
  mkdirSync(join(folder, 'data', 'phuluc.sqlite'), { recursive: true });
  const one = start();
  expect(await one.ended).toBe(1);
  expect(one.said()).toMatch(/^Không đọc, ghi được kho dữ liệu: .*Kiểm tra kho còn chạy, ổ đĩa còn chỗ, quyền đọc, ghi, rồi chạy lại\.\n$/);
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
  await soon(() => expect(running()).not.toContain(folder));
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

/** The plan of the seeds cut down to its second phase, under another id. */
function otherPlan(changes: object = {}): string {
  const plan = JSON.parse(readFileSync('seeds/plan.json', 'utf8'));
  const later = (row: { phase: string; continues?: string }) => row.phase === '2028-2030';
  const indicators = plan.indicators.filter(later).map(({ continues: _, ...row }: { continues?: string }) => row);
  const kept = new Set([...indicators, ...plan.tasks].map(({ id }) => id));
  const openQuestions = plan.openQuestions.map((one: { rows: string[] }) => ({ ...one, rows: one.rows.filter((row) => kept.has(row)) }));
  const [, phase] = plan.phases;
  const phases = [{ ...phase, from: 2026 }];
  const groups = plan.groups.filter((one: { phase: string }) => one.phase === phase.id);
  const path = join(folder, 'other-plan.json');
  writeFileSync(path, JSON.stringify({ ...plan, id: 'KHAC-2026', phases, groups, indicators, openQuestions, ...changes }));
  return path;
}

test('another plan is served by word or environment, and a store with its reports refuses the seeds', async () => {
  const first = start(['--plan', otherPlan(), '--agencies', 'seeds/agencies.json']);
  const origin = await ready(first);
  expect((await get(origin, '/plan')).body.id).toBe('KHAC-2026');
  expect(await submit(origin)).toBe(201);
  first.child.kill('SIGTERM');
  await first.ended;

  const keys = readFileSync(join(folder, 'keys.json'));
  const seeds = start();
  expect([await seeds.ended, seeds.said()]).toEqual([
    1,
    expect.stringMatching(/giữ báo cáo của kế hoạch “KHAC-2026”, khác với kế hoạch “QNG/),
  ]);
  expect(readFileSync(join(folder, 'keys.json'))).toEqual(keys);
  const again = start(['--plan', otherPlan()]);
  expect((await get(await ready(again), '/periods/2026/reports/SNV', 'SNV')).body.version).toBe(1);
});

test('a broken plan ends the start with all its faults, before anything is made', async () => {
  const plan = otherPlan({ sections: [], phases: [] });
  const one = start(['--plan', plan]);
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain('PL2.VIII.2 · section');
  expect(one.said()).toContain('other-plan.json · phases: Để trống'); // whose rows then name none: one cause, one fault
  expect([existsSync(join(folder, 'data')), existsSync(join(folder, 'keys.json'))]).toEqual([false, false]);
});
