import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { aReport } from '../../../support/an-api.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { fillForm, soundValues, type Typed } from './fill-form.ts';

// What the page says of a file beside the version in force: rows that would be lost, remarks that wait for an answer.

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const [EMPTIED, RETURNED, FAULTY, SHUT] = ['XA-21211', 'XA-21196', 'XA-21172', 'XA-21034'];

let service: Service;
let chromium: Chromium;
served((both) => {
  ({ service, chromium } = both);
});

async function asked(caller: string, method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys[caller]}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`[${path}] ${response.status} ${await response.text()}`);
}

const send = (agency: string) =>
  asked(agency, 'PUT', `/periods/2026/reports/${agency}`, aReport(agency), { 'idempotency-key': 'k', 'if-none-match': '*' });

async function enter(agency: string): Promise<Page> {
  const { page } = await chromium.visit({ viewport: { width: 360, height: 740 } });
  await page.goto(`${service.baseUrl}/`);
  await page.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByText('Lần nộp hiện hành', { exact: true }).waitFor();
  return page;
}

async function formFrom(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await download.path());
}

async function choose(page: Page, form: Buffer, typed: Typed): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: 'bieu.xlsx', mimeType: XLSX, buffer: await fillForm(form, typed) });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
}

const sending = (page: Page) => page.getByRole('button', { name: 'Gửi báo cáo' });

test('an emptied file replaces nothing before somebody agrees to each row that it would blank', async () => {
  await send(EMPTIED);
  const page = await enter(EMPTIED);
  await choose(page, await formFrom(page, 'Biểu trống'), { 'PL1.I.1.1': { state: 'Có số liệu', numerator: 9, denominator: 10 } });
  await page.getByText(/Tệp này để trống 12 dòng mà lần nộp 1 đã báo cáo \(Phụ lục I: I\.1\.2, .*; Phụ lục II: II\.1, /).waitFor();
  expect(await sending(page).isDisabled()).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'report-emptied-360');
  await page.getByLabel('Xác nhận để trống 12 dòng này').check();
  await sending(page).click();
  await page
    .getByText(/lần nộp 2/)
    .first()
    .waitFor();
});

test('a returned report opens at its remarks, and a file that answers none of them is not called right', async () => {
  await send(RETURNED);
  const remarks = { 'PL1.I.1.3': 'Kiểm tra lại tử số', 'PL1.I.2.3': 'Bổ sung giải trình', 'PL2.II.1': 'Nêu rõ tiến độ' };
  await asked('VPUB', 'POST', `/periods/2026/reports/${RETURNED}/review`, { version: 1, decision: 'return', remarks });
  const page = await enter(RETURNED);
  const heading = page.getByRole('heading', { name: 'Báo cáo được trả lại để sửa' });
  await soon(async () => expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true));

  await choose(page, await formFrom(page, 'Tải biểu của đơn vị'), { 'PL2.II.1': { percent: 0.5 } });
  await page.getByText('2 lỗi (phải sửa trước khi gửi)').waitFor();
  expect(await page.getByText('Biểu hợp lệ').count()).toBe(0);
  const answers = () => page.locator('.remarks .badge').allTextContents();
  expect(await answers()).toEqual(['✕ Chưa sửa, chưa giải trình', '✕ Chưa sửa, chưa giải trình', '✓ Đã sửa']);
  await page.getByLabel('Giải trình của dòng I.2.3').fill('Số liệu theo biên bản ngày 25/11');
  await page.getByRole('button', { name: 'Ghi giải trình vào biểu' }).last().click();
  await page.getByText('1 lỗi (phải sửa trước khi gửi)').waitFor();
  expect(await answers()).toEqual(['✕ Chưa sửa, chưa giải trình', '✓ Đã giải trình', '✓ Đã sửa']);
  expect(await seriousFaults(page)).toEqual([]);
  await pictureOf(page, 'report-answering-360');
  await page.getByLabel('Giải trình của dòng I.1.3').fill('Đã đối chiếu, số liệu đúng');
  await page.getByRole('button', { name: 'Ghi giải trình vào biểu' }).click();
  await sending(page).click();
  await page
    .getByText(/lần nộp 2/)
    .first()
    .waitFor();
});

test('findings go down the plan with the rows by name, and a fix leaves the focus where it was clicked', async () => {
  const page = await enter(FAULTY);
  await choose(page, await formFrom(page, 'Tải biểu của đơn vị'), {
    ...soundValues(),
    'PL1.I.1.1': { state: 'Có số liệu', numerator: 120, denominator: 100 },
    'PL1.I.1.2': { state: 'Có số liệu', numerator: 'khoảng 95', denominator: 100 },
    'PL1.I.2.4': {},
    'PL2.II.1': { status: 'Đã xong' },
    'PL2.II.2': { status: 'Xong rồi' },
  });
  const places = await page.locator('.findings.error .place').allTextContents();
  expect(places.map((place) => place.split(' · ')[1])).toEqual(['I.1.1', 'I.1.2', 'II.1', 'II.2']);
  await page.locator('.findings .row-title', { hasText: 'Tỷ lệ dịch vụ công trực tuyến toàn trình' }).first().waitFor();
  await page.getByText(/Đã điền 10\/13 .*; 4 dòng có lỗi phải sửa\./).waitFor();
  await page.getByRole('button', { name: 'Chọn “Đang thực hiện”' }).first().click();
  await page.getByText('3 lỗi (phải sửa trước khi gửi)').waitFor();
  // The focus moves once what was fixed has been painted.
  const focusOn = (place: string) =>
    page.waitForFunction(
      (wanted) => document.activeElement?.closest('.findings li')?.querySelector('.place')?.textContent?.includes(wanted),
      place,
    );
  await focusOn(' II.2 ');
  await page.getByRole('button', { name: 'Chọn “Đang thực hiện”' }).first().click();
  await page.getByText('2 lỗi (phải sửa trước khi gửi)').waitFor();
  await focusOn(' I.2.4 ');
});

test('a closed period offers nothing that leads to sending, and asks for no answer to remarks', async () => {
  await send(SHUT);
  const remarks = { 'PL1.I.1.3': 'Kiểm tra lại' };
  await asked('VPUB', 'POST', `/periods/2026/reports/${SHUT}/review`, { version: 1, decision: 'return', remarks });
  await asked('VPUB', 'POST', '/periods/2026/close', {});
  const page = await enter(SHUT);
  await page.getByText('Kỳ 2026 đã khóa nên không nhận báo cáo nữa.').waitFor();
  expect(await page.getByText(/rồi gửi lại/).count()).toBe(0);
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByRole('heading', { name: 'Các lần nộp' }).waitFor();
});
