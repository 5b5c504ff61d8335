import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { hearsLate } from '../../support/hears-late.ts';
import { paintsLate } from '../../support/late-painting.ts';
import { served } from '../../support/served.ts';
import { aReport, send } from './desk/a-desk.ts';
import { fillForm, soundValues } from './report/fill-form.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** It reports itself and reviews what others report. */
const OFFICE = 'SKHCN';
const COMMUNE = 'XA-21211';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, aReport('SYT' as AgencyId));
});

async function signIn(page: Page, path: string, agency: string, keeps: 'for the tab' | 'on the machine' = 'for the tab'): Promise<void> {
  await page.goto(`${service.baseUrl}${path}`);
  await page.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  if (keeps === 'on the machine') await page.getByLabel('Giữ đăng nhập trên máy này').check();
  await page.keyboard.press('Enter');
  await signedIn(page);
}

const signedIn = (page: Page) =>
  page
    .getByText(/^(1\. Lấy biểu|Đã nhận)$/)
    .first()
    .waitFor();
const signedOut = (page: Page) => page.getByLabel('Mã truy cập').waitFor();
const signOut = (page: Page) => page.getByRole('button', { name: 'Đăng xuất' }).click();

/** All that a tab can find of what pages keep on a machine: both storages, every database, every cache, cookies. */
async function kept(page: Page): Promise<string> {
  const texts = await page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie, location.href];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => done(request.result);
      });
      for (const store of database.objectStoreNames)
        for (const all of ['getAll', 'getAllKeys'] as const)
          found.push(
            await new Promise<string>((done) => {
              const request = database.transaction(store).objectStore(store)[all]();
              request.onsuccess = () => done(JSON.stringify(request.result));
            }),
          );
      database.close();
    }
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
  return texts.join('\n');
}

/** A filled form is chosen and checked, not sent. */
async function draftAt(page: Page, name: string): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải biểu của đơn vị' }).click()]);
  const buffer = await fillForm(readFileSync(await download.path()), soundValues());
  await page.setInputFiles('input[type=file]', { name, mimeType: XLSX, buffer });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
}

test('a key lasts for its tab, through reloads and from page to page, and is nowhere else unless that is ticked', async () => {
  const { page, context } = await chromium.visit();
  await signIn(page, '/', COMMUNE);
  await page.reload();
  await signedIn(page);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}');
  const other = await context.newPage();
  await other.goto(`${service.baseUrl}/`);
  await signedOut(other);

  await signIn(other, '/', COMMUNE, 'on the machine');
  const third = await context.newPage();
  await third.goto(`${service.baseUrl}/`);
  await signedIn(third);
  await context.close();
});

test('a key that an earlier release kept unasked is dropped', async () => {
  const { page, context } = await chromium.visit();
  await page.addInitScript((key) => localStorage.setItem('phuluc-khoa', key), service.keys[COMMUNE]!);
  await page.goto(`${service.baseUrl}/`);
  await signedOut(page);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('pls_');
  await context.close();
});

/** The key, the agency, its file and its words. */
const TRACES = /pls_|SKHCN|SYT|bieu-mat|số văn bản|indicators/;

async function withUnsentWork(context: BrowserContext, page: Page): Promise<Page> {
  await signIn(page, '/', OFFICE, 'on the machine');
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await draftAt(page, 'bieu-mat.xlsx');
  const desk = await context.newPage();
  await desk.goto(`${service.baseUrl}/desk/?the=tinh-hinh&donvi=SYT`);
  await desk.getByLabel('Ý kiến về dòng I.1.1').fill('Đề nghị gửi kèm số văn bản');
  return desk;
}

test('signing out asks where something unsent would be lost, then leaves nothing of the agency in any storage', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 800 } });
  const desk = await withUnsentWork(context, page);
  expect(await kept(desk)).toMatch(TRACES);
  await signOut(desk);
  await desk.getByText('Đăng xuất sẽ bỏ những việc chưa gửi trên máy này:').waitFor();
  await desk.getByText('Tệp “bieu-mat.xlsx” của kỳ 2026, chưa có biên nhận.').waitFor();
  await desk.getByText('Ý kiến đang ghi ở 1 dòng, chưa gửi.').waitFor();
  expect(await seriousFaults(desk)).toEqual([]);
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await desk.setViewportSize({ width, height: 800 });
      await desk.emulateMedia({ colorScheme });
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await pictureOf(desk, `leaving-desk-${width}-${colorScheme}`);
    }
  await desk.getByRole('button', { name: 'Ở lại' }).click();
  expect(await desk.getByLabel('Ý kiến về dòng I.1.1').inputValue()).toBe('Đề nghị gửi kèm số văn bản');
  await signOut(desk);
  await desk.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(desk);
  expect(await kept(desk)).not.toMatch(TRACES);
  // The agency's other tab has nothing more either, and starts nothing anew.
  await signedOut(page);
  expect(await kept(page)).not.toMatch(TRACES);
  await page.reload();
  await signedOut(page);
  expect(await kept(page)).not.toMatch(TRACES);
  await context.close();
});

test('a key that stays on the machine is not lost unasked: signing out says that it goes, and can be left', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 360, height: 740 } });
  await signIn(page, '/', COMMUNE, 'on the machine');
  await signOut(page);
  await page.getByText('Mã truy cập đang được giữ trên máy này. Đăng xuất thì lần sau phải nhập lại mã.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await pictureOf(page, 'leaving-kept-key');
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await page.reload();
  await signedIn(page);
  await signOut(page);
  await page.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi máy này' }).click();
  await signedOut(page);
  expect(await kept(page)).not.toMatch(TRACES);
  await context.close();
});

test.each(['/', '/desk/'])('a key that lasts with the tab is not lost unasked either: %s', async (path) => {
  const { page, context } = await chromium.visit();
  await signIn(page, path, OFFICE);
  await signOut(page);
  await page.getByText('Mã truy cập chỉ được giữ trong thẻ này.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await signOut(page);
  await page.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await signedOut(page);
  await context.close();
});

test.each(['/', '/desk/'])('signing out of %s is said, until somebody comes in again', async (path) => {
  const { page, context } = await chromium.visit();
  const left = page.getByText('Đã đăng xuất. Mã truy cập và nội dung chưa gửi của đơn vị không còn trên máy này.');
  await signIn(page, path, OFFICE);
  await signOut(page);
  await page.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await left.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await signIn(page, path, OFFICE);
  expect(await left.count()).toBe(0);
  await page.reload();
  await signedIn(page);
  await context.close();
});

test('signing out takes what is another agency’s from nobody', async () => {
  const { page, context } = await chromium.visit();
  await signIn(page, '/', COMMUNE);
  await draftAt(page, 'cua-xa.xlsx');
  const other = await context.newPage();
  await signIn(other, '/', 'SNV');
  await signOut(other);
  await other.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await signedOut(other);
  await page.reload();
  await page.getByText('Tệp “cua-xa.xlsx” đang làm dở').waitFor();
  await context.close();
});

test('what comes to be while the question stands is asked about too, before anything is lost', async () => {
  const { page, context } = await chromium.visit();
  await signIn(page, '/', COMMUNE);
  await signOut(page);
  await page.getByText('Mã truy cập chỉ được giữ trong thẻ này.').waitFor();
  await draftAt(page, 'bieu-mat.xlsx');
  await page.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await page.getByText('Tệp “bieu-mat.xlsx” của kỳ 2026, chưa có biên nhận.').waitFor();
  await page.getByText('Mã truy cập chỉ được giữ trong thẻ này.').waitFor();
  await page.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(page);
  await context.close();
});

test('what another tab of the agency holds, and this one cannot see, is asked about too', async () => {
  const { page, context } = await chromium.visit();
  await signIn(page, '/', COMMUNE);
  await page.getByRole('button', { name: 'Nhập trên trang' }).click();
  await page.getByLabel('Tử số').first().fill('7');
  const other = await context.newPage();
  await signIn(other, '/', COMMUNE);
  await signOut(other);
  await other.getByText('Ở thẻ khác: Bản nháp nhập trên trang của kỳ 2026, đã nhập 1 dòng.').waitFor();
  await other.getByRole('button', { name: 'Ở lại' }).click();
  await signedIn(other);
  expect(await page.getByLabel('Tử số').first().inputValue()).toBe('7');
  await context.close();
});

test('a key that another agency keeps on the machine is left alone by who comes in and leaves for the tab', async () => {
  const { page, context } = await chromium.visit();
  const other = await context.newPage();
  await other.goto(`${service.baseUrl}/`);
  await signIn(page, '/', OFFICE, 'on the machine');
  // Its page stood open before the office came in.
  await other.getByLabel('Mã truy cập').fill(service.keys[COMMUNE]!);
  await other.keyboard.press('Enter');
  await signedIn(other);
  await page.reload();
  await signedIn(page);
  await draftAt(other, 'bieu-mat.xlsx');
  await signOut(other);
  await other.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(other);
  expect((await kept(other)).includes('bieu-mat')).toBe(false);
  await page.reload();
  await signedIn(page);
  await context.close();
});

test('signing out in one tab signs out another one that is just opening', async () => {
  const { page, context } = await chromium.visit({ serviceWorkers: 'block' });
  await signIn(page, '/', COMMUNE);
  const other = await context.newPage();
  await signIn(other, '/', COMMUNE);
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/api/me', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.getByText('Đang mở').waitFor();
  await signOut(other);
  await other.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await signedOut(other);
  await signedOut(page);
  answer();
  await page.reload();
  await signedOut(page);
  expect(await kept(page)).not.toMatch(TRACES);
  await context.close();
});

test('what another tab would lose is asked about also where that tab is busy and hears late', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 800 } });
  await signIn(page, '/', OFFICE, 'on the machine');
  const desk = await context.newPage();
  await hearsLate(desk, 1_000);
  await desk.goto(`${service.baseUrl}/desk/?the=tinh-hinh&donvi=SYT`);
  await desk.getByLabel('Ý kiến về dòng I.1.1').fill('Đề nghị gửi kèm số văn bản');
  await signOut(page);
  await page.getByText('Ở thẻ khác: Ý kiến đang ghi ở 1 dòng, chưa gửi.').waitFor();
  await context.close();
});

test('without a network an agency signs out all the same', async () => {
  const { page, context } = await chromium.visit();
  await signIn(page, '/', COMMUNE);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await draftAt(page, 'bieu-mat.xlsx');
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Tệp “bieu-mat.xlsx” (kỳ 2026) vẫn được giữ trên máy này').waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(page);
  expect(await kept(page)).not.toMatch(TRACES);
  await context.close();
});

test.each([
  ['', 0],
  [', on a machine that paints late too', 1_000],
])('what comes to an end after signing out is not kept: a sending under way leaves no draft behind%s', async (_, late) => {
  const { page, context } = await chromium.visit({ serviceWorkers: 'block' });
  if (late) await paintsLate(context, late);
  await signIn(page, '/', COMMUNE);
  await draftAt(page, 'bieu-mat.xlsx');
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/api/periods/2026/reports/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await held;
    return route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"detail":"Không nhận."}' });
  });
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByText('Đang gửi báo cáo').waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(page);
  answer();
  await page.waitForTimeout(500);
  expect(await kept(page)).not.toMatch(TRACES);
  await context.close();
});

test('a draft that a busy machine is still writing when its agency signs out is not kept, and not sent', async () => {
  const { page, context } = await chromium.visit({ serviceWorkers: 'block' });
  await signIn(page, '/', COMMUNE);
  await draftAt(page, 'bieu-mat.xlsx');
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
  // The next opening of the database is told of late: once its agency has signed out.
  await page.evaluate(() => {
    const usual = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...words) => {
      indexedDB.open = usual;
      document.body.dataset.opening = 'late';
      const request = usual(...words);
      const told = Promise.all((['success', 'told'] as const).map((name) => new Promise((done) => request.addEventListener(name, done))));
      document.addEventListener('told', () => request.dispatchEvent(new Event('told')));
      Object.defineProperty(request, 'onsuccess', {
        set: (act: () => void) => void told.then(act).then(() => document.body.append('Muộn')),
      });
      return request;
    };
  });
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.locator('body[data-opening]').waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
  await signedOut(page);
  await page.evaluate(() => document.dispatchEvent(new Event('told')));
  await page.getByText('Muộn').waitFor();
  await page.waitForTimeout(500);
  expect([sent, await kept(page)]).toEqual([[], expect.not.stringMatching(TRACES)]);
  await context.close();
});
