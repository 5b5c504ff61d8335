import type { Page } from 'playwright-core';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { aModel, signIn } from './a-pane.ts';

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

async function aPane(id: string, prepare?: (page: Page) => Promise<unknown>) {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model } = await aModel(id, 90, 100);
  await prepare?.(page);
  const { pane } = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  return { page, context, pane, model };
}

const storages = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

test('signing out takes the key and the pane’s own notes out of machine and workbook; the sheet for people stays', async () => {
  const { page, context, pane, model } = await aPane('SNV');
  await signIn(pane, service, 'SNV');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('pls_');
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
  await soon(() => expect([...model.settings.keys()].sort()).toEqual(['PhuLucSo.phuluc-bien-nhan', 'PhuLucSo.phuluc-dang-gui']));
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await pane.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await pane.getByLabel('Mã truy cập').waitFor();
  await pane.getByText('Đã đăng xuất.').waitFor();
  expect([...model.settings.keys()]).toEqual([]);
  expect(await storages(page)).not.toMatch(/pls_|SNV/);
  expect(model.valueAt('Biên nhận', 'B3')).toBe('Sở Nội vụ');
  await context.close();
});

test('a report that was asked to be sent and reached nobody is told before signing out', async () => {
  const { page, context, pane, model } = await aPane('SYT');
  await signIn(pane, service, 'SYT');
  await page.route('**/api/periods/2026/reports/SYT', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('tự gửi khi có mạng').waitFor();
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await pane.getByText('Báo cáo đã bấm gửi nhưng chưa có biên nhận.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'pane-leaving');
  await pane.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await pane.getByLabel('Mã truy cập').waitFor();
  expect([...model.settings.keys()]).toEqual([]);
  await context.close();
});

test('an answer that comes after signing out brings nobody back and writes nothing into the workbook', async () => {
  const { page, context, pane, model } = await aPane('SCT');
  await signIn(pane, service, 'SCT');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/periods/2026/reports/SCT', async (route) => {
    if (route.request().method() === 'PUT') await held;
    return route.fallback();
  });
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByRole('button', { name: 'Đang gửi…' }).waitFor();
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await pane.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await pane.getByLabel('Mã truy cập').waitFor();
  const received = page.waitForResponse((response) => response.request().method() === 'PUT');
  answer();
  expect((await received).status()).toBe(201);
  await pane.waitForTimeout(500);
  expect(await pane.getByLabel('Mã truy cập').isVisible()).toBe(true);
  expect([...model.settings.keys()]).toEqual([]);
  expect(model.sheets.map(({ title }) => title)).not.toContain('Biên nhận');
  await context.close();
});

test('signing out while the form is read for sending leaves nothing in the workbook and brings nobody back', async () => {
  const { context, pane, model } = await aPane('SXD');
  await signIn(pane, service, 'SXD');
  let answers = (): void => undefined;
  const busy = new Promise<void>((resolve) => {
    answers = resolve;
  });
  model.knobs = { ...model.knobs, latencyMs: busy };
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await pane.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  answers();
  await pane.getByLabel('Mã truy cập').waitFor();
  await pane.waitForTimeout(3000);
  expect([...model.settings.keys()]).toEqual([]);
  expect(await pane.getByLabel('Mã truy cập').isVisible()).toBe(true);
  await context.close();
});

test('the pane opens by itself although its first calls fail, says why meanwhile, and takes a push', async () => {
  const key = JSON.stringify({ key: service.keys.STC, agency: 'STC' });
  const { page, context, pane } = await aPane('STC', (one) =>
    one.addInitScript((kept) => sessionStorage.setItem('phuluc-khoa-truy-cap', kept), key),
  );
  // The pane reads its own calls from here on: the first of each kind is lost.
  const lost = new Set<string>();
  await page.route('**/api/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (lost.has(path)) return route.fallback();
    lost.add(path);
    return lost.size === 1 ? route.fulfill({ status: 408, body: '' }) : route.abort();
  });
  await page.reload();
  await pane.getByText(/Tự thử lại sau \d+ giây\./).waitFor();
  await pictureOf(page, 'pane-waiting');
  await pane.getByRole('button', { name: 'Thử lại' }).click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ timeout: 40_000 });
  expect(lost.size).toBeGreaterThan(3);
  await context.close();
});
