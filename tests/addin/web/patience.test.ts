import type { Page } from 'playwright-core';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import { FailingProxy, type Plan, type Trouble } from '../../support/failing-proxy.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';

const WAIT_MS = 20_000;
/** As long as a page waits for an answer to begin, and a little more. */
const PATIENCE_MS = 21_000;

let service: Service;
let chromium: Chromium;
let proxy: FailingProxy;
let origin: string;

served(async (both) => {
  ({ service, chromium } = both);
  proxy = new FailingProxy(Number(new URL(service.baseUrl).port), (path) => path.startsWith('/api/'));
  origin = `http://127.0.0.1:${await proxy.start()}`;
});
afterAll(() => proxy?.stop());

interface Opened {
  readonly name: string;
  readonly path: string;
  /** Who is signed in in this tab already. */
  readonly agency: string | null;
  /** How many calls its first load makes, and what is on the screen after them. */
  readonly calls: number;
  readonly there: (page: Page) => Promise<unknown>;
}

const text = (wanted: string) => (page: Page) => page.getByText(wanted).first().waitFor({ timeout: WAIT_MS });
const PAGES: readonly Opened[] = [
  { name: 'the upload page', path: '/', agency: 'XA-21211', calls: 4, there: text('1. Lấy biểu') },
  {
    name: 'the desk',
    path: '/desk/?the=ma-tran',
    agency: 'VPUB',
    calls: 6,
    there: (page) => page.getByRole('grid').waitFor({ timeout: WAIT_MS }),
  },
  { name: 'the public page', path: '/cong-khai/', agency: null, calls: 2, there: text('Chưa có số liệu công bố.') },
  {
    name: 'the proof',
    path: `/xac-minh/#ky=2026&don-vi=SNV&ma=${'a'.repeat(64)}`,
    agency: null,
    calls: 2,
    there: text('Không có báo cáo nào được tiếp nhận mang mã này'),
  },
];

const once = (from: number, trouble: Trouble): Plan => ({ from, calls: 'one', effect: 'before', trouble });

async function opened({ path, agency }: Opened, plan: Plan | null, withClock: 'with a clock of the test' | 'in time' = 'in time') {
  const visit = await chromium.visit({ origin, viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const { page } = visit;
  if (agency)
    await page.addInitScript(
      (kept) => sessionStorage.setItem('phuluc-khoa-truy-cap', kept),
      JSON.stringify({ key: service.keys[agency], agency }),
    );
  if (withClock === 'with a clock of the test') await page.clock.install();
  proxy.follow(plan);
  await page.goto(`${origin}${path}`);
  return visit;
}

describe.each(PAGES)('$name', (opening) => {
  test.each(['reset', 408, 502] as const)('opens by itself although the first call comes to %s', async (trouble) => {
    const { page, context } = await opened(opening, once(1, trouble));
    await opening.there(page);
    await context.close();
  });

  test('opens although any one of its first calls fails, whichever it is', async () => {
    for (let from = 2; from <= opening.calls; from++) {
      const { page, context } = await opened(opening, once(from, 502));
      await opening.there(page);
      expect(proxy.calls).toBeGreaterThan(from);
      await context.close();
    }
  });

  test('a first call that nobody answers for a minute is shown as under way, given up, told and asked again', async () => {
    const { page, context } = await opened(opening, once(1, 'hang'), 'with a clock of the test');
    await page.clock.fastForward(1_500);
    await page.getByRole('progressbar').first().waitFor();
    await page.clock.fastForward(6_000);
    await page.getByText('Máy chủ trả lời chậm hơn thường lệ').first().waitFor();
    await page.getByRole('button', { name: 'Thử lại' }).first().waitFor();
    await page.clock.fastForward(PATIENCE_MS);
    await opening.there(page);
    await context.close();
  });

  test('as long as the server is away the page says so, counts down, and “Thử lại” does not wait', async () => {
    const { page, context } = await opened(opening, { from: 1, calls: 'all', effect: 'before', trouble: 503 }, 'with a clock of the test');
    await page
      .getByText(/Tự thử lại sau \d+ giây\./)
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await pictureOf(page, `waiting-${opening.path.replace(/#.*/, '').replaceAll('/', '')}-${width}-${colorScheme}`);
      }
    // What is left is read while the clock stands still: on a busy machine it would be gone before anybody has pressed.
    await soon(async () => {
      await page.clock.resume();
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2_000)); // a moment ahead would be past already
      expect(await page.locator('body').textContent()).toMatch(/sau ([3-9]|\d\d) giây/);
    });
    proxy.follow(null);
    const asked = page.waitForRequest('**/api/**');
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.clock.runFor(1_000); // of the three and more that were left to wait
    await asked;
    await page.clock.resume();
    await opening.there(page);
    await context.close();
  });
});

test('a key that was taken back is told, and another can be given at once', async () => {
  const visit = await chromium.visit({ origin, serviceWorkers: 'block' });
  await visit.page.addInitScript(() =>
    sessionStorage.setItem('phuluc-khoa-truy-cap', JSON.stringify({ key: `pls_${'A'.repeat(43)}`, agency: 'SNV' })),
  );
  proxy.follow(null);
  await visit.page.goto(`${origin}/`);
  await visit.page.getByRole('alert').first().waitFor();
  await visit.page.getByLabel('Mã truy cập').fill(service.keys.SNV!);
  await visit.page.keyboard.press('Enter');
  await visit.page.getByText('1. Lấy biểu').waitFor();
  await visit.context.close();
});

test('a part of the desk’s program that does not come is told and asked for again', async () => {
  const { page, context } = await opened({ ...PAGES[1]!, path: '/desk/?the=ma-tran' }, null);
  await page.getByRole('grid').waitFor();
  await page.route(/\/assets\/admin-tab-/, (route) => route.abort());
  await page.getByRole('link', { name: 'Quản trị' }).click();
  await page.getByText(/Tự thử lại sau|Đang thử lại/).waitFor({ timeout: WAIT_MS });
  await page.unroute(/\/assets\/admin-tab-/);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('navigation', { name: 'Các mục quản trị' }).waitFor({ timeout: WAIT_MS });
  await context.close();
});

test('a part of the desk that is opened later waits and asks again as the desk itself does', async () => {
  const { page, context } = await opened({ ...PAGES[1]!, path: '/desk/?the=quan-tri&muc=thiet-lap' }, null);
  await page.getByLabel('Hạn gửi (ngày/tháng)').waitFor();
  const parts = page.getByRole('navigation', { name: 'Các mục quản trị' });
  for (const [name, seen] of [
    ['Mã truy cập', 'Cấp lúc'],
    ['Nhật ký', /^\d+ việc$/],
    ['Nhận tệp thay đơn vị', 'Không có tệp nào đang chờ đơn vị gửi lại.'],
    ['Thiết lập kỳ', 'Ngày chốt và hạn gửi'],
  ] as const) {
    await page.route(/\/api\/(keys|periods\/2026\/(audit|refused|settings))$/, (route) => route.abort(), { times: 1 });
    await parts.getByRole('link', { name }).click();
    await page.getByText(seen).first().waitFor({ timeout: WAIT_MS });
    await page.unroute(/\/api\/(keys|periods\/2026\/(audit|refused|settings))$/);
  }
  await context.close();
});
