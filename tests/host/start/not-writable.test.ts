import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const home = mkdtempSync(join(tmpdir(), 'phuluc-read-only-'));
const begun: ChildProcess[] = [];
const frozen = new Set<string>();

/** Root may write whatever its mode says, but not what is immutable; a bind mount cannot become read-only under files that are open. */
const [FREEZE, THAW] =
  process.getuid?.() === 0
    ? [
        ['chattr', '+i'],
        ['chattr', '-i'],
      ]
    : [
        ['chmod', 'a-w'],
        ['chmod', 'u+w'],
      ];
/** Nothing in a folder can be written any more, nor the folder. `sync`: the system writes what it holds, and watches over each page then. */
function freeze(folder: string): void {
  spawnSync('sync');
  change(FREEZE, folder, [...names(folder), folder]);
  frozen.add(folder);
}
function thaw(folder: string): void {
  frozen.delete(folder);
  change(THAW, folder, [folder, ...names(folder)]);
}
const names = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const change = ([command = '', mode = '']: readonly string[], folder: string, paths: readonly string[]): void =>
  expect([folder, spawnSync(command, [mode, ...paths], { encoding: 'utf8' }).stderr]).toEqual([folder, '']);

const probe = join(home, 'probe');
mkdirSync(probe);
const canFreeze = spawnSync(FREEZE[0] ?? '', [FREEZE[1] ?? '', probe]).status === 0;
spawnSync(THAW[0] ?? '', [THAW[1] ?? '', probe]);
const onSuch = canFreeze ? test : test.skip;

afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
  for (const folder of frozen) thaw(folder);
});
afterAll(() => rmSync(home, { recursive: true }));

let homes = 0;
interface Place {
  readonly data: string;
  readonly keys: string;
}
/** A data folder of its own, and the file of the keys elsewhere. */
function aPlace(): Place {
  const own = join(home, `${homes++}`);
  for (const folder of ['data', 'keys']) mkdirSync(join(own, folder), { recursive: true });
  return { data: join(own, 'data'), keys: join(own, 'keys', 'keys.json') };
}

function start({ data, keys }: Place) {
  const env = { ...process.env, PORT: '0', PHULUC_DATA: data, PHULUC_KEYS: keys };
  const child = spawn(process.execPath, ['host/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  begun.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece) => (said.out += piece));
  child.stderr.on('data', (piece) => (said.err += piece));
  const ended = once(child, 'close').then(() => child.signalCode ?? child.exitCode);
  return { child, said, ended };
}

async function aServer(place: Place) {
  const { child, said, ended } = start(place);
  const origin = () => /(http:\S+)\/api\n/.exec(said.out)?.[1];
  while (!origin() && child.exitCode === null && child.signalCode === null) await sleep(20);
  const { keys } = JSON.parse(readFileSync(place.keys, 'utf8'));
  const call = async (agency: string, method: string, path: string, body?: unknown) => {
    const own = method === 'PUT' && { 'idempotency-key': `one of ${agency}`, 'if-none-match': '*', 'content-type': 'application/json' };
    const answer = await fetch(`${origin()}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${keys[agency]}`, ...own },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const report = (agency: string) => `/periods/2026/reports/${agency}`;
  const sends = (agency: string) =>
    call(agency, 'PUT', report(agency), { plan: 'QNG-CQS-2026-2030', period: '2026', agency, indicators: {}, tasks: {} });
  const reads = (agency: string) => call(agency, 'GET', report(agency));
  const stops = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { said, sends, reads, stops, call, pid: child.pid };
}

onSuch(
  'a folder that becomes read-only under a server: what is to be kept is refused, all else is served, until it can be written',
  async () => {
    const place = aPlace();
    const { sends, reads, call, stops, said } = await aServer(place);
    expect(await sends('STC')).toBe(201);
    freeze(place.data);
    expect(await reads('STC')).toBe(200); // nobody has read since the last commit: SQLite notes the first reader in the file
    expect(await sends('SNV')).toBe(503);
    expect([await reads('STC'), await call('VPUB', 'GET', '/periods/2026/status'), await call('', 'GET', '/health')]).toEqual([
      200, 200, 503,
    ]);
    expect(await sends('SNV')).toBe(503);
    thaw(place.data);
    expect([await call('', 'GET', '/health'), await sends('SNV'), await reads('SNV')]).toEqual([200, 201, 200]);
    freeze(place.data);
    expect([await stops(), said.err]).toEqual([0, expect.not.stringContaining('critical')]);
    thaw(place.data);
    const again = await aServer(place);
    expect([await again.reads('STC'), await again.reads('SNV'), await again.sends('SYT'), await again.stops()]).toEqual([200, 200, 201, 0]);
  },
);

const onLinux = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0 ? test : test.skip;
onLinux(
  'a disk without room under a server: health says so once something was refused, and says otherwise once there is room',
  async () => {
    const place = aPlace();
    const { sends, reads, call, pid } = await aServer(place);
    const health = () => call('', 'GET', '/health');
    const roomFor = (bytes: number | 'unlimited') => expect(spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]).status).toBe(0);
    expect([await sends('STC'), await health()]).toEqual([201, 200]);
    roomFor(4_096); // of no file what lies behind can be written
    expect([await sends('SNV'), await health(), await reads('STC'), await health()]).toEqual([503, 503, 200, 503]);
    roomFor('unlimited');
    expect([await health(), await sends('SNV'), await health()]).toEqual([200, 201, 200]);
  },
);

const SENTENCE = /^[^\n]*Kiểm tra [^\n]*ổ đĩa còn chỗ, quyền đọc, ghi[^\n]*\n$/;

onSuch.each(['empty', 'at rest', 'killed'])(
  'a start on a folder that is read-only (%s) ends with a sentence, and changes nothing',
  async (kind) => {
    const place = aPlace();
    if (kind !== 'empty') {
      const { sends, stops } = await aServer(place);
      expect(await sends('STC')).toBe(201);
      await stops(kind === 'at rest' ? 'SIGTERM' : 'SIGKILL');
    }
    freeze(place.data);
    const before = readdirSync(place.data);
    const { ended, said } = start(place);
    expect([await ended, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(SENTENCE);
    expect(readdirSync(place.data)).toEqual(before);
    thaw(place.data);
    if (kind === 'empty') return;
    const { reads, stops } = await aServer(place);
    expect([await reads('STC'), await stops()]).toEqual([200, 0]);
  },
);

onSuch('a start whose keys cannot be written ends with a sentence that names their file', async () => {
  const place = aPlace();
  freeze(join(place.keys, '..'));
  const { ended, said } = start(place);
  expect([await ended, said.out]).toEqual([1, '']);
  expect(said.err).toMatch(SENTENCE);
  expect(said.err).toContain(place.keys);
});

test('a start whose keys cannot be read ends with a sentence that names their file, and leaves it', async () => {
  const place = aPlace();
  writeFileSync(place.keys, 'hello {');
  const { ended, said } = start(place);
  expect([await ended, said.out]).toEqual([1, '']);
  expect(said.err).toMatch(/^[^\n]*mã truy cập[^\n]*\n$/);
  expect(said.err).toContain(place.keys);
  expect(readFileSync(place.keys, 'utf8')).toBe('hello {');
});
