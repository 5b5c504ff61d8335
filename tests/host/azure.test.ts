import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inPackage } from '../../host/azure/in-package.ts';
import { policyOf } from '../../host/node/pages-policy.ts';
import { startAccount } from '../support/azurite.ts';

const ROOT = resolve(__dirname, '../..');
interface Answer {
  readonly call: string;
  readonly route: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Built inside the checkout, so that packages outside the bundle are found. */
let folder: string;
let answers: ReadonlyMap<string, Answer>;
const CALLS = [
  'GET /',
  'GET /pane/',
  'GET /pane',
  'GET /icons/phu-luc-so-16.png',
  'HEAD /',
  'POST /',
  'GET /khong-co',
  'GET /api/health',
  'GET /api/khong-co',
];

beforeAll(() => {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.build/azure-'));
  const build = `import { buildFunctions } from './tools/build-functions.mjs'; await buildFunctions({ folder: process.argv[1] }); process.exit();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', build, folder], { cwd: ROOT, stdio: 'pipe' });
  const said = execFileSync(process.execPath, ['tools/run.mjs', 'tests/host/call-built.ts', folder, ...CALLS], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PHULUC_STORAGE: 'embedded', PHULUC_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  answers = new Map((JSON.parse(said) as Answer[]).map((answer) => [answer.call, answer]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answerTo = (call: string): Answer => {
  const answer = answers.get(call);
  if (!answer) throw new Error(`[azure] "${call}": not called`);
  return answer;
};
const bytesOf = ({ body }: Answer): Buffer => Buffer.from(body ?? '', 'base64');

test('on Azure the API keeps its addresses', () => {
  expect([answerTo('GET /api/health').route, answerTo('GET /api/health').status]).toEqual(['/api/health', 200]);
  const strange = answerTo('GET /api/khong-co');
  expect([strange.route, strange.status, strange.headers['content-type']]).toEqual([
    '/api/{*path}',
    401,
    'application/problem+json; charset=utf-8',
  ]);
});

test.each([
  ['GET /', 'index.html', '/'],
  ['GET /pane/', 'pane/index.html', '/pane/'],
  ['GET /icons/phu-luc-so-16.png', 'icons/phu-luc-so-16.png', '/icons/phu-luc-so-16.png'],
])('on Azure %s is the page of the build, under the same policy as anywhere', (call, file, pathname) => {
  const answer = answerTo(call);
  expect([answer.route, answer.status]).toEqual(['/{*page}', 200]);
  expect(bytesOf(answer).equals(readFileSync(join(folder, 'pages', file)))).toBe(true);
  expect(answer.headers).toMatchObject(policyOf(pathname, { microsoft: false }));
});

test('on Azure an address without its slash leads on, an unknown one says so, and a page is only looked at', () => {
  expect([answerTo('GET /pane').status, answerTo('GET /pane').headers.location]).toEqual([308, '/pane/']);
  expect([answerTo('GET /khong-co').status, bytesOf(answerTo('GET /khong-co')).toString()]).toEqual([
    404,
    expect.stringContaining('<h1>Không có trang này</h1>'),
  ]);
  expect(answerTo('POST /').status).toBe(405);
  expect([answerTo('HEAD /').status, bytesOf(answerTo('HEAD /')).length]).toEqual([200, 0]);
});

/** Loads what is deployed at a folder in another working folder, and calls it. */
async function calledAt(
  deployed: string,
  settings: Readonly<Record<string, string>>,
  calls: readonly string[],
): Promise<readonly Answer[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.mjs', 'tests/host/call-built.ts', deployed, ...calls], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Answer[];
}

const tablesOf = ({ connectionString }: { readonly connectionString: string }) => ({
  PHULUC_STORAGE: 'tables',
  PHULUC_TABLES: connectionString,
  PHULUC_TABLE: 'phuluc',
});

/** What `npm run build` does with a plan of one's own, beside what was built before. */
const packed = (environment: Readonly<Record<string, string>>): void => {
  const pack = `import { packPlan } from './tools/packed-plan.mjs'; await packPlan(process.argv[1], process.env, 'cli/bin.mjs');`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', pack, folder], {
    cwd: ROOT,
    env: { ...process.env, PHULUC_PLAN: '', PHULUC_AGENCIES: '', ...environment },
    stdio: 'pipe',
  });
};

test('another province is deployed with its plan in the package, wherever the platform puts that, without a line of code', async () => {
  const files = { PHULUC_PLAN: 'tests/plans/plan.json', PHULUC_AGENCIES: 'tests/plans/agencies.json' };
  packed(files);
  const account = await startAccount();
  const elsewhere = mkdtempSync(join(tmpdir(), 'deployed-'));
  try {
    cpSync(folder, elsewhere, { recursive: true, filter: (path) => path !== join(folder, 'data') });
    const settings = { ...tablesOf(account), PHULUC_PLAN: 'own-plan/plan.json', PHULUC_AGENCIES: 'own-plan/agencies.json' };
    const [health, plan] = await calledAt(elsewhere, settings, ['GET /api/health', 'GET /api/public/plan']);
    const said = JSON.parse(bytesOf(plan!).toString());
    const own = JSON.parse(readFileSync(files.PHULUC_PLAN, 'utf8'));
    expect([health?.status, plan?.status, said.plan.id, said.agencies.length]).toEqual([
      200,
      200,
      own.id,
      JSON.parse(readFileSync(files.PHULUC_AGENCIES, 'utf8')).length,
    ]);
  } finally {
    await account.stop();
    rmSync(elsewhere, { recursive: true });
    packed({});
  }
  expect(existsSync(join(folder, 'own-plan'))).toBe(false);
});

test('a plan with faults is not packed: the build says them', () => {
  expect(() => packed({ PHULUC_PLAN: 'tests/plans/plan.json' })).toThrow(/✕ agencies\.json|✕ plan\.json/);
  expect(() => packed({ PHULUC_PLAN: 'khong-co.json' })).toThrow(/“khong-co\.json”: không mở được tệp/);
  expect(existsSync(join(folder, 'own-plan'))).toBe(false);
});

test('a path of the package begins there, any other stays', () => {
  const named = { PHULUC_PLAN: 'own-plan/plan.json', PHULUC_AGENCIES: '/srv/don-vi.json', PHULUC_DATA: 'data' };
  expect(inPackage(named, '/site/')).toEqual({ ...named, PHULUC_PLAN: '/site/own-plan/plan.json' });
  expect(inPackage({ PHULUC_PLAN: 'C:\\ke-hoach.json', PHULUC_AGENCIES: '' }, '/site/')).toEqual({
    PHULUC_PLAN: 'C:\\ke-hoach.json',
    PHULUC_AGENCIES: '',
  });
});

test('the folder that is deployed needs nothing beside it: elsewhere, without packages, it serves on Azure Tables', async () => {
  const account = await startAccount();
  const elsewhere = mkdtempSync(join(tmpdir(), 'deployed-'));
  try {
    cpSync(folder, elsewhere, { recursive: true, filter: (path) => path !== join(folder, 'data') });
    const settings = { ...tablesOf(account), PHULUC_PERIOD: '2026' };
    const calls = ['GET /', 'GET /desk/', 'GET /api/health', 'GET /api/public', 'GET /api/me'];
    const said = await calledAt(elsewhere, settings, calls);
    expect(said.map(({ call, status }) => `${call}: ${status}`)).toEqual([
      'GET /: 200',
      'GET /desk/: 200',
      'GET /api/health: 200',
      'GET /api/public: 200',
      'GET /api/me: 401',
    ]);
  } finally {
    await account.stop();
    rmSync(elsewhere, { recursive: true });
  }
});
