import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import agencies from '../seeds/agencies.json';
import plan from '../seeds/plan.json';
import { aService, type Service } from './support/a-service.ts';
import { aReport } from './support/an-api.ts';
import { HANGS_MS } from './support/hang.ts';
import { changedPlanBook, planCell } from './support/plan-book.ts';
import { soon } from './support/soon.ts';
import { aWorkbooksParts, bytesOf } from './support/xlsx-parts.ts';

// A plan that a person confirms on the desk, over real HTTP on the embedded store: no restart, and every order of files, desk and command.

const ROW = 'PL1.I.1.3';
const NEW_NAME = 'Mức độ hài lòng, tên sau khi sửa';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'phuluc-desk-plan-'));
const data = join(folder, 'data');
let service: Service;

const start = async (environment: Readonly<Record<string, string>> = {}) => {
  service = await aService({ PHULUC_DATA: data, ...environment });
};
const ask = (
  agency: string,
  method: string,
  path: string,
  { body, type, headers }: { body?: unknown; type?: string; headers?: object } = {},
) =>
  fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${service.keys[agency]}`,
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
  });
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
const json = async (agency: string, method: string, path: string, said = {}): Promise<any> =>
  (await ask(agency, method, path, said)).json();
const nameShown = async () => (await json('VPUB', 'GET', '/plan')).indicators.find(({ id }: { id: string }) => id === ROW).name;
const phuluc = (...words: string[]) =>
  execFileSync(process.execPath, ['cli/bin.mjs', ...words], {
    encoding: 'utf8',
    env: { ...process.env, PHULUC_DATA: data },
    stdio: 'pipe',
  });

/** Agencies by the hundred thousand, each of them wrong. */
function aCrowdedBook(): Uint8Array {
  const text = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`;
  const row = (cells: readonly string[]) => `<row>${cells.map(text).join('')}</row>`;
  const rows = Array.from({ length: 300_000 }, (_, k) => row([`x${k}`, '?', '?', '?', '?', '?']));
  const sheets = [
    { title: 'Kế hoạch' },
    { title: 'Đơn vị', rows: [row(['Mã', 'Tên đơn vị', 'Tên gọi tắt', 'Loại', 'Địa danh', 'Vai trò']), ...rows].join('') },
  ];
  return zipSync(Object.fromEntries(Object.entries(aWorkbooksParts({ sheets })).map(([name, content]) => [name, bytesOf(content)])), {
    level: 1,
  });
}

/** The workbook of the plan in force with another name of a row and an agency more, looked at and confirmed. */
async function confirm(name: string, reason: string) {
  const book = new Uint8Array(await (await ask('VPUB', 'GET', '/plan/workbook')).arrayBuffer());
  const body = await changedPlanBook(book, (changed) => {
    planCell(changed, 'Phụ lục I', ROW, 'Chỉ tiêu (nguyên văn)').value = name;
    planCell(changed, 'Đơn vị', 'STC', 'Tên đơn vị').value = 'Sở Tài chính (sau sắp xếp)';
  });
  const { preview, findings } = await json('VPUB', 'POST', '/plan/workbook', { body, type: XLSX });
  if (!preview) throw new Error(JSON.stringify(findings));
  const { inForce, plan: next, agencies: staff } = preview;
  return ask('VPUB', 'PUT', '/plan', { body: { plan: next, agencies: staff, reason }, headers: { 'if-match': `"${inForce}"` } });
}

beforeAll(() => start());
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the service goes on by the confirmed plan at once, with every report in force', async () => {
  const sent = await json('XA-21211', 'PUT', '/periods/2026/reports/XA-21211', {
    body: aReport(),
    headers: { 'idempotency-key': 'k', 'if-none-match': '*' },
  });
  expect((await confirm(NEW_NAME, 'Quyết định 123/QĐ-UBND')).status).toBe(200);
  expect(await nameShown()).toBe(NEW_NAME);
  expect((await json('STC', 'GET', '/me')).name).toBe('Sở Tài chính (sau sắp xếp)');
  expect((await json('XA-21211', 'GET', '/periods/2026/reports/XA-21211')).sha256).toBe(sent.sha256);
  const { entries } = await json('VPUB', 'GET', '/periods/2026/audit');
  expect(entries.filter(({ action }: { action: string }) => action === 'plan-changed')).toMatchObject([
    {
      by: 'VPUB',
      reason: 'Quyết định 123/QĐ-UBND',
      changes: [
        { row: ROW, change: 'renamed' },
        { agency: 'STC', change: 'renamed' },
      ],
    },
  ]);
  const [form, matrix] = await Promise.all([
    ask('XA-21211', 'GET', '/periods/2026/reports/XA-21211/form'),
    json('VPUB', 'GET', '/periods/2026/matrix', { headers: { accept: 'application/json' } }),
  ]);
  expect([form.status, matrix.agencies.received]).toEqual([200, 1]);
});

test.each([
  ['no workbook', new TextEncoder().encode('a,b')],
  ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(80 * MIB) })],
  ['a workbook of which no end is to be seen', aCrowdedBook()],
])('%s is refused, and holds up nobody', async (_, body) => {
  const reading = ask('VPUB', 'POST', '/plan/workbook', { body, type: XLSX });
  const started = performance.now();
  expect((await fetch(`${service.baseUrl}/api/health`)).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(HANGS_MS);
  const answer = await reading;
  expect([answer.status, (await answer.json()).type]).toEqual([422, 'urn:phuluc:problem:not-a-workbook']);
});

test('a plan of thousands of tables is refused, and holds up nobody', async () => {
  const [table] = plan.appendices;
  const crowd = Array.from({ length: 4_000 }, (_, k) => ({ ...table, id: `bang-${k}`, sheet: `Bảng ${k}` }));
  const body = { plan: { ...plan, appendices: [...plan.appendices, ...crowd] }, agencies, reason: 'thử' };
  const { digest } = await json('VPUB', 'GET', '/plan/standing');
  let ended = false;
  const put = ask('VPUB', 'PUT', '/plan', { body, headers: { 'if-match': `"${digest}"` } }).finally(() => {
    ended = true;
  });
  let longest = 0;
  while (!ended) {
    const started = performance.now();
    await (await fetch(`${service.baseUrl}/api/health`)).text();
    longest = Math.max(longest, performance.now() - started);
  }
  expect((await put).status).toBe(400);
  expect(longest).toBeLessThan(HANGS_MS);
}, 180_000);

test('it stands above the files at a start, whatever these say by then; agencies of it get keys', async () => {
  const files = { plan: join(folder, 'plan.json'), agencies: join(folder, 'agencies.json') };
  writeFileSync(files.plan, JSON.stringify({ ...plan, title: 'Tên khác trong tệp' }));
  writeFileSync(files.agencies, JSON.stringify(agencies));
  await service.stop().catch(() => undefined);
  await start({ PHULUC_PLAN: files.plan, PHULUC_AGENCIES: files.agencies });
  expect(await nameShown()).toBe(NEW_NAME);
  expect((await json('VPUB', 'GET', '/plan')).title).toBe(plan.title);
  expect(await json('VPUB', 'GET', '/plan/standing')).toMatchObject({ origin: 'desk' });
});

test('a backup carries it', () => {
  const backup = join(folder, 'backup.ndjson');
  phuluc('backup', '--out', backup);
  const restored = join(folder, 'restored');
  phuluc('restore', backup, '--data', restored);
  expect(readFileSync(backup, 'utf8')).toContain('"row":"confirmed"');
});

test('a command gives the files their place back, under the running server, and says so in the audit', async () => {
  expect(phuluc('plan', 'reset', '--reason', 'Quay lại bản gốc')).toContain('Đã áp dụng lại kế hoạch của tệp');
  await soon(async () => expect((await json('VPUB', 'GET', '/plan/standing')).origin).toBe('files'));
  expect(await nameShown()).toBe(plan.indicators.find(({ id }) => id === ROW)?.name);
  const { origin, turns } = await json('VPUB', 'GET', '/plan/standing');
  expect([origin, turns[0].by, turns[0].reason]).toEqual(['files', 'phuluc plan', 'Quay lại bản gốc']);
  expect(() => phuluc('plan', 'reset', '--reason', 'Lần nữa')).toThrow(/không có kế hoạch nào được xác nhận/);
});
