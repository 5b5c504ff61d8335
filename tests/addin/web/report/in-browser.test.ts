import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../../support/browser.ts';
import { lookFaults } from '../../../support/look-faults.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { unlessClosed } from '../../../support/unless-closed.ts';
import { fillForm, soundValues, type Typed } from './fill-form.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PHONE = { width: 320, height: 700 };
/** Each test sends as a commune of its own. */
const [FIRST, OFFLINE, CLASHING, BY_KEYBOARD, CLOSED_OUT] = ['XA-21211', 'XA-21196', 'XA-21172', 'XA-21220', 'XA-21034'];

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

/** The browser logs refusals that the page asks for: nothing sent yet (404), a version in between (412). */
const isUnexpected = (error: string): boolean => !/status of (?:404|412)/.test(error);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** A visit that is signed in as an agency, its report open. */
async function aVisit(agency: string, options: Parameters<Chromium['visit']>[0] = {}): Promise<Visit> {
  const visit = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, ...options });
  await visit.page.goto(`${service.baseUrl}/`);
  await visit.page.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await button(visit.page, 'Đăng nhập').click();
  await sees(visit.page, '1. Lấy biểu');
  return visit;
}

/** The form as a click gives it. */
async function formFrom(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu của đơn vị').click()]);
  return readFileSync(await download.path());
}

async function choose(page: Page, form: Buffer, typed: Typed): Promise<void> {
  const buffer = await fillForm(form, typed);
  await page.setInputFiles('input[type=file]', { name: 'bieu-da-dien.xlsx', mimeType: XLSX, buffer });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
}

/** The API as another caller uses it. */
async function call(agency: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${service.keys[agency]}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: response.status === 204 ? null : await response.json() };
}

const versionsOf = async (agency: string): Promise<number> =>
  ((await call(agency, 'GET', `/periods/2026/reports/${agency}/versions`)).json.versions ?? []).length;

/** Whatever step the page is in: no fault of axe, nothing wider than the screen, a picture to look at. */
async function standsWell(page: Page, name: string): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
  const before = page.viewportSize()!;
  for (const viewport of [PHONE, before]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect([name, await lookFaults(page)]).toEqual([name, []]);
    await pictureOf(page, `report-${name}-${viewport.width}`);
  }
}

test('a faulty form is fixed on the page, sent, returned with a remark, corrected and sent again', async () => {
  const { page, context, errors, strayed } = await aVisit(FIRST);
  await standsWell(page, '1-signed-in');
  const form = await formFrom(page);

  await choose(page, form, {
    ...soundValues(),
    'PL1.I.1.1': { state: 'Có số liệu', numerator: '1.234', denominator: '2.000' },
    'PL1.I.1.2': { state: 'Có số liệu', numerator: '9/10' },
    'PL1.I.2.3': { state: 'Chưa có số liệu' },
  });
  await sees(page, /lỗi \(phải sửa trước khi gửi\)/);
  expect(await button(page, 'Gửi báo cáo').isDisabled()).toBe(true);
  await sees(page, /Chưa gửi được: còn \d+ lỗi phải sửa trước/);
  await standsWell(page, '2-findings');

  // A fix stays where it was made: the focus goes to what has come into its place, and the page does not move away.
  await button(page, 'Sửa cả 2 chỗ sai định dạng').click();
  await sees(page, 'Đã sửa 2 chỗ');
  const fix = button(page, 'Nhập tử số 9, mẫu số 10');
  await fix.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await fix.click();
  await fix.waitFor({ state: 'detached' });
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.matches('.findings li, .findings li *, h2'))).toBe(true));
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(200);
  await page.getByLabel('Giải trình của dòng I.2.3').fill('Đang rà soát hồ sơ giấy');
  await button(page, 'Ghi giải trình vào biểu').click();
  await sees(page, 'Đã sửa 4 chỗ');
  await sees(page, /Không có lỗi; có thể gửi\.|Biểu hợp lệ\./);
  await standsWell(page, '3-fixed');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu đã sửa').click()]);
  expect(download.suggestedFilename()).toBe(`phu-luc-${FIRST}-2026-da-sua.xlsx`);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo\. Biên nhận [0-9A-Z]{4}-[0-9A-Z]{4}, lần nộp 1, \d\d:\d\d \d\d\/\d\d\/\d{4}/);
  await standsWell(page, '4-receipt');
  await page.emulateMedia({ media: 'print' });
  await pictureOf(page, 'report-4-receipt-print');
  await page.emulateMedia({ media: null });
  const sent = await call(FIRST, 'GET', `/periods/2026/reports/${FIRST}`);
  expect(sent.json.report.indicators).toMatchObject({
    'PL1.I.1.1': { numerator: 1234, denominator: 2000 },
    'PL1.I.1.2': { numerator: 9, denominator: 10 },
    'PL1.I.2.3': { state: 'no-figure', explanation: 'Đang rà soát hồ sơ giấy' },
  });

  const remarks = { 'PL1.I.1.3': 'Đề nghị kiểm tra lại mẫu số.' };
  expect((await call('VPUB', 'POST', `/periods/2026/reports/${FIRST}/review`, { version: 1, decision: 'return', remarks })).status).toBe(
    200,
  );
  await page.reload();
  await sees(page, 'Báo cáo được trả lại để sửa');
  await sees(page, 'Đề nghị kiểm tra lại mẫu số.');
  await sees(page, /Tử số: 90 · Mẫu số: 100/);
  await standsWell(page, '5-returned');

  await choose(page, await formFrom(page), { 'PL1.I.1.3': { denominator: 120 } });
  await sees(page, 'Khác lần nộp 1 ở 1 ô');
  await standsWell(page, '6-corrected');
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /lần nộp 2/);
  await button(page, 'Gửi tệp khác').click();
  await button(page, 'Thay đổi của lần 2').click();
  await sees(page, 'Lần 2 đổi 1 ô so với lần 1');
  await button(page, 'Biên nhận lần 1').click();
  await page.getByRole('heading', { name: /^Biên nhận [0-9A-Z]{4}-[0-9A-Z]{4}$/ }).waitFor();
  await standsWell(page, '7-versions');
  expect([errors.filter(isUnexpected), strayed]).toEqual([[], []]);
  await context.close();
});

test('without a network the draft is kept and sent once when it is back, also after a lost answer and a closed page', async () => {
  const { page, context } = await aVisit(OFFLINE, { colorScheme: 'dark' });
  const form = await formFrom(page);
  await choose(page, form, soundValues());
  await context.setOffline(true);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Chưa gửi được, sẽ tự gửi lại');
  await standsWell(page, '8-kept-dark');
  expect(await versionsOf(OFFLINE)).toBe(0);
  await context.setOffline(false);
  await sees(page, /Đã nhận báo cáo.*lần nộp 1/);
  expect(await versionsOf(OFFLINE)).toBe(1);
  await standsWell(page, '9-receipt-dark');

  await button(page, 'Gửi tệp khác').click();
  await choose(page, form, { ...soundValues(), 'PL1.I.1.3': { state: 'Có số liệu', numerator: 80, denominator: 100 } });
  let answers = 0;
  await page.route('**/api/periods/2026/reports/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    await unlessClosed(page, () => route.fetch());
    answers++;
    return route.abort();
  });
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Chưa gửi được, sẽ tự gửi lại');
  expect(answers).toBe(1);
  await page.unroute('**/api/periods/2026/reports/*');
  await page.reload();
  await sees(page, /Đã nhận báo cáo.*lần nộp 2/);
  expect(await versionsOf(OFFLINE)).toBe(2);
  await context.close();
});

test('a version that came in between is shown beside the file, and the person chooses', async () => {
  const { page, context, errors } = await aVisit(CLASHING);
  const form = await formFrom(page);
  await choose(page, form, soundValues());
  const report = {
    plan: (await call(CLASHING, 'GET', '/plan')).json.id,
    period: '2026',
    agency: CLASHING,
    indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 5, denominator: 10 } },
    tasks: {},
  };
  const headers = { 'idempotency-key': 'another-machine-0001', 'if-none-match': '*' };
  expect((await call(CLASHING, 'PUT', `/periods/2026/reports/${CLASHING}`, report, headers)).status).toBe(201);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Đã có lần nộp khác, cần chọn');
  await standsWell(page, '10-clash');
  expect(await versionsOf(CLASHING)).toBe(1);
  await button(page, 'Gửi tệp này thành lần nộp 2').click();
  await sees(page, /Đã nhận báo cáo.*lần nộp 2/);
  expect(errors.filter(isUnexpected)).toEqual([]);
  await context.close();
});

test('the keyboard alone leads from the key to the receipt', async () => {
  const { page, context } = await chromium.visit({ viewport: PHONE });
  await page.goto(`${service.baseUrl}/`);
  const tabTo = async (name: string | RegExp): Promise<void> => {
    for (let k = 0; k < 60; k++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const said = `${await focused.getAttribute('name')} ${await focused.getAttribute('type')} ${await focused.textContent()}`;
      if (said.match(name)) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  await tabTo(/^key /);
  await page.keyboard.type(service.keys[BY_KEYBOARD]!);
  await page.keyboard.press('Enter');
  await sees(page, '1. Lấy biểu');
  await tabTo('Tải biểu của đơn vị');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const buffer = await fillForm(readFileSync(await download.path()), soundValues());
  await tabTo(/ file /);
  // On a busy machine Chromium lets a key pass by while a download is being kept: a person presses it again.
  const asked = page.waitForEvent('filechooser', { timeout: 60_000 });
  const pressing = setInterval(() => void page.keyboard.press('Space').catch(() => undefined), 5_000);
  await page.keyboard.press('Space');
  const chooser = await asked.finally(() => clearInterval(pressing));
  await chooser.setFiles({ name: 'bieu.xlsx', mimeType: XLSX, buffer });
  await page.getByRole('heading', { name: /Kết quả kiểm tra/ }).waitFor();
  await page.locator(':focus', { hasText: 'Kết quả kiểm tra' }).waitFor();
  await tabTo('Gửi báo cáo');
  await page.keyboard.press('Enter');
  await sees(page, /Đã nhận báo cáo/);
  await context.close();
});

test('reading can be stopped at once, what is no workbook is told, and the key can be forgotten', async () => {
  const { page, context } = await aVisit(CLOSED_OUT, { serviceWorkers: 'block' }); // what they fetch cannot be held up below
  const choosing = (name: string, buffer: Buffer) => page.setInputFiles('input[type=file]', { name, mimeType: XLSX, buffer });
  await page.route('**/assets/worker-*', () => undefined); // the worker never answers
  await choosing('rat-lon.xlsx', Buffer.alloc(1000));
  await sees(page, 'Đang đọc “rat-lon.xlsx”');
  await standsWell(page, '11-reading');
  await button(page, 'Dừng').click();
  await sees(page, '2. Chọn biểu đã điền');
  await page.unroute('**/assets/worker-*');
  await choosing('cong-van.docx', Buffer.from('Kính gửi'));
  await sees(page, 'Tệp là văn bản thường, không phải bảng tính. Gửi biểu Phụ lục ở dạng .xlsx.');
  await button(page, 'Đăng xuất').click();
  await button(page, 'Đăng xuất và xóa mã truy cập khỏi thẻ này').click();
  await page.getByLabel('Mã truy cập').waitFor();
  expect(await page.evaluate(() => Object.values({ ...localStorage }).filter((one) => one.startsWith('pls_')))).toEqual([]);
  await context.close();
});

test('a closed period takes nothing and says so', async () => {
  const { page, context } = await aVisit(CLOSED_OUT);
  await choose(page, await formFrom(page), soundValues());
  expect((await call('VPUB', 'POST', '/periods/2026/close', {})).status).toBe(200);
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Báo cáo không được tiếp nhận');
  await sees(page, /Kỳ 2026 đã khóa nên không nhận báo cáo nữa/);
  await standsWell(page, '12-closed');
  await context.close();
});
