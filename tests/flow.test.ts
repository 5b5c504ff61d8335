import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId } from '../core/plan/agency.ts';
import { readReport } from '../core/reading/read-report.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { context, obligationsIn, row, TINH_KHE } from './support/a-form.ts';

/** The whole job as people do it: form, mistake, fixed, submitted, returned, corrected, accepted, closed, appendix. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SATISFIED = row('PL1.I.1.3');
const home = mkdtempSync(join(tmpdir(), 'flow-'));
const obligations = obligationsIn('2026');
const report = plainReport(obligations, obligations.agency.get(TINH_KHE)!);
let server: ChildProcess;
let origin = '';

const form = (satisfied: Partial<Record<'numerator' | 'denominator', number>> = {}) => {
  const values = new Map(formValuesOf(report));
  values.set(SATISFIED, { ...values.get(SATISFIED), ...satisfied });
  return buildForm({ obligations, agency: TINH_KHE, values });
};

beforeAll(async () => {
  const { PORT: _, ...environment } = process.env;
  const env = { ...environment, PHULUC_DATA: join(home, 'data'), PHULUC_KEYS: join(home, 'keys.json') };
  server = spawn(process.execPath, ['host/start.mjs'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const piece of server.stdout ?? []) {
    origin = /(http:\S+)\/api\s/.exec(String(piece))?.[1] ?? origin;
    if (origin) break;
  }
});
afterAll(async () => {
  const ended = once(server, 'close');
  server.kill('SIGTERM');
  await ended;
  rmSync(home, { recursive: true, force: true });
});

async function call(agency: string, method: string, path: string, body?: Uint8Array | object, headers: Record<string, string> = {}) {
  const { keys } = JSON.parse(readFileSync(join(home, 'keys.json'), 'utf8'));
  const response = await fetch(`${origin}/api/periods/2026${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${keys[agency]}`,
      ...(body && { 'Content-Type': body instanceof Uint8Array ? XLSX : 'application/json' }),
      ...headers,
    },
    ...(body && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    bytes,
    json: isJson ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null,
  };
}

const own = `/reports/${TINH_KHE}`;
const submit = (book: Uint8Array, etag: string | null) =>
  call(TINH_KHE, 'PUT', own, book, {
    'Idempotency-Key': randomUUID(),
    ...(etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag }),
  });

test('a commune’s report goes from the blank form to the signed appendix', async () => {
  const blank = await buildForm({ obligations, agency: TINH_KHE });
  expect((await submit(blank, null)).json.findings).toMatchObject([{ rule: 'nothing-filled', severity: 'warning' }]);

  const wrong = await form({ numerator: 11, denominator: 10 });
  const checked = await call(TINH_KHE, 'POST', `${own}/workbook`, wrong);
  expect([checked.status, checked.json.findings]).toEqual([
    200,
    [expect.objectContaining({ rule: 'part-within-whole', severity: 'error', sheet: 'Phụ lục I', cell: expect.stringMatching(/^I\d+$/) })],
  ]);
  expect((await submit(wrong, '"1"')).json.type).toBe('urn:phuluc:problem:findings-block');

  const sent = await submit(await form({ numerator: 940, denominator: 1000 }), '"1"');
  expect([sent.status, sent.json.version, sent.etag]).toEqual([201, 2, '"2"']);
  const seen = await call('VPUB', 'GET', own);
  expect(seen.json).toMatchObject({ state: 'submitted', sha256: sent.json.sha256, report: { agency: TINH_KHE } });

  const returned = await call('SKHCN', 'POST', `${own}/review`, {
    version: 2,
    decision: 'return',
    remarks: { [SATISFIED]: 'Kiểm tra lại tử số.' },
  });
  expect([returned.status, (await call(TINH_KHE, 'GET', own)).json.remarks[SATISFIED]?.text]).toEqual([200, 'Kiểm tra lại tử số.']);

  const corrected = await submit(await form({ numerator: 960, denominator: 1000 }), '"2"');
  const changes = await call('VPUB', 'GET', `${own}/versions/3/changes`);
  expect([corrected.json.version, changes.json.changes]).toEqual([3, [{ row: SATISFIED, field: 'numerator', before: 940, after: 960 }]]);
  expect((await call('SKHCN', 'POST', `${own}/review`, { version: 3, decision: 'accept', remarks: {} })).json).toEqual({
    state: 'accepted',
  });

  expect((await call('VPUB', 'POST', '/close', {})).status).toBe(200);
  const matrix = (await call('VPUB', 'GET', '/matrix')).json;
  expect(matrix.indicators[2]).toMatchObject({
    id: SATISFIED,
    result: { numerator: 960, denominator: 1000 },
    verdict: 'met',
    provisional: true,
  });
  expect(matrix.indicators[2].cells[TINH_KHE].source).toMatchObject({ version: 3, by: TINH_KHE, sheet: 'Phụ lục I' });
  expect((await submit(await form(), '"3"')).json.type).toBe('urn:phuluc:problem:period-closed');

  const appendix = await call('VPUB', 'GET', '/appendix');
  const opened = readWorkbook(appendix.bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(opened.value.grids.map(({ title }) => title).slice(0, 7)).toEqual([
    'Tổng quan',
    'Phụ lục I',
    'Phụ lục II',
    'Ma trận',
    'Chỉ tiêu chưa đạt',
    'Tình hình báo cáo',
    'Nguồn số liệu',
  ]);
});

test('the same workbook says the same wherever it is read', async () => {
  const file = join(home, 'biểu.xlsx');
  writeFileSync(file, await form({ numerator: 940, denominator: 1000 }));
  const read = readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const here = readReport(read.value, context).report;
  const there = (await call(TINH_KHE as AgencyId, 'POST', `${own}/workbook`, readFileSync(file))).json.report;
  expect(there).toEqual(JSON.parse(JSON.stringify(here)));
});
