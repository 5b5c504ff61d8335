import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { fillForm, soundValues } from './fill-form.ts';

/** Each test sends as a commune of its own. */
const [CHANGED, DELETED, UNTOUCHED, QUICK] = ['XA-21211', 'XA-21196', 'XA-21172', 'XA-21220'];
const folder = mkdtempSync(join(tmpdir(), 'phuluc-changed-'));
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const button = (page: Page, name: string) => page.getByRole('button', { name });
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const TOLD = 'Tệp trên máy đã được sửa, chuyển chỗ hoặc xóa sau khi kiểm tra, nên chưa gửi.';

/** The page of an agency, and its form filled with this numerator in the first row. */
async function aPage(agency: string): Promise<{ page: Page; filled: (numerator: number) => Promise<string> }> {
  const { page } = await chromium.visit({ origin: service.baseUrl });
  await page.goto(`${service.baseUrl}/`);
  await page.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await button(page, 'Đăng nhập').click();
  await sees(page, '1. Lấy biểu');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu của đơn vị').click()]);
  const form = readFileSync(await download.path());
  const filled = async (numerator: number) => {
    const path = join(folder, `${agency}-${numerator}.xlsx`);
    const values = { ...soundValues(), 'PL1.I.1.1': { state: 'Có số liệu', numerator, denominator: 100 } };
    writeFileSync(path, await fillForm(form, values));
    return path;
  };
  return { page, filled };
}
async function check(page: Page, path: string): Promise<void> {
  await page.setInputFiles('input[type=file]', path);
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
}
async function sent(agency: string): Promise<{ version: number; numerator: number } | null> {
  const response = await fetch(`${service.baseUrl}/api/periods/2026/reports/${agency}`, {
    headers: { authorization: `Bearer ${service.keys[agency]}` },
  });
  if (response.status === 404) return null;
  const { version, report } = await response.json();
  return { version, numerator: report.indicators['PL1.I.1.1'].numerator };
}

test('a file that was changed after it was checked is not sent unasked; asked again, what was checked is sent', async () => {
  const { page, filled } = await aPage(CHANGED!);
  const path = await filled(90);
  const other = await filled(12);
  await check(page, path);
  copyFileSync(other, path);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, TOLD);
  await pictureOf(page, 'report-file-changed');
  expect(await sent(CHANGED!)).toBeNull();
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\./);
  expect(await sent(CHANGED!)).toEqual({ version: 1, numerator: 90 });
});

test('a changed file that is chosen anew is checked anew and sent as it is now', async () => {
  const { page, filled } = await aPage(CHANGED!);
  const path = await filled(80);
  const other = await filled(70);
  await check(page, path);
  copyFileSync(other, path);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, TOLD);
  await button(page, 'Chọn tệp khác').click();
  await check(page, path);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\./);
  expect(await sent(CHANGED!)).toEqual({ version: 2, numerator: 70 });
});

test('a file that is gone after it was checked is told of; what was checked can still be sent', async () => {
  const { page, filled } = await aPage(DELETED!);
  const path = await filled(90);
  await check(page, path);
  rmSync(path);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, TOLD);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\./);
  expect(await sent(DELETED!)).toEqual({ version: 1, numerator: 90 });
});

test('an untouched file is sent at the first word', async () => {
  const { page, filled } = await aPage(UNTOUCHED!);
  await check(page, await filled(90));
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\./);
  expect(await sent(UNTOUCHED!)).toEqual({ version: 1, numerator: 90 });
});

test('of two files chosen one right after the other the second is shown and sent, never the first under its name', async () => {
  const { page, filled } = await aPage(QUICK!);
  const [first, second] = [await filled(11), await filled(22)];
  const files = [first, second].map((path) => readFileSync(path).toString('base64'));
  await page.evaluate(async (contents) => {
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    for (const [k, content] of contents.entries()) {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], `tep-${k + 1}.xlsx`));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, files);
  await page.getByRole('heading', { name: 'Kết quả kiểm tra “tep-2.xlsx”' }).waitFor();
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\./);
  expect(await sent(QUICK!)).toEqual({ version: 1, numerator: 22 });
});
