import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { plainReport } from '../../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../../templates/form/form-values.ts';
import { readWorkbook } from '../../../../xlsx/read/read-workbook.ts';
import { obligationsIn } from '../../../support/a-form.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';

const obligations = obligationsIn('2026');
const folder = mkdtempSync(join(tmpdir(), 'phuluc-intake-'));
let service: Service;
let chromium: Chromium;
let visit: Visit;
let page: Page;

/** The filled workbook of an agency as a file; `fault`: a numerator above its denominator in the first row. */
async function aFile(id: string, fault = false): Promise<string> {
  const agency = obligations.agencies.find((one) => one.id === id)!;
  const values = new Map(formValuesOf(plainReport(obligations, agency)));
  const row = [...values.keys()].find((one) => values.get(one)?.denominator !== undefined && values.get(one)?.denominator !== null)!;
  if (fault) values.set(row, { ...values.get(row), numerator: 120, denominator: 100 });
  const path = join(folder, `${id}.xlsx`);
  writeFileSync(path, await buildForm({ obligations, agency: agency.id, values }));
  return path;
}

async function api(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${service.baseUrl}/api${path}`, { headers: { authorization: `Bearer ${service.keys.VPUB}` } });
  return (await response.json()) as Record<string, unknown>;
}

const part = (name: string) => page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name }).click();
const tab = (name: string) =>
  page.getByRole('navigation', { name: 'Các mục của trang dành cho cơ quan tổng hợp' }).getByRole('link', { name }).click();

served(async (both) => {
  ({ service, chromium } = both);
  visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = visit.page;
  await page.goto(`${service.baseUrl}/desk/`);
  await page.getByLabel('Mã truy cập').fill(service.keys.VPUB!);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('link', { name: 'Quản trị' }).waitFor();
});

test('many workbooks are taken in at once; one with an error is named with its findings, and who took them in is on record', async () => {
  await tab('Quản trị');
  await part('Nhận tệp thay đơn vị');
  const files = [await aFile('SNV'), await aFile('SYT'), await aFile('STC', true)];
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(files);
  await page.getByText('Đã nhận 2/3 tệp.').waitFor();
  expect(await page.getByText('Tử số (120) lớn hơn mẫu số (100).').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-intake');
  const { entries } = (await api('/periods/2026/audit')) as { entries: { action: string; agency: string; by: string; intake?: boolean }[] };
  expect(entries.filter(({ intake }) => intake).map(({ action, agency }) => [action, agency])).toEqual([
    ['submit', 'SNV'],
    ['submit', 'SYT'],
  ]);
  // The very same files again are the same submissions.
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(files.slice(0, 2));
  await page.getByText('Đã nhận 2/2 tệp.').waitFor();
  expect(await api('/periods/2026/reports/SNV')).toMatchObject({ version: 1 });
});

test('settings change with a reason, and a finding is waived for one agency', async () => {
  await part('Thiết lập kỳ');
  await page.getByLabel('Hạn gửi (ngày/tháng)').fill('30/11');
  const reportDay = page.getByLabel('Ngày của báo cáo (ngày/tháng/năm)');
  await reportDay.fill('31/11/2026');
  await page.getByText(/^Ghi ngày\/tháng\/năm có thật, ví dụ \d\d\/\d\d\/2026\.$/).waitFor();
  await page.getByLabel('Đơn vị được miễn').selectOption('STC');
  await page
    .locator('label', { hasText: /^Quy tắc/ })
    .locator('select')
    .selectOption('part-within-whole');
  await page.getByLabel('Lý do miễn trừ').fill('Số liệu đã đối chiếu với hồ sơ gốc');
  await page.getByRole('button', { name: 'Thêm miễn trừ' }).click();
  await page.getByLabel('Đơn vị có đầu mối').selectOption('STC');
  await page.getByLabel('Tên đầu mối của đơn vị').fill('Trần Văn Bình');
  await page.getByLabel('Tỷ lệ đơn vị báo cáo tối thiểu').selectOption('80');
  const save = page.getByRole('button', { name: 'Lưu thiết lập' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Lý do thay đổi').fill('Theo công văn của Văn phòng');
  expect(await save.isDisabled()).toBe(true);
  await reportDay.fill('5/12/2026');
  await reportDay.blur();
  expect(await reportDay.inputValue()).toBe('05/12/2026');
  await pictureOf(page, 'desk-settings');
  expect(await seriousFaults(page)).toEqual([]);
  await save.click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  expect(await api('/periods/2026/settings')).toMatchObject({
    settings: {
      deadline: '11-30',
      contacts: { STC: { name: 'Trần Văn Bình' } },
      publicCoverage: 80,
      signing: { day: '2026-12-05' },
      waivers: [{ agency: 'STC', rule: 'part-within-whole', row: null, reason: 'Số liệu đã đối chiếu với hồ sơ gốc' }],
    },
  });
  await part('Nhận tệp thay đơn vị');
  await page.getByLabel('Chọn các tệp .xlsx').setInputFiles(join(folder, 'STC.xlsx'));
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
});

test('the administration names the version that serves', async () => {
  const { version } = (await (await fetch(`${service.baseUrl}/api/health`)).json()) as { version: string };
  await part('Mã truy cập');
  await page.getByText(`Phiên bản ${version}`, { exact: true }).waitFor();
});

test('a key is shown once, opens what it should, and is taken back', async () => {
  await part('Mã truy cập');
  await page.getByLabel('Cấp mã truy cập mới cho').selectOption('SYT');
  await page.getByLabel('Người dùng').fill('Trần Thị B');
  await page.getByRole('button', { name: 'Cấp mã truy cập', exact: true }).click();
  const key = (await page.locator('.new-key').textContent()) ?? '';
  const me = () => fetch(`${service.baseUrl}/api/me`, { headers: { authorization: `Bearer ${key}` } });
  expect((await me()).status).toBe(200);
  expect(page.url()).not.toContain('pls_');
  await page.getByRole('button', { name: 'Đã chép, ẩn đi' }).click();
  expect(await page.getByText(key).count()).toBe(0);
  const { keys } = (await api('/keys')) as { keys: { id: string; agency: string; issuedAt: string }[] };
  const newest = keys.filter(({ agency }) => agency === 'SYT').sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))[0]!;
  expect(newest).toBeDefined();
  await page.getByRole('button', { name: 'Thu hồi mã truy cập của Trần Thị B, Sở Y tế' }).click();
  await page.getByText('Đã thu hồi mã truy cập của Trần Thị B, Sở Y tế.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-keys');
});

test('a report is returned with a remark at its row, the others are accepted together', async () => {
  await tab('Tình hình báo cáo');
  await page.getByRole('link', { name: 'Sở Y tế' }).click();
  const panel = page.getByRole('complementary', { name: 'Sở Y tế' });
  const giveBack = panel.getByRole('button', { name: /^Trả lại kèm/ });
  await giveBack.waitFor();
  expect(await giveBack.isDisabled()).toBe(true);
  await panel.getByLabel('Ý kiến về dòng I.1.1').fill('Đề nghị gửi kèm số văn bản');
  await pictureOf(page, 'desk-review');
  expect(await seriousFaults(page)).toEqual([]);
  await giveBack.click();
  await panel.getByText('Ý kiến đã nêu: Đề nghị gửi kèm số văn bản').waitFor();
  expect(await api('/periods/2026/reports/SYT')).toMatchObject({
    state: 'returned',
    remarks: { 'PL1.I.1.1': { text: 'Đề nghị gửi kèm số văn bản' } },
  });
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await page.getByLabel('Chọn Sở Nội vụ').check();
  await page.getByLabel('Chọn Sở Tài chính').check();
  await page.getByRole('button', { name: 'Chấp nhận 2 báo cáo đã chọn' }).click();
  await page.getByRole('button', { name: 'Chấp nhận báo cáo đã chọn' }).waitFor();
  expect(await api('/periods/2026/reports/SNV')).toMatchObject({ state: 'accepted' });
  expect(await api('/periods/2026/reports/STC')).toMatchObject({ state: 'accepted' });
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('tra-lai');
  await soon(async () => expect(await page.locator('.reports tbody tr').count()).toBe(1));
  await page.getByLabel('Tìm đơn vị').fill('so y te');
  await soon(async () => expect(await page.locator('.reports tbody tr').count()).toBe(1));
  await page.getByRole('button', { name: 'Xem thư nhắc hôm nay' }).click();
  await page.locator('details').filter({ hasText: 'Sở Y tế' }).first().waitFor();
  await pictureOf(page, 'desk-status');
});

/** The agency sends its made-up report once more, one figure changed. */
async function sendsAnew(id: string, inForce: number): Promise<void> {
  const report = plainReport(obligations, obligations.agencies.find((one) => one.id === id)!);
  const [row, entry] = Object.entries(report.indicators).find(([, one]) => one?.denominator !== undefined)!;
  const changed = { ...report, indicators: { ...report.indicators, [row]: { ...entry, numerator: inForce } } };
  const response = await fetch(`${service.baseUrl}/api/periods/2026/reports/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${service.keys[id]}`,
      'content-type': 'application/json',
      'idempotency-key': `${id}-${inForce}`,
      'if-match': `"${inForce}"`,
    },
    body: JSON.stringify(changed),
  });
  expect(response.status).toBe(201);
}

const versionShown = (name: string, version: number) =>
  page
    .getByRole('row', { name })
    .getByRole('cell', { name: String(version), exact: true })
    .waitFor();

test('a version that came after the tick is not accepted unseen', async () => {
  await page.getByLabel('Tìm đơn vị').fill('');
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('');
  await sendsAnew('SNV', 1);
  await versionShown('Sở Nội vụ', 2);
  await page.getByLabel('Chọn Sở Nội vụ').check();
  await sendsAnew('SNV', 2);
  await versionShown('Sở Nội vụ', 3);
  await page.getByRole('button', { name: 'Chấp nhận 1 báo cáo đã chọn' }).click();
  await page.getByRole('alert').getByText('Sở Nội vụ:').waitFor();
  expect(await api('/periods/2026/reports/SNV')).toMatchObject({ version: 3, state: 'submitted' });
});

test('a version that comes during a review takes neither the remarks nor the decision', async () => {
  await page.getByRole('link', { name: 'Sở Nội vụ' }).click();
  const panel = page.getByRole('complementary', { name: 'Sở Nội vụ' });
  await panel.getByLabel('Ý kiến về dòng I.1.1').fill('Đề nghị rà soát');
  await sendsAnew('SNV', 3);
  const look = panel.getByRole('button', { name: 'Xem lần nộp 4' });
  await look.waitFor();
  expect(await panel.getByLabel('Ý kiến về dòng I.1.1').inputValue()).toBe('Đề nghị rà soát');
  expect(await panel.getByRole('button', { name: 'Chấp nhận', exact: true }).isDisabled()).toBe(true);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/reports/SNV/versions/4', async (route) => {
    await held;
    await route.continue();
  });
  await look.click();
  await look.waitFor({ state: 'detached' });
  expect(await panel.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).isDisabled()).toBe(true); // version 3 is still on screen
  letGo();
  await panel.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).click();
  await panel.getByText('Đã trả lại báo cáo của Sở Nội vụ.').waitFor();
  await page.unroute('**/reports/SNV/versions/4');
  expect(await api('/periods/2026/reports/SNV')).toMatchObject({
    version: 4,
    state: 'returned',
    remarks: { 'PL1.I.1.1': { text: 'Đề nghị rà soát' } },
  });
  await panel.getByRole('button', { name: 'Đóng' }).click();
});

test('the appendix comes as the workbook that the API gives', async () => {
  await tab('Xuất');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Phụ lục tổng hợp để trình ký' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('phu-luc-tong-hop-2026.xlsx');
  const book = readWorkbook(readFileSync(await download.path()));
  if (!book.ok) throw new Error('not a workbook');
  expect(book.value.grids.map(({ title }) => title)).toEqual([
    'Tổng quan',
    'Phụ lục I',
    'Phụ lục II',
    'Ma trận',
    'Chỉ tiêu chưa đạt',
    'Tình hình báo cáo',
    'Nguồn số liệu',
    'Nguồn nhiệm vụ',
  ]);
  await pictureOf(page, 'desk-export');
});

test('a period is closed after its list of what is open was seen, reopened with a reason, and all of it is in the trail', async () => {
  await tab('Quản trị');
  await part('Kỳ báo cáo');
  await page.getByText('109 đơn vị chưa có báo cáo').waitFor();
  const close = page.getByRole('button', { name: 'Khóa kỳ 2026' });
  expect(await close.isDisabled()).toBe(true);
  await page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ').check();
  await pictureOf(page, 'desk-close');
  await close.click();
  await page.getByRole('heading', { name: 'Mở lại kỳ 2026' }).waitFor();
  expect(await api('/periods/2026')).toMatchObject({ state: 'closed' });
  await tab('Tình hình báo cáo');
  await page.getByRole('link', { name: 'Sở Tài chính' }).waitFor();
  expect(await page.getByRole('button', { name: /^Chấp nhận/ }).count()).toBe(0);
  expect(await page.getByRole('checkbox', { name: /^Chọn/ }).count()).toBe(0);
  await tab('Quản trị');
  await part('Kỳ báo cáo');
  const reopen = page.getByRole('button', { name: 'Mở lại kỳ 2026' });
  expect(await reopen.isDisabled()).toBe(true);
  await page.getByLabel('Lý do mở lại').fill('Bổ sung báo cáo của một sở');
  await reopen.click();
  await page.getByRole('heading', { name: 'Khóa kỳ 2026' }).waitFor();
  await page.getByRole('button', { name: 'Mở kỳ 2027' }).click();
  await page.getByText('Đã mở kỳ 2027.').waitFor();
  await part('Nhật ký');
  await page.getByText('Bổ sung báo cáo của một sở').waitFor();
  const words = await page.locator('.admin-part tbody td:nth-child(3)').allTextContents();
  expect(words).toEqual(expect.arrayContaining(['Mở lại kỳ', 'Khóa kỳ', 'Đổi thiết lập kỳ', 'Nhận tệp thay đơn vị, lần 1']));
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-audit');
  expect([visit.errors, visit.strayed]).toEqual([[expect.stringContaining('422')], []]);
});
