import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { Matrix } from '../../core/matrix.ts';
import { MEASURES } from '../../core/measures/measures.ts';
import { DOCX, XLSX } from '../../core/media-types.ts';
import { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { type Obligations, obligationsOf, owedBy } from '../../core/plan/obligations.ts';
import { Period } from '../../core/plan/period.ts';
import { Plan, wholeOf } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { signInAt } from '../addin/web/desk/a-desk.ts';
import { aService, type Service } from '../support/a-service.ts';
import { aBrowser, type Chromium } from '../support/browser.ts';
import { workbookOf } from '../support/xlsx-reading.ts';
import { figureOf } from './figures.ts';
import { filledForm } from './filled-form.ts';

// A plan of another province, written by hand, as its offices go through it: nothing here is generated, and no room knows any of it.
const FILES = { PHULUC_PLAN: resolve(__dirname, 'plan.json'), PHULUC_AGENCIES: resolve(__dirname, 'agencies.json') };
const [planText, agenciesText] = [readFileSync(FILES.PHULUC_PLAN, 'utf8'), readFileSync(FILES.PHULUC_AGENCIES, 'utf8')];
const plan = Plan.parse(JSON.parse(planText));
const agencies = Agencies.parse(JSON.parse(agenciesText));
const OFFICE = 'KHCN';
const [QUARTER, YEAR] = [Period.parse('2026-Q1'), Period.parse('2026')];
const PERIODS = [QUARTER, YEAR] as const;

/** What only the plan of the seeds says. */
const seeds = defaultPlan();
const STRANGE = [
  seeds.id,
  seeds.title,
  seeds.number,
  seeds.office.place,
  seeds.office.place.toLocaleUpperCase('vi'),
  wholeOf(seeds),
  ...seeds.appendices.flatMap(({ sheet, title, columns }) => [sheet, title, columns.leads]),
  ...seeds.indicators.map(({ name }) => name),
  ...defaultAgencies().map(({ name }) => name),
].filter((text) => !planText.includes(text) && !agenciesText.includes(text));
const strangeIn = (text: string): string[] => STRANGE.filter((one) => text.includes(one));

const home = mkdtempSync(join(tmpdir(), 'phuluc-plan-'));
let service: Service;
let chromium: Chromium;
beforeAll(async () => {
  [service, chromium] = await Promise.all([aService(FILES), aBrowser()]);
});
afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop()]);
  rmSync(home, { recursive: true, force: true });
});

function phuluc(...args: readonly string[]) {
  const done = spawnSync(process.execPath, ['cli/bin.mjs', ...args], { encoding: 'utf8', env: { ...process.env, ...FILES } });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

async function ask(agency: string, method: string, path: string, body?: Uint8Array | object, headers: Record<string, string> = {}) {
  const isFile = body instanceof Uint8Array;
  const response = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: {
      ...(agency && { authorization: `Bearer ${service.keys[agency]}` }),
      ...(body && { 'content-type': isFile ? XLSX : 'application/json' }),
      ...headers,
    },
    ...(body && { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, bytes, json: isJson ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null };
}

/** Its tasks as any agency would answer them, its figures as they stand in the test's own list. */
function reportOf(obligations: Obligations, agency: string): Report {
  const own = obligations.agency.get(AgencyId.parse(agency))!;
  const figures = owedBy(obligations, own.id).indicators.map(({ id }) => [id, figureOf(id, agency)]);
  return { ...plainReport(obligations, own), indicators: Object.fromEntries(figures) };
}

test('plan check finds nothing, and the plan holds every kind of measure, period, table and group', () => {
  expect(phuluc('plan', 'check', FILES.PHULUC_PLAN, '--agencies', FILES.PHULUC_AGENCIES)).toEqual({
    code: 0,
    out: '✓ Không có lỗi, cảnh báo\n',
    err: '',
  });
  expect(new Set(plan.indicators.map(({ measure }) => measure.kind)).size).toBe(MEASURES.length);
  expect(new Set(agencies.map(({ kind }) => kind)).size).toBe(5);
  expect(STRANGE.length).toBeGreaterThan(100);
});

test('as a workbook it says the same', () => {
  const book = join(home, 'plan.xlsx');
  expect(phuluc('plan', 'export', '--out', book).code).toBe(0);
  expect(phuluc('plan', 'import', book, '--out', home).code).toBe(0);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(home, name), 'utf8'));
  expect([read('plan.json'), read('agencies.json')]).toEqual([JSON.parse(planText), JSON.parse(agenciesText)]);
});

test.each(PERIODS)('the forms of %s are made, filled, checked and sent, one by the office that sends for another', async (period) => {
  const folder = join(home, period);
  expect(phuluc('forms', '--period', period, '--out', folder).code).toBe(0);
  const obligations = obligationsOf(plan, agencies, period);
  const context = { plan, agencies, obligationsOf: () => obligations, expected: period, previous: null };
  if (period === YEAR) expect((await ask(OFFICE, 'POST', '/periods', { period })).status).toBe(201);
  mkdirSync(join(folder, 'filled'));
  const files = obligations.agencies.map(({ id }) => {
    const path = join(folder, 'filled', `${id}.xlsx`);
    writeFileSync(path, filledForm(readFileSync(join(folder, `${id}.xlsx`)), reportOf(obligations, id), context));
    return { id, path };
  });
  const checked = phuluc('check', ...files.map(({ path }) => path), '--json');
  expect(JSON.parse(checked.out).flatMap(({ findings }: { findings: unknown[] }) => findings)).toEqual([]);
  for (const { id, path } of files) {
    const sender = agencies.find(({ submitsFor }) => submitsFor?.includes(id))?.id ?? id;
    const sent = await ask(sender, 'PUT', `/periods/${period}/reports/${id}`, readFileSync(path), {
      'idempotency-key': randomUUID(),
      'if-none-match': '*',
    });
    expect([sent.status, sent.json]).toEqual([201, expect.objectContaining({ agency: id, by: sender, period })]);
  }
});

const SAID: Readonly<Record<Period, readonly (readonly string[])[]>> = {
  [QUARTER]: [
    ['A1.CQ.2', 'met', 'Kết quả toàn địa bàn là 1% (16/1.600), không vượt mức tối đa 1,5%.'],
    [
      'A1.CQ.3',
      'below',
      '7/8 cơ quan trả lời “Có” (87,5%), thấp hơn mục tiêu 100% là 12,5 điểm phần trăm; còn thiếu 1 cơ quan; cần tăng 12,5 điểm phần trăm đến hạn 31/12/2026',
    ],
    ['A1.CQ.4', 'below', '3/4 cơ quan (75%) đạt mức được giao, thấp hơn mục tiêu 100% là 25 điểm phần trăm; còn thiếu 1 cơ quan'],
    ['A1.CQ.6', 'met', 'Đã hoàn thành ngày 20/03/2026, trong hạn 30/06/2026.'],
    [
      'A1.DM.1',
      'below',
      'Kết quả toàn địa bàn đạt 82,5% (2.805.000/3.400.000), thấp hơn mục tiêu 95% là 12,5 điểm phần trăm; còn thiếu 425.000 ở tử số',
    ],
    ['A1.DM.2', 'below', 'Kết quả toàn địa bàn là 30,6 phút, cao hơn mức tối đa 30 phút là 0,6 phút'],
    ['A1.DM.4', 'met', 'Kết quả toàn địa bàn là 550 người, đạt mục tiêu 500 người.'],
    ['K2.5', 'met', 'Kết quả toàn địa bàn là 5.750,5 tỷ đồng, đạt mục tiêu 5.500 tỷ đồng.'],
  ],
  [YEAR]: [
    ['A1.CQ.1', 'met', 'Kết quả toàn địa bàn đạt 62% (992/1.600), đạt mục tiêu 60%.'],
    ['A1.CQ.5', 'below', 'Toàn địa bàn ở cấp độ 2, thấp hơn yêu cầu cấp độ 3.'],
    ['A1.DM.3', 'met', 'Kết quả toàn địa bàn là 420,75 tỷ đồng, đạt mục tiêu 410 tỷ đồng.'],
    ['K2.1', 'met', 'Đứng thứ 8/34, trong nhóm 10 theo yêu cầu.'],
    ['K2.2', 'missed', 'Kết quả toàn địa bàn là 85 điểm, còn thiếu 0,25 điểm so với mục tiêu 85,25 điểm'],
    ['K2.3', 'below', 'Kết quả toàn địa bàn là 12,5%/năm, ngoài khoảng 10,5 đến 12%/năm; lệch 0,5%/năm.'],
    ['K2.4', 'met', 'Kết quả toàn địa bàn là 4,5% (180/4.000), không vượt mức tối đa 4,5%.'],
  ],
};

test.each(PERIODS)('the matrix of %s says of each kind of measure what is true', async (period) => {
  const matrix: Matrix = (await ask(OFFICE, 'GET', `/periods/${period}/matrix`)).json;
  const due = matrix.indicators.filter(({ verdict }) => verdict !== 'not-due');
  expect(matrix.agencies.missing).toEqual([]);
  expect(due.map(({ id, verdict, why }) => [id, verdict, why.sentence])).toEqual(
    SAID[period]?.map(([id, verdict, sentence = '']) => [id, verdict, expect.stringContaining(sentence)]),
  );
});

test.each(PERIODS)('the appendix and the report of %s have its own tables, and every figure comes out again', async (period) => {
  const appendix = await ask(OFFICE, 'GET', `/periods/${period}/appendix`);
  const report = await ask(OFFICE, 'GET', `/periods/${period}/report`);
  const grids = workbookOf(appendix.bytes).grids;
  expect(grids.map(({ title }) => title).filter((title) => title.startsWith('Biểu'))).toEqual(['Biểu A', 'Biểu B', 'Biểu C']);
  const paper = Object.entries(unzipSync(report.bytes)).map(([name, part]) => (name.endsWith('.xml') ? strFromU8(part) : ''));
  const said = paper.join('').replace(/<[^>]*>/g, '');
  for (const text of ['Biểu A', 'Nội dung chỉ tiêu', 'Việc phải làm', 'NGHỆ AN']) expect(said).toContain(text);
  expect(strangeIn(said + JSON.stringify(grids))).toEqual([]);
  for (const [bytes, type] of [
    [appendix.bytes, XLSX],
    [report.bytes, DOCX],
  ] as const) {
    const verified = (await ask(OFFICE, 'POST', `/periods/${period}/verify`, bytes, { 'content-type': type })).json;
    expect(verified.count).toBeGreaterThan(20);
    expect([verified.differences, verified.unchecked]).toEqual([[], []]);
  }
});

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? '');

test('the desk shows overview and matrix in the words of the plan', async () => {
  const { page, context, errors, strayed } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 900 } });
  await signInAt(page, service, OFFICE, `?ky=${QUARTER}`);
  await page.locator('.overview .results tbody tr').first().waitFor();
  const overview = await textOf(page);
  for (const text of ['Các hội, đoàn thể', 'Các bệnh viện', 'Thu ngân sách trên địa bàn trong quý']) expect(overview).toContain(text);
  await page.goto(`${service.baseUrl}/desk/?ky=${YEAR}&the=ma-tran`);
  await page.getByRole('grid').waitFor();
  const matrix = await textOf(page);
  for (const text of ['Sở Nội vụ', 'Xã Mường Xén', 'Chỉ số cải cách hành chính (PAR INDEX)']) expect(matrix).toContain(text);
  await page.goto(`${service.baseUrl}/desk/?ky=${YEAR}&the=ma-tran&dong=K2.1`);
  await page.locator('.side-panel').getByText('8/34').first().waitFor();
  expect(strangeIn(overview + matrix + (await textOf(page)))).toEqual([]);
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('no other tab and no page for the agencies says anything of the plan of the seeds', async () => {
  const { page, context, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 900 } });
  const seen: string[] = [];
  await signInAt(page, service, OFFICE, `?ky=${QUARTER}`);
  const tabs = page.locator('.tabs a');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    await tab.click();
    await page.waitForFunction(() => !document.body.textContent?.includes('Đang tải'));
    seen.push(await textOf(page));
  }
  expect(new Set(seen).size).toBe(await tabs.count());
  for (const path of ['/', '/xac-minh/']) {
    await page.goto(`${service.baseUrl}${path}`);
    await page.getByRole('heading').first().waitFor();
    seen.push(await textOf(page));
  }
  expect(strangeIn(seen.join(''))).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

test('closed and published, both periods stand on the public page', async () => {
  for (const period of PERIODS)
    for (const step of ['close', 'publish']) expect((await ask(OFFICE, 'POST', `/periods/${period}/${step}`, {})).status).toBe(200);
  const { page, context, errors, strayed } = await chromium.visit({ origin: service.baseUrl });
  const seen: string[] = [];
  for (const [period, row, result] of [
    [QUARTER, 'Thu ngân sách trên địa bàn trong quý', '5.750,5 tỷ đồng'],
    [YEAR, 'Chỉ số cải cách hành chính (PAR INDEX)', '8/34'],
  ] as const) {
    await page.goto(`${service.baseUrl}/cong-khai/?ky=${period}`);
    await page.getByRole('row').filter({ hasText: row }).getByText(result).first().waitFor();
    seen.push(await textOf(page));
  }
  expect(strangeIn(seen.join(''))).toEqual([]);
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});
