import { readdirSync } from 'node:fs';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { isWhole } from '../../support/is-whole.ts';
import { lookFaults } from '../../support/look-faults.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { tooSmall } from '../../support/too-small.ts';

const PAGES = [
  '/',
  '/xac-minh/',
  '/cong-khai/',
  '/desk/',
  '/pane/',
  '/dang-nhap/',
  '/huong-dan/',
  '/huong-dan/dien-bieu/',
  '/khong-co-trang-nay/',
];
/** What a page may ask before a key is there: what is public. */
const ASKED: Readonly<Record<string, RegExp>> = {
  '/cong-khai/': /^\/api\/public/,
  '/huong-dan/': /^\/api\/public/,
};
const MISSING = '/khong-co-trang-nay/';
const OFFICE = 'https://appsforoffice.microsoft.com/';

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

describe.each(PAGES)('the page %s', (path) => {
  test.each([
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)(
    'opens without a fault, asks nobody for anything before a key is there: $width $colorScheme',
    async ({ width, colorScheme }) => {
      const { page, context, errors, strayed } = await chromium.visit({
        origin: service.baseUrl,
        viewport: { width, height: 800 },
        colorScheme,
      });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.route(`${OFFICE}**`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(`${service.baseUrl}${path}`);
      await isWhole(page);
      expect(errors.filter((error) => !(path === MISSING && error.includes('status of 404')))).toEqual([]);
      expect(strayed.filter((address) => !(path.startsWith('/pane/') && address.startsWith(OFFICE)))).toEqual([]);
      expect(asked.filter((one) => one.startsWith('/api') && !ASKED[path]?.test(one))).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect([await seriousFaults(page), await lookFaults(page)]).toEqual([[], []]);
      await pictureOf(page, `page-${path.replaceAll('/', '')}-${width}-${colorScheme}`);
      await context.close();
    },
  );

  test('has room for fingers, and letters as large as the reader has set them', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.route(`${OFFICE}**`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`${service.baseUrl}${path}`);
    await isWhole(page);
    expect(await tooSmall(page)).toEqual([]);
    const sizes = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).fontSize));
    const usual = await sizes();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect([usual, await sizes()]).toEqual(path.startsWith('/pane/') ? [14, 28] : [16, 32]);
    await context.close();
  });
});

test.each(['/', '/xac-minh/', '/cong-khai/', '/desk/', '/huong-dan/', '/huong-dan/dien-bieu/', '/khong-co-trang-nay/'])(
  'the keyboard goes past the ways to other pages: %s',
  async (path) => {
    const { page, context } = await chromium.visit();
    await page.goto(`${service.baseUrl}${path}`);
    await isWhole(page);
    await page.keyboard.press('Tab');
    await soon(async () => expect(await page.locator(':focus').textContent()).toBe('Tới nội dung chính'));
    await page.keyboard.press('Enter');
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN'));
    await context.close();
  },
);

test('no guide is wider than a telephone, and none has a serious fault', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 360, height: 740 } });
  for (const name of readdirSync('docs/huong-dan').filter((one) => one.endsWith('.md') && one !== 'README.md')) {
    await page.goto(`${service.baseUrl}/huong-dan/${name.slice(0, -3)}/`, { waitUntil: 'networkidle' });
    expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 360]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
  }
  await context.close();
});

const PROGRAMS = ['/', '/xac-minh/', '/cong-khai/', '/desk/', '/pane/', '/dang-nhap/'];

test.each(PROGRAMS)('%s says what to do where its program is not let run', async (path) => {
  const html = await (await fetch(`${service.baseUrl}${path}`)).text();
  expect(/<noscript><p>(.*?)<\/p><\/noscript>/.exec(html)?.[1]).toMatch(/^Trình duyệt đang tắt JavaScript .* rồi tải lại trang\.$/);
});

test.each(PROGRAMS)('%s says what to do where the browser does not understand its program, or it did not come', async (path) => {
  const { page, context } = await chromium.visit({ serviceWorkers: 'block' });
  await page.route(`${OFFICE}**`, (route) => route.abort());
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'this is no program' }));
  await page.goto(`${service.baseUrl}${path}`);
  await page.getByText('Trang chưa chạy được').waitFor();
  await context.close();
});

test('the guides tell whom to ask as the newest period’s letters do, and each guide stands in their list', async () => {
  const as = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${service.baseUrl}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const contact = { name: 'Chị Lan, Phòng Tổng hợp', phone: '0255 3 822 000', email: 'tonghop@example.vn' };
  const { page, context } = await chromium.visit();
  await page.goto(`${service.baseUrl}/huong-dan/`);
  await page.locator('#dau-moi', { hasText: 'Văn phòng' }).waitFor();
  const settings = { settings: { contact }, reason: 'Ghi đầu mối' };
  expect((await as('PUT', '/periods/2026/settings', settings, { 'if-match': '"0"' })).status).toBe(200);
  await page.reload();
  await page.getByRole('link', { name: contact.phone }).waitFor();
  expect(await page.locator('#dau-moi').textContent()).toBe('Chị Lan, Phòng Tổng hợp · 0255 3 822 000 · tonghop@example.vn');
  const listed = await page
    .locator('main table a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const guides = readdirSync('docs/huong-dan').flatMap((name) =>
    name.endsWith('.md') && name !== 'README.md' ? [`/huong-dan/${name.slice(0, -3)}/`] : [],
  );
  expect(listed.sort()).toEqual(guides.sort());
  await context.close();
});
