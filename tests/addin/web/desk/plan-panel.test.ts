import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import seed from '../../../../seeds/plan.json';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../../support/browser.ts';
import { changedPlanBook, planCell } from '../../../support/plan-book.ts';
import { served } from '../../../support/served.ts';
import { aReport, send, signInAt } from './a-desk.ts';

const ROW = 'PL1.I.1.3';
const nameOf = (id: string): string => seed.indicators.find((row) => row.id === id)?.name ?? '';
const folder = mkdtempSync(join(tmpdir(), 'phuluc-plan-panel-'));
let service: Service;
let chromium: Chromium;
let visit: Visit;
let page: Page;
let book: Uint8Array;

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, aReport('XA-21211' as never));
  visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 900 }, acceptDownloads: true });
  page = visit.page;
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=ke-hoach');
  await page.getByRole('heading', { name: 'Đang áp dụng' }).waitFor();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shown = async () => (await page.locator('main').textContent()) ?? '';
const choose = (path: string) => page.getByLabel('Chọn tệp .xlsx đã sửa').setInputFiles(path);
async function aBook(name: string, change: Parameters<typeof changedPlanBook>[1]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await changedPlanBook(book, change));
  return path;
}

test('the plan in force is told: from where, its tables and their rows', async () => {
  expect(await shown()).toContain('Theo tệp kế hoạch của máy chủ');
  await page.getByText('Phụ lục I: 21 dòng').click();
  await page.getByText(nameOf(ROW)).first().waitFor();
  await page.getByText('Phụ lục I: 21 dòng').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bảng tính của kế hoạch' }).click(),
  ]);
  book = new Uint8Array(readFileSync(await download.path()));
  expect([download.suggestedFilename(), book.length > 10_000]).toEqual(['ke-hoach.xlsx', true]);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-plan');
});

test('every fault of the workbook is told with its sheet and cell, and nothing can be confirmed', async () => {
  const path = await aBook('loi.xlsx', (changed) => {
    planCell(changed, 'Phụ lục I', ROW, 'Đơn vị báo cáo').value = 'SBM';
    planCell(changed, 'Phụ lục I', ROW, 'Ngày đến hạn').value = '31/02/2027';
    planCell(changed, 'Đơn vị', 'STC', 'Mã').value = 'SNV';
  });
  await choose(path);
  await page.getByText('Kế hoạch đang áp dụng không thay đổi', { exact: false }).waitFor();
  const places = await page.locator('.findings.error .place').allTextContents();
  expect(places.filter((place) => /^(Phụ lục I|Đơn vị) · ô [A-Z]+\d+/.test(place)).length).toBeGreaterThanOrEqual(3);
  expect(await page.getByRole('button', { name: /Xác nhận/ }).count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-plan-faults');
});

test.each([
  ['no workbook at all', 'x.xlsx', () => new TextEncoder().encode('a,b')],
  ['a zip that unpacks to far more than it says', 'bom.xlsx', () => zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) })],
])('%s is refused in a sentence, and the page goes on', async (_, name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes());
  await choose(path);
  await page.locator('.notice.error').waitFor();
  expect(await page.getByRole('button', { name: 'Tải bảng tính của kế hoạch' }).isEnabled()).toBe(true);
});

test('a person sees what changes and what that does, gives a reason and confirms; the desk goes on by the new plan', async () => {
  const path = await aBook('sua.xlsx', (changed) => {
    const name = planCell(changed, 'Phụ lục I', ROW, 'Chỉ tiêu (nguyên văn)');
    planCell(changed, 'Phụ lục I', ROW, 'Tên trước đây').value = name.value;
    name.value = 'Mức độ hài lòng, tên theo bản sửa đổi';
    planCell(changed, 'Phụ lục I', 'PL1.I.1.1', 'Hiệu lực đến').value = '30/06/2026';
    planCell(changed, 'Đơn vị', 'STC', 'Tên đơn vị').value = 'Sở Tài chính và Kế hoạch';
  });
  await choose(path);
  await page.getByRole('heading', { name: 'Xem trước: 3 thay đổi' }).waitFor();
  const said = await shown();
  for (const text of [
    'Dòng kết thúc',
    'Dòng sửa tên',
    'Đơn vị sửa tên',
    'tên theo bản sửa đổi',
    'Số liệu đã gửi của 1 dòng thôi được tính',
  ])
    expect(said).toContain(text);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-plan-preview');
  const confirm = page.getByRole('button', { name: 'Xác nhận, áp dụng kế hoạch này' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByLabel('Lý do, căn cứ thay đổi').fill('Quyết định 123/QĐ-UBND');
  await confirm.click();
  await page.getByText('Đã áp dụng kế hoạch mới.').waitFor();
  await page.getByText('Xác nhận trên trang này, từ', { exact: false }).waitFor();
  expect(await shown()).toContain('Quyết định 123/QĐ-UBND');
  await page.getByText('Phụ lục I: 21 dòng').click();
  await page.getByText('Mức độ hài lòng, tên theo bản sửa đổi').first().waitFor();
  await pictureOf(page, 'desk-plan-confirmed');
  expect(visit.strayed).toEqual([]);
});

test('whoever looked at a plan that is in force no more is told so, and nothing is overwritten', async () => {
  await choose(
    await aBook('cu.xlsx', (changed) => {
      planCell(changed, 'Đơn vị', 'SNV', 'Tên đơn vị').value = 'Sở Nội vụ (mới)';
    }),
  );
  await page.getByRole('heading', { name: /Xem trước/ }).waitFor();
  const api = (method: string, path: string, body?: object, headers = {}) =>
    fetch(`${service.baseUrl}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${service.keys.SKHCN}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const [plan, agencies, standing] = await Promise.all(
    ['/plan', '/agencies', '/plan/standing'].map(async (path) => (await api('GET', path)).json()),
  );
  const other = await api(
    'PUT',
    '/plan',
    { plan: { ...plan, title: 'Tên khác' }, ...agencies, reason: 'Người khác' },
    { 'if-match': `"${standing.digest}"` },
  );
  expect(other.status).toBe(200);
  await page.getByLabel('Lý do, căn cứ thay đổi').fill('Sắp xếp');
  await page.getByRole('button', { name: 'Xác nhận, áp dụng kế hoạch này' }).click();
  await page.getByText('Người khác vừa đổi kế hoạch đang áp dụng', { exact: false }).waitFor();
  expect((await (await api('GET', '/plan')).json()).title).toBe('Tên khác');
  expect(await page.getByRole('button', { name: 'Xác nhận, áp dụng kế hoạch này' }).count()).toBe(0);
});

test('on a phone, and in the dark, it can be read and used', async () => {
  for (const [name, width, colorScheme] of [
    ['phone', 360, 'light'],
    ['tablet-dark', 768, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await pictureOf(page, `desk-plan-${name}`);
  }
  expect(visit.errors.filter((error) => !/\b(412|422)\b/.test(error))).toEqual([]);
});
