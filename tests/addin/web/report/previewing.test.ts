import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { printedPages } from '../../../support/printed-pages.ts';
import { served } from '../../../support/served.ts';
import { openedDocument } from '../../../templates/report/a-built-report.ts';
import { fillForm, soundValues } from './fill-form.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MARK = 'BẢN XEM TRƯỚC – chưa gửi';
const VIEWS = [360, 768, 1366].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function signedIn(agency: string) {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await visit.page.goto(`${service.baseUrl}/`);
  await visit.page.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await button(visit.page, 'Đăng nhập').click();
  await visit.page.getByText('1. Lấy biểu').waitFor();
  return visit;
}

/** Words between blanks; the rules below names are strokes in the document and lines on the page. */
const words = (text: string): string =>
  text
    .replaceAll('─', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

/** The paper on the page and as a document say the same, and neither passes for a report that was received. */
async function comparePaper(page: Page): Promise<void> {
  await button(page, 'Xem trước báo cáo').click();
  const paper = page.getByRole('article', { name: MARK });
  await paper.waitFor();
  const texts = await paper.locator('p, th, td').allTextContents();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải bản xem trước (.docx)').click()]);
  expect(download.suggestedFilename()).toMatch(/^xem-truoc-[A-Z]+(?:-\d+)?-2026\.docx$/);
  const document = openedDocument(readFileSync(await download.path()));
  expect(texts.map(words).filter((text) => text !== MARK && text !== '')).toEqual(
    document.paragraphs.map(words).filter((text) => text !== ''),
  );
  const headers = Object.entries(document.parts).filter(([name]) => /word\/header\d*\.xml/.test(name));
  expect(headers.length).toBeGreaterThan(1);
  expect(headers.filter(([, xml]) => !xml.includes(MARK))).toEqual([]);
  expect(`${document.xml} ${texts.join(' ')}`).not.toMatch(/Biên nhận|SHA-256|Mã QR/);
}

async function inEveryView(page: Page, name: string): Promise<void> {
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 768 });
    await page.emulateMedia({ colorScheme });
    expect([width, colorScheme, await seriousFaults(page)]).toEqual([width, colorScheme, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // A name that is squeezed into a column of words is not read.
    expect(await page.locator('.reviewed > p').evaluateAll((all) => all.filter((one) => one.clientWidth < 200).length)).toBe(0);
    await pictureOf(page, `${name}-${width}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

async function onPaper(page: Page, name: string): Promise<void> {
  expect((await printedPages(page, name)).length).toBeLessThanOrEqual(3);
}

test('a commune’s file is seen as the report that its Chairman signs, on the page, on A4 and as a document, before it is sent', async () => {
  const { page, context, errors } = await signedIn('XA-21211');
  const [form] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu của đơn vị').click()]);
  const buffer = await fillForm(readFileSync(await form.path()), {
    ...soundValues(),
    'PL1.I.2.3': { state: 'Chưa có số liệu', explanation: 'Đang rà soát hồ sơ giấy <b>&' },
  });
  await page.setInputFiles('input[type=file]', { name: 'bieu.xlsx', mimeType: XLSX, buffer });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
  await comparePaper(page);
  const paper = page.getByRole('article', { name: MARK });
  await paper.getByText('Đang rà soát hồ sơ giấy <b>&').waitFor();
  expect(await paper.textContent()).toMatch(/TM\. ỦY BAN NHÂN DÂNCHỦ TỊCH/);
  await inEveryView(page, 'preview-file');
  await onPaper(page, 'preview-file');
  await button(page, 'Đóng bản xem trước').click();
  await button(page, 'Gửi báo cáo').click();
  await page.getByText(/Đã nhận báo cáo/).waitFor();
  expect(errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
  await context.close();
});

test('what a department types on the page is seen the same way, signed by its director', async () => {
  const { page, context, errors } = await signedIn('SKHCN');
  await button(page, 'Nhập trên trang').click();
  await page.getByText(/^Đã nhập \d+\/\d+ dòng/).waitFor();
  await page.getByLabel('Tử số').first().fill('9');
  await page.getByLabel('Mẫu số').first().fill('10');
  await button(page, 'Xem lại và gửi').click();
  await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor();
  await comparePaper(page);
  expect(await page.getByRole('article', { name: MARK }).textContent()).toContain('GIÁM ĐỐC');
  await button(page, 'Đóng bản xem trước').click();
  await button(page, 'Gửi báo cáo').click();
  // Whoever owes the most rows still signs on one page.
  await page.locator('.signing').waitFor({ state: 'attached' });
  const paper = { format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } };
  expect(await printedPages(page, 'phieu-trinh-ky-so', paper)).toHaveLength(1);
  expect(errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
  await context.close();
});
