import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

const ROW = 'PL1.I.1.3';
const FINANCE = 'STC' as AgencyId;
const HEALTH = 'SYT' as AgencyId;
const HOME = 'SNV' as AgencyId;
const SILENT = 'XA-21034' as AgencyId;

let service: Service;
let chromium: Chromium;

const answered =
  (numerator: number, denominator: number, evidence = 'BC 12/BC-STC') =>
  (report: ReturnType<typeof aReport>) => ({
    ...report,
    indicators: { ...report.indicators, [ROW]: { state: 'reported' as const, numerator, denominator, evidence } },
  });

served(async (both) => {
  ({ service, chromium } = both);
  const senders = obligations.agencies.filter(({ id }, k) => (k < 16 || k % 8 === 0 || id === 'CAT') && id !== SILENT).map(({ id }) => id);
  for (const id of senders)
    await send(service, aReport(id, id === HEALTH ? answered(0, 500) : id === HOME ? answered(500, 500) : undefined));
  await send(service, aReport(FINANCE, answered(700, 1000)), 1);
  expect(senders.length).toBeGreaterThan(20);
});

async function desk(query = '?the=ma-tran', options: Parameters<Chromium['visit']>[0] = {}) {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 800 }, ...options });
  await signInAt(visit.page, service, 'VPUB', query);
  await visit.page.getByRole('grid').waitFor();
  return visit;
}

const cellOf = (page: Page, agency: string) => page.getByRole('gridcell', { name: new RegExp(`^${agency}, I\\.1\\.3:`) });
const panelOf = (page: Page) => page.locator('.side-panel');

test('the heat map tells met, below and missing apart by sign, word and ground; a missing cell is not a zero', async () => {
  const { page, errors, strayed, context } = await desk(`?tim=${encodeURIComponent('I.1.3')}`);
  const groundOf = (agency: string) =>
    cellOf(page, agency).evaluate((one) => `${one.textContent}|${getComputedStyle(one).backgroundImage}`);
  expect(await cellOf(page, 'Sở Nội vụ').getAttribute('aria-label')).toBe('Sở Nội vụ, I.1.3: 100% (500/500) Đạt mức của chỉ tiêu');
  expect(await groundOf('Sở Y tế')).toBe('▲\n0%|none');
  await page.getByLabel('Tìm đơn vị hoặc chỉ tiêu').fill('');
  await page.getByLabel('Chỉ chỗ chưa báo cáo').check();
  const missing = page.locator('.grid .cell.missing').first();
  expect(await missing.textContent()).toBe('○');
  expect(await missing.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain('repeating-linear-gradient');
  expect(new URL(page.url()).searchParams.get('thieu')).toBe('1');
  expect([errors, strayed]).toEqual([[], []]);
  await context.close();
});

test('a search without diacritics finds both communes, and a link with it shows another person the same', async () => {
  const { page, context } = await desk();
  await page.getByLabel('Tìm đơn vị hoặc chỉ tiêu').fill('son ha');
  await page.getByText('21 chỉ tiêu × 2 đơn vị').waitFor();
  expect(await page.locator('.grid .agency').allTextContents()).toEqual(['Xã Sơn Hạ', 'Xã Sơn Hà']);
  await page.getByLabel('Tìm đơn vị hoặc chỉ tiêu').fill('Sơn Hạ');
  await page.getByText('21 chỉ tiêu × 1 đơn vị').waitFor();
  expect(page.url()).not.toContain('pls_');
  await page.reload();
  await page.getByText('21 chỉ tiêu × 1 đơn vị').waitFor();
  await page.getByLabel('Tìm đơn vị hoặc chỉ tiêu').fill('không có tên này');
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByText('21 chỉ tiêu × 112 đơn vị').waitFor();
  await context.close();
});

test('by the keyboard alone: to a cell, into its panel with figure, evidence, source, history and use, and back to the cell', async () => {
  const { page, context } = await desk();
  await page.getByLabel('Chỉ chỗ chưa báo cáo').focus();
  await page.keyboard.press('Tab');
  for (const key of ['Control+End', 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await panel.getByText('Lần nộp 1 ·').waitFor();
  const text = (await panel.textContent()) ?? '';
  for (const part of [
    'I.1.3 · Sở Tài chính',
    '70% (700/1.000)',
    'BC 12/BC-STC',
    'Tử số 700/',
    'Người gửiSở Tài chính',
    'Lần nộp 2',
    'Tử số: 2.904 → 700',
    'Mẫu số: 3.350 → 1.000',
  ])
    expect(text).toContain(part);
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2'));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await soon(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Sở Tài chính, I.1.3'),
  );
  expect(await page.getByRole('grid').locator('[tabindex="0"]').count()).toBe(1);
  await context.close();
});

test('the row opens with its result, reason, method and the agencies that pull it down, the heaviest first', async () => {
  const { page, context, errors } = await desk(`?dong=${ROW}`);
  const panel = panelOf(page);
  await panel.getByRole('heading', { name: 'Đơn vị làm giảm kết quả' }).waitFor();
  const text = (await panel.textContent()) ?? '';
  for (const part of [
    'Chỉ tiêu I.1.3',
    'mục tiêu 95%',
    'Chưa đạt, còn hạn',
    'Tạm tính',
    'Tử số: số lượt đánh giá hài lòng.',
    'Diễn biến qua các kỳ',
  ])
    expect(text).toContain(part);
  const short = (await panel.locator('table').first().locator('tbody td:last-child').allTextContents()).map((one) =>
    Number(one.replaceAll('.', '')),
  );
  expect(short.length).toBeGreaterThan(5);
  expect(short).toEqual([...short].sort((one, two) => two - one));
  expect(await seriousFaults(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Sở Y tế' }).click();
  await panel.getByText('0% (0/500)').waitFor();
  await page.goBack();
  await panel.getByRole('heading', { name: 'Đơn vị làm giảm kết quả' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('a new submission shows within five seconds, without reloading', async () => {
  const { page, context } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 800 } });
  const underWay = new Set<unknown>();
  const hasEnded = (request: unknown) => underWay.delete(request);
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', hasEnded).on('requestfailed', hasEnded);
  await page.clock.install(); // so that the five seconds are the page's, on any machine
  await signInAt(page, service, 'VPUB', `?dong=${ROW}&donvi=${SILENT}`);
  await panelOf(page).getByText('Đơn vị chưa báo cáo dòng này').waitFor();
  await page.clock.pauseAt(Date.now() + 60_000);
  await soon(() => expect(underWay.size).toBe(0)); // the next question is asked so long after the last answer
  await page.evaluate(() => undefined);
  const changed = page.waitForResponse((response) => response.url().endsWith('/matrix') && response.status() === 200);
  await send(service, aReport(SILENT));
  await page.clock.runFor(5_000);
  await changed;
  await page.clock.resume();
  await panelOf(page).getByText('Lần nộp 1 ·').waitFor();
  await context.close();
});

test.each([
  { width: 320, colorScheme: 'light' },
  { width: 768, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 2560, colorScheme: 'light' },
] as const)('the matrix stands at $width in $colorScheme without a fault', async ({ width, colorScheme }) => {
  const { page, context, errors } = await desk(width === 768 ? `?dong=${ROW}` : '?the=ma-tran', {
    viewport: { width, height: 800 },
    colorScheme,
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await page.locator('.grid .cell').count()).toBeGreaterThan(3);
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await pictureOf(page, `desk-matrix-${width}-${colorScheme}`);
  await context.close();
});

test('with two periods the row shows its course as a chart, beside a table of the same figures', async () => {
  const opened = await fetch(`${service.baseUrl}/api/periods`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    body: JSON.stringify({ period: '2027' }),
  });
  expect(opened.status).toBeLessThan(300);
  await send(service, { ...aReport(FINANCE, answered(900, 1000)), period: '2027' as Period });
  const { page, context, errors } = await desk(`?ky=2027&dong=${ROW}`);
  const panel = panelOf(page);
  await panel.locator('svg.trend circle').nth(1).waitFor();
  expect(await panel.locator('table').last().locator('tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/^2026\d+,\d+%$/),
    '202790%',
  ]);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'desk-trend');
  expect(errors).toEqual([]);
  await context.close();
});

test('how long the first draw takes (a figure to look at, no gate)', async () => {
  const { page, context } = await desk();
  const times: number[] = [];
  for (let k = 0; k < 5; k++) {
    await page.getByRole('link', { name: 'Cảnh báo' }).click();
    await page.locator('.flags').waitFor();
    times.push(
      await page.evaluate(async () => {
        const drawn = new Promise<number>((tell) => {
          const watch = new MutationObserver(() => {
            if (!document.querySelector('.grid .cell')) return;
            watch.disconnect();
            tell(performance.now());
          });
          watch.observe(document.body, { childList: true, subtree: true });
        });
        const from = performance.now();
        [...document.querySelectorAll<HTMLElement>('.tabs a')].find((one) => one.textContent === 'Ma trận')?.click();
        return (await drawn) - from;
      }),
    );
  }
  const cells = await page.locator('.grid .cell').count();
  console.info(`desk: from the click to ${cells} drawn cells of 21 × 112: ${times.map((one) => one.toFixed(1)).join(', ')} ms of script`);
  expect(cells).toBeGreaterThan(100);
  await context.close();
});

test('twelve rows and twenty agencies stand whole on a screen of 1366 × 768, no figure cut off', async () => {
  const { page, context } = await desk('?the=ma-tran', { viewport: { width: 1366, height: 768 } });
  const seen = await page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const [grid, corner] = ['.grid', '.corner'].map((name) => boxOf(document.querySelector(name)!)) as [DOMRect, DOMRect];
    const all = (name: string) => [...document.querySelectorAll(name)];
    return {
      rows: all('.row-head').filter((one) => boxOf(one).top >= corner.bottom - 1 && boxOf(one).bottom <= Math.min(grid.bottom, innerHeight))
        .length,
      agencies: all('.grid-head .agency').filter((one) => boxOf(one).left >= corner.right - 1 && boxOf(one).right <= grid.right).length,
      cut: all('.grid-row .cell, .agency span').filter((one) => one.scrollWidth > one.clientWidth).length,
    };
  });
  expect(seen.rows).toBeGreaterThanOrEqual(12);
  expect(seen.agencies).toBeGreaterThanOrEqual(20);
  expect(seen.cut).toBe(0);
  await context.close();
});
