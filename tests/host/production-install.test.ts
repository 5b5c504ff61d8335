import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `npm ci --omit=dev` leaves of a package: everything that the lock file does not call a package of development. */
interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

let checkout: string;
let server: ChildProcess | null = null;
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'production-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const file of files.filter((name) => existsSync(name) && !name.startsWith('tests/'))) cpSync(file, join(checkout, file));
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  const lock: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const kept = Object.keys(lock).filter((path) => path !== '' && !lock[path]?.dev && !lock[path]?.devOptional && existsSync(path));
  for (const path of kept) linkPackage(path);
  const packages = Object.fromEntries(kept.map((path) => [path, installed.packages[path]]));
  writeFileSync(join(checkout, 'node_modules/.package-lock.json'), JSON.stringify({ ...installed, packages }));
});
afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
  rmSync(checkout, { recursive: true, force: true });
});

/**
 * A package without those that are installed inside it: they are listed themselves where they are needed. Its files are links: nobody
 * writes to them.
 */
function linkPackage(path: string): void {
  mkdirSync(join(checkout, path), { recursive: true });
  for (const entry of readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules')) {
    const within = join(path, entry.name);
    if (entry.isDirectory()) linkPackage(within);
    else linkOrCopy(within, join(checkout, within));
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another disk
  }
}

/** Whoever calls npm here has asked for more than there is. */
const environment = () => ({ ...process.env, NODE_ENV: 'production', npm_execpath: '', PATH: '/nowhere', NO_COLOR: '1' });

test('no package of development is in a production installation', () => {
  expect(['azurite', 'jest', 'typescript'].filter((name) => existsSync(join(checkout, 'node_modules', name)))).toEqual([]);
});

test('the command line builds itself and writes forms without packages of development', () => {
  const out = join(checkout, 'out-forms');
  execFileSync(process.execPath, ['cli/bin.mjs', 'forms', '--period', '2026', '--agency', 'SNV', '--out', out], {
    cwd: checkout,
    env: environment(),
    stdio: 'pipe',
  });
  expect(existsSync(join(out, 'SNV.xlsx'))).toBe(true);
});

test('the server builds itself, starts and shows its pages without packages of development', async () => {
  const data = join(checkout, 'data');
  server = spawn(process.execPath, ['host/start.mjs'], {
    cwd: checkout,
    env: { ...environment(), PORT: '0', PHULUC_DATA: data, PHULUC_KEYS: join(data, 'keys.json') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await originOf(server);
  const answers = await Promise.all(['/api/health', '/', '/desk/', '/pane/'].map((path) => fetch(`${origin}${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

async function originOf(child: ChildProcess): Promise<string> {
  let said = '';
  const more = new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece;
      const origin = /(http:\S+)\/api\n/.exec(said)?.[1];
      if (origin) resolve(origin);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('close', () => reject(new Error(said)));
  });
  return more;
}
