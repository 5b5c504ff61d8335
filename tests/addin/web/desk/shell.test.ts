import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { TASK_WORDS } from '../../../../core/wording/labels.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const { id } of obligations.agencies.slice(0, 20)) await send(service, aReport(id));
});

const desk = async (agency: string, query = '', options: Parameters<Chromium['visit']>[0] = {}) => {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 800 }, ...options });
  await signInAt(visit.page, service, agency, query);
  return visit;
};

test('the top line tells what was received, what is late, what was returned, and how long it still runs', async () => {
  const { page, context, errors, strayed } = await desk('VPUB');
  await page.locator('.at-a-glance').waitFor();
  expect(await page.locator('.at-a-glance dt').allTextContents()).toEqual([
    'Đã nhận',
    'Chưa gửi',
    'Chờ thẩm định',
    'Gửi muộn',
    'Trả lại',
    'Hạn 29/11/2026',
  ]);
  expect(await page.locator('.at-a-glance dd').first().textContent()).toBe('20/112');
  expect(await page.locator('.updated').textContent()).toMatch(/^Cập nhật \d\d:\d\d:\d\d$/);
  await page.getByRole('link', { name: 'Khóa kỳ' }).click();
  expect(new URL(page.url()).searchParams.get('the')).toBe('quan-tri');
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('the desk tells the plan’s time, wherever its browser stands', async () => {
  const { page, context } = await desk('VPUB', '', { timezoneId: 'America/New_York' });
  const told = await page.locator('.updated', { hasText: 'Cập nhật' }).textContent();
  const [hours, minutes] =
    /(\d\d):(\d\d):\d\d$/
      .exec(told ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const now = new Date(Date.now() + 7 * 3_600_000);
  const late = now.getUTCHours() * 60 + now.getUTCMinutes() - ((hours ?? 0) * 60 + (minutes ?? 0));
  expect((late + 1_440) % 1_440).toBeLessThan(3);
  await context.close();
});

test('an agency that neither consolidates nor leads is told where to go', async () => {
  const { page, context } = await desk('XA-21211');
  await page.getByText('không tổng hợp và không chủ trì chỉ tiêu nào').waitFor();
  expect(await page.locator('main').getByRole('link', { name: 'Nộp báo cáo' }).getAttribute('href')).toBe('/');
  await page.getByRole('button', { name: 'Dùng mã khác' }).click();
  await page.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await page.getByLabel('Mã truy cập').waitFor();
  await context.close();
});

test('the head names the person whom a key names', async () => {
  const answer = await fetch(`${service.baseUrl}/api/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    body: JSON.stringify({ agency: 'VPUB', user: 'Nguyễn Văn A' }),
  });
  const { key } = (await answer.json()) as { key: string };
  const { page, context } = await chromium.visit({ origin: service.baseUrl });
  await page.goto(`${service.baseUrl}/desk/`);
  await page.getByLabel('Mã truy cập').fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('banner').getByText('Nguyễn Văn A').waitFor();
  await context.close();
});

test('a lead sees its own rows alone, and no act that is not its', async () => {
  const { page, context, errors } = await desk('SNV');
  await page.getByRole('grid').waitFor();
  const led = obligations.plan.indicators.filter(({ leads }) => leads.includes('SNV'));
  expect(await page.getByRole('rowheader').count()).toBe(led.length);
  expect(await page.getByRole('link', { name: 'Khóa kỳ' }).count()).toBe(0);
  await page.getByRole('rowheader').first().click();
  await page.locator('.side-panel').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('a hidden tab asks nothing, and asks at once when it is shown again; an outage is told and the figures stay', async () => {
  const { page, context } = await desk('VPUB', '?the=ma-tran');
  await page.getByRole('grid').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await soon(async () => {
    asked.length = 0;
    await page.waitForTimeout(1_000); // what was under way may bring more
    expect(asked).toEqual([]);
  });
  await page.waitForTimeout(5_000);
  expect(asked).toEqual([]);
  await page.route('**/api/**', (route) => route.abort());
  await hide(false);
  await page.getByText('Không kết nối được với máy chủ').waitFor();
  expect(await page.getByRole('grid').count()).toBe(1);
  await page.unroute('**/api/**');
  await page.getByText('Không kết nối được với máy chủ').waitFor({ state: 'detached' });
  await context.close();
});

test('a desk without a period offers to open the first', async () => {
  const { page, context } = await chromium.visit({ origin: service.baseUrl });
  let opened = false;
  await page.route('**/api/periods', async (route) => {
    if (route.request().method() === 'POST') opened = route.request().postData() === '{"period":"2026"}';
    return opened ? route.continue() : route.fulfill({ json: { periods: [] } });
  });
  await signInAt(page, service, 'VPUB');
  await page.getByRole('button', { name: 'Mở kỳ 2026' }).click();
  await page.locator('.overview').waitFor();
  await context.close();
});

test('a flag tells its reason and leads to its row', async () => {
  const { page, context } = await desk('VPUB', '?the=canh-bao');
  const flags = page.locator('.flags > li');
  await flags.first().waitFor();
  expect(await flags.first().locator('.reason').textContent()).toMatch(/thấp hơn (mục tiêu|yêu cầu)/);
  await page.getByLabel('Tìm trong cảnh báo').fill('hai long');
  await page.getByText('Đang xem 1').waitFor();
  await page.getByRole('link', { name: 'Chỉ tiêu I.1.3' }).click();
  await page.locator('.side-panel').getByRole('heading', { name: 'Chỉ tiêu I.1.3' }).waitFor();
  await context.close();
});

test('the board holds all tasks by status; one opens with its agencies, an agency with its word, source and history', async () => {
  const { page, context, errors } = await desk('VPUB', '?the=nhiem-vu');
  await page.locator('.board button').first().waitFor();
  expect(await page.locator('.board button').count()).toBe(43);
  const status = page.getByLabel('Tình trạng');
  await status.selectOption('in-progress');
  await soon(async () =>
    expect(await page.locator('.board h3').allTextContents()).toEqual([expect.stringContaining(TASK_WORDS['in-progress'])]),
  );
  await page.locator('[data-task="PL2.II.1"]').press('Enter');
  const panel = page.locator('.side-panel');
  await panel.getByRole('button', { name: 'Sở Tài chính' }).click();
  await panel.getByText('Lần nộp 1 ·').waitFor();
  expect(await panel.textContent()).toContain('Người gửiSở Tài chính');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await context.close();
});

test.each(['canh-bao', 'nhiem-vu'])('the tab %s stands from 320 to 2560 px, light and dark, without a serious fault', async (the) => {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1280, 'light'],
    [2560, 'dark'],
  ] as const) {
    const { page, context } = await desk('VPUB', `?the=${the}`, { viewport: { width, height: 800 }, colorScheme });
    await page
      .locator(the === 'canh-bao' ? '.flags > li' : '.board li')
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await seriousFaults(page)).toEqual([]);
    await pictureOf(page, `desk-${the}-${width}`);
    await context.close();
  }
});

test('the first load of the desk is at most 150 kB in gzip', () => {
  const html = readFileSync('dist/pages/desk/index.html', 'utf8');
  const parts = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => readFileSync(`dist/pages${path}`));
  const bytes = [Buffer.from(html), ...parts].reduce((sum, part) => sum + gzipSync(part).length, 0);
  console.info(`desk: first load ${(bytes / 1000).toFixed(1)} kB in gzip`);
  expect(parts.length).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(150_000);
  expect(parts.filter((part) => part.includes('acquireTokenSilent'))).toEqual([]); // Microsoft's sign-in comes when it is chosen
});
