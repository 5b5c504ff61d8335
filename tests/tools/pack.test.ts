import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// What an administrator does with the archive, in a folder that stands for the server's root: no npm, no checkout, no package of
// development.

const home = mkdtempSync(join(tmpdir(), 'pack-'));
const root = join(home, 'server');
const started: ChildProcess[] = [];
/** The second archive brings its own Node. */
let first: string;
let second: string;
beforeAll(() => {
  first = packed('first');
  const node = join(home, 'node-linux');
  mkdirSync(join(node, 'bin'), { recursive: true });
  cpSync(process.execPath, join(node, 'bin/node'), { dereference: true });
  writeFileSync(join(node, 'LICENSE'), 'The licence of Node');
  second = packed('second', '--node', node);
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
});
afterAll(() => rmSync(home, { recursive: true }));

/** Packs and unpacks; gives the folder of the release. */
function packed(name: string, ...words: readonly string[]): string {
  const out = join(home, name);
  execFileSync(process.execPath, ['tools/pack.mjs', '--out', out, ...words], { stdio: 'pipe' });
  const [archive = ''] = readdirSync(out).filter((one) => one.endsWith('.tar.gz'));
  execFileSync('sha256sum', ['--check', '--status', `${archive}.sha256`], { cwd: out });
  execFileSync('tar', ['-xzf', archive], { cwd: out });
  return join(out, archive.replace('.tar.gz', ''));
}

const environment = () => ({
  PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
  PHULUC_ROOT: root,
  PHULUC_SETTINGS: join(root, 'etc/phuluc/phuluc.env'),
  LANG: 'C.UTF-8',
});
const run = (program: string, ...words: readonly string[]): string =>
  execFileSync(program, words, { env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const inForce = () => readlinkSync(join(root, 'opt/phuluc/current'));

/** The server in force, with the settings that were installed, as systemd reads them. */
async function serving(): Promise<{ readonly origin: string; readonly stop: () => Promise<unknown> }> {
  const settings = readFileSync(join(root, 'etc/phuluc/phuluc.env'), 'utf8');
  const given = [...settings.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);
  const child = spawn(join(root, 'opt/phuluc/current/bin/phuluc-server'), [], {
    env: { ...environment(), ...Object.fromEntries(given), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  const origin = await new Promise<string>((found, refused) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece) => {
        said += piece;
        const address = /(http:\S+)\/api\n/.exec(said)?.[1];
        if (address) found(address);
      });
    child.once('exit', () => refused(new Error(said)));
  });
  return {
    origin,
    stop: () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ended;
    },
  };
}

const keyOf = (agency: string): string => JSON.parse(readFileSync(join(root, 'var/lib/phuluc/keys.json'), 'utf8')).keys[agency];
const ask = (origin: string, path: string, more: RequestInit = {}, agency = 'SNV') =>
  fetch(`${origin}/api${path}`, { ...more, headers: { authorization: `Bearer ${keyOf(agency)}`, ...more.headers } });

async function submit(origin: string): Promise<number> {
  const { id } = await (await ask(origin, '/plan')).json();
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'one', 'if-none-match': '*' };
  const body = JSON.stringify({ plan: id, period: '2026', agency: 'SNV', indicators: {}, tasks: {} });
  return (await ask(origin, '/periods/2026/reports/SNV', { method: 'PUT', headers, body })).status;
}

test('the same checkout gives the same bytes', () => {
  const again = packed('again');
  const archive = (folder: string) => readFileSync(`${folder}.tar.gz`);
  expect(archive(again).equals(archive(first))).toBe(true);
});

test('an archive holds the pages, the programs, packages to run on, what they are and their licences, and nothing else', () => {
  expect(readdirSync(first).sort()).toEqual(
    [
      ...[
        'CHANGELOG.md',
        'LICENCES.txt',
        'bin',
        'dist',
        'docs',
        'install.sh',
        'journald.conf',
        'node_modules',
        'package.json',
        'phuluc.env',
      ],
      ...['phuluc.service', 'program', 'proxy', 'release.sh', 'rollback.sh', 'sbom.cdx.json'],
    ].sort(),
  );
  expect(readdirSync(join(first, 'node_modules')).sort()).toEqual(['@libsql', '@neon-rs', 'libsql']);
  const { bomFormat, metadata, components } = JSON.parse(readFileSync(join(first, 'sbom.cdx.json'), 'utf8'));
  expect(metadata.component.name).toBe('phu-luc-so'); // whatever folder the checkout lies in
  const names: readonly string[] = components.map(({ name }: { name: string }) => name);
  expect([bomFormat, names.length > 60]).toEqual(['CycloneDX', true]);
  expect(names).toEqual(expect.arrayContaining(['libsql', 'zod', 'exceljs', 'preact', '@azure/functions', '@azure/msal-browser']));
  const lock: Record<string, { version: string; dev?: boolean }> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const toRunOn = new Set(
    Object.entries(lock).flatMap(([path, { version, dev }]) => (dev ? [] : [`${path.split('node_modules/').at(-1)}@${version}`])),
  );
  const shipped = components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`);
  expect(shipped.filter((one: string) => !toRunOn.has(one))).toEqual([]);
  const licences = readFileSync(join(first, 'LICENCES.txt'), 'utf8');
  expect(names.filter((name) => !licences.includes(`\n== ${name} `) && !licences.startsWith(`== ${name} `))).toEqual([]);
  expect(licences).toContain('MIT License');
  const texts = readdirSync(join(first, 'program')).map((name) => readFileSync(join(first, 'program', name), 'utf8'));
  expect(texts.some((text) => text.includes(process.cwd()))).toBe(false);
});

test('installed, upgraded, put back: the report that was sent is there each time, and a backup was made before', async () => {
  run(join(first, 'install.sh'));
  const one = await serving();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await (await fetch(`${one.origin}/api/health`)).json()).toEqual({ status: 'ok', version, spoilt: 0 });
  for (const path of ['/', '/desk/', '/pane/', '/xac-minh/', '/cong-khai/', '/huong-dan/dien-bieu/', '/huong-dan/dien-bieu.md'])
    expect([path, (await fetch(`${one.origin}${path}`)).status]).toEqual([path, 200]);
  expect(await submit(one.origin)).toBe(201);
  const matrix = async (origin: string) => (await (await ask(origin, '/periods/2026/matrix', {}, 'VPUB')).json()).indicators;
  const before = await matrix(one.origin);

  run(join(second, 'install.sh'));
  expect(inForce()).toBe(`releases/${second.split('/').at(-1)}`);
  expect(readdirSync(join(root, 'var/lib/phuluc/backups'))).toEqual([`truoc-${second.split('/').at(-1)}.ndjson.gz`]);
  expect(statSync(join(root, 'var/lib/phuluc')).mode & 0o777).toBe(0o700);
  await one.stop();
  const two = await serving();
  expect(await (await ask(two.origin, '/periods/2026/reports/SNV')).json()).toMatchObject({ version: 1 });
  expect(await matrix(two.origin)).toEqual(before);
  expect(run(join(root, 'opt/phuluc/current/bin/phuluc'), 'keys', 'list')).toContain('SNV ');
  await two.stop();

  run(join(root, 'opt/phuluc/current/rollback.sh'));
  expect(inForce()).toBe(`releases/${first.split('/').at(-1)}`);
  const three = await serving();
  expect(await (await ask(three.origin, '/periods/2026/reports/SNV')).json()).toMatchObject({ version: 1 });
  expect(await matrix(three.origin)).toEqual(before);
});
