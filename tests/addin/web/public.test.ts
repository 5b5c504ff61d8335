import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { TINH_KHE } from '../../support/a-form.ts';
import type { Service } from '../../support/a-service.ts';
import { aReport } from '../../support/an-api.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../support/browser.ts';
import { isWhole } from '../../support/is-whole.ts';
import { lookFaults } from '../../support/look-faults.ts';
import { printedPages } from '../../support/printed-pages.ts';
import { served } from '../../support/served.ts';

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

async function call(agency: string, method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys[agency]}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`[public] "${path}": ${response.status}`);
}

const visit = async (query = '', options: Parameters<Chromium['visit']>[0] = {}): Promise<Visit> => {
  const opened = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.goto(`${service.baseUrl}/cong-khai/${query}`);
  await isWhole(opened.page);
  return opened;
};

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('before any close the page says when figures will be there', async () => {
  const { page, context, errors } = await visit();
  await page.getByText('Chưa có số liệu công bố.').waitFor();
  expect(errors).toEqual([]);
  await pictureOf(page, 'public-empty');
  await context.close();
});

describe('once a period is published', () => {
  beforeAll(async () => {
    await call(TINH_KHE, 'PUT', `/periods/2026/reports/${TINH_KHE}`, aReport(TINH_KHE, 949), {
      'idempotency-key': randomUUID(),
      'if-none-match': '*',
    });
    await call('VPUB', 'POST', '/periods/2026/close', {});
    await call('VPUB', 'POST', '/periods/2026/publish', {});
  });

  test('anyone reads target, result, verdict and who has reported, without a key', async () => {
    const { page, context, errors, strayed } = await visit();
    await page.getByText('Kỳ báo cáo năm 2026.').waitFor();
    const cells = await rowOf(page, 'hài lòng').first().locator('td').allTextContents();
    expect(cells.slice(1)).toEqual(['', '95%', '94,9%949/1.000', '○ Chưa đủ đơn vị báo cáo', expect.stringMatching(/^1\/\d+ \(0,\d+%\)$/)]);
    expect(await rowOf(page, 'hài lòng').first().getByRole('img').getAttribute('aria-label')).toMatch(/kết quả 94,9%, mục tiêu 95%$/);
    await page.getByText('Chỉ tiêu có dưới 50% đơn vị báo cáo chưa được đánh giá.').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('10 chỉ tiêu của kỳ');
    expect([errors, strayed]).toEqual([[], []]);
    expect(await seriousFaults(page)).toEqual([]);
    const lines = await page
      .locator('.figures th[scope=row]')
      .evaluateAll((names) => names.map((one) => one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight)));
    expect(Math.max(...lines)).toBeLessThan(6.5);
    expect(await lookFaults(page)).toEqual([]);
    await pictureOf(page, 'public-1280');
    await context.close();
  });

  test('the table is there as CSV, with the byte order mark that Excel needs', async () => {
    const { page, context } = await visit('?ky=2026');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng (CSV)' }).click()]);
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(download.suggestedFilename()).toBe('ket-qua-cong-bo-2026.csv');
    expect(lines[0]).toBe('\ufeffMã,TT,Chỉ tiêu,Mục tiêu,Kết quả,Chi tiết,Đánh giá,Đơn vị phải báo cáo,Đơn vị đã báo cáo');
    expect(lines.find((line) => line.startsWith('PL1.I.1.3,'))).toMatch(/,95%,"94,9%",949 trên 1\.000,Chưa đủ đơn vị báo cáo,\d+,1$/);
    expect(lines).toHaveLength(12);
    await context.close();
  });

  test('a period without figures points to those that have some', async () => {
    const { page, context } = await visit('?ky=2030');
    await page.getByText('Kỳ 2030 chưa có số liệu công bố.').waitFor();
    await page.getByRole('link', { name: 'Năm 2026' }).click();
    await page.getByText('Kỳ báo cáo năm 2026.').waitFor();
    expect(new URL(page.url()).search).toBe('?ky=2026');
    await context.close();
  });

  test.each([
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
    { width: 768, colorScheme: 'dark' },
  ] as const)('everything can be read at $width, $colorScheme', async ({ width, colorScheme }) => {
    const { page, context } = await visit('', { viewport: { width, height: 800 }, colorScheme });
    await page.getByText('Kỳ báo cáo năm 2026.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect([await seriousFaults(page), await lookFaults(page)]).toEqual([[], []]);
    await pictureOf(page, `public-${width}-${colorScheme}`);
    await context.close();
  });

  test('printed, it is the table alone: no buttons, no way to other pages', async () => {
    const { page, context } = await visit('', { viewport: { width: 794, height: 1123 } });
    await page.getByText('Kỳ báo cáo năm 2026.').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, nav:visible, .site-header:visible').count()).toBe(0);
    await pictureOf(page, 'public-print');
    expect((await printedPages(page, 'public')).length).toBeLessThanOrEqual(2);
    await context.close();
  });

  test('a period that is being revised says so and keeps its figures', async () => {
    await call('VPUB', 'POST', '/periods/2026/reopen', { reason: 'Đính chính số liệu' });
    const { page, context } = await visit();
    await page.getByText('Kỳ này đang được chỉnh lý.').waitFor();
    expect(await rowOf(page, 'hài lòng').first().textContent()).toContain('94,9%');
    await context.close();
  });
});
