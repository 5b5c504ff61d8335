import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { type Chromium, pictureOf, type Visit } from '../../../support/browser.ts';
import { codeIn } from '../../../support/handed-letter.ts';
import { hearsLate } from '../../../support/hears-late.ts';
import { lookFaults } from '../../../support/look-faults.ts';
import { printedPages } from '../../../support/printed-pages.ts';
import { served } from '../../../support/served.ts';
import { unlessClosed } from '../../../support/unless-closed.ts';
import { button, rowOf, signedInAs } from './entry-page.ts';

const PHONE = { width: 360, height: 740 };
/** Each test sends as a commune of its own. */
const [BY_CODE, BY_KEYBOARD, RELOADING, TWO_TABS, NO_NET, RETURNED, SENT_BEFORE] = [
  'XA-21211',
  'XA-21196',
  'XA-21172',
  'XA-21220',
  'XA-21034',
  'XA-21235',
  'XA-21238',
] as const;
/** As printers leave it. */
const PAPER = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
const VIEWS = [360, 768, 1366].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** The browser logs refusals that the page asks for: nothing sent yet (404), a version in between (412). */
const isUnexpected = (error: string): boolean => !/status of (?:404|412)|ERR_INTERNET_DISCONNECTED/.test(error);

const signedIn = (agency: string, options: BrowserContextOptions & { readonly keeps?: boolean } = {}): Promise<Visit> =>
  signedInAs(agency, { service, chromium }, { viewport: PHONE, ...options });

const beginEntering = async (page: Page, name = 'Nhập trên trang'): Promise<void> => {
  await button(page, name).click();
  await sees(page, /^Đã nhập \d+\/\d+ dòng/);
};

async function call(agency: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys[agency]}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json().catch(() => null) };
}

const inForceOf = async (agency: string) => (await call(agency, 'GET', `/periods/2026/reports/${agency}`)).json;

/** No fault of axe, nothing wider than the screen, nothing too small to touch; pictures to look at. */
async function standsWell(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    if (width === PHONE.width) expect([name, colorScheme, await seriousFaults(page)]).toEqual([name, colorScheme, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect([name, await lookFaults(page)]).toEqual([name, []]);
    await pictureOf(page, `entering-${name}-${width}-${colorScheme}`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
}

const tooSmall = (page: Page) =>
  page
    .locator('.entry')
    .evaluate((entry) =>
      [...entry.querySelectorAll('button, input:not([type=radio]), select, textarea, summary, .choice')]
        .map((one) => [one.textContent || one.id, one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height > 0 && height < 44),
    );

/** Every row of a commune that it owes in 2026. */
const COUNTED = ['I.1.1', 'I.1.2', 'I.1.3', 'I.2.3', 'I.2.4', 'I.2.6', 'I.2.7'];
const TASKS = ['II.1', 'II.2', 'IV.4', 'V.2', 'VI.2', 'VI.6'];

async function fillByTouch(page: Page): Promise<void> {
  for (const cited of COUNTED) {
    await rowOf(page, cited).getByLabel('Có số liệu', { exact: true }).tap();
    await rowOf(page, cited).getByLabel('Tử số').fill('90');
    await rowOf(page, cited).getByLabel('Mẫu số').fill('1.000');
  }
  for (const cited of TASKS) {
    await rowOf(page, cited).getByLabel('Tình trạng').selectOption('Đang thực hiện');
    await rowOf(page, cited).getByLabel('Tiến độ').fill('12,5 %');
  }
}

test('with a code on a phone, by touch: signed in, filled in, looked at once more, received, and the same as a workbook', async () => {
  const handed = await fetch(`${service.baseUrl}/api/periods/2026/handout`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    body: JSON.stringify({ agencies: [BY_CODE] }),
  });
  const code = codeIn(new Uint8Array(await handed.arrayBuffer()));
  const { page, context, errors, strayed } = await chromium.visit({
    origin: service.baseUrl,
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    acceptDownloads: true,
  });
  const began = Date.now();
  await page.goto(`${service.baseUrl}/#ma-moi=${code}`);
  await button(page, 'Đăng nhập').tap();
  await button(page, 'Đã lưu mã, tiếp tục').tap();
  await page.getByRole('heading', { name: 'Nhập trên trang' }).waitFor();
  await standsWell(page, '1-offered');
  await button(page, 'Nhập trên trang').tap();
  await sees(page, 'Đã nhập 0/13 dòng');
  expect(await tooSmall(page)).toEqual([]);
  await standsWell(page, '2-blank');

  await fillByTouch(page);
  await sees(page, 'Đã nhập 13/13 dòng');
  await rowOf(page, 'I.1.1').getByText('Tỷ lệ: 9%').waitFor();
  await rowOf(page, 'I.1.1').getByLabel('Tử số').fill('9/10');
  await rowOf(page, 'I.1.1').getByLabel('Mẫu số').fill('');
  await rowOf(page, 'I.1.2').getByLabel('Tử số').tap();
  await sees(page, /“9\/10”/);
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('1001');
  await rowOf(page, 'I.2.3').getByLabel('Tử số').tap();
  await sees(page, 'Tử số (1.001) lớn hơn mẫu số (1.000). Kiểm tra lại hai số này.');
  await rowOf(page, 'I.2.4').getByLabel('Chưa có số liệu').tap();
  await button(page, 'Xem lại và gửi').tap();
  await page.locator('[id="nhap-PL1.I.1.1-numerator"]:focus').waitFor();
  expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
  expect(await tooSmall(page)).toEqual([]);
  await standsWell(page, '3-faulty');
  await button(page, 'Nhập tử số 9, mẫu số 10').tap();
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('999');
  await rowOf(page, 'I.2.4').getByLabel('Có số liệu', { exact: true }).tap();

  await button(page, 'Xem lại và gửi').tap();
  await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor();
  expect(await page.locator('.reviewed').count()).toBe(13);
  await sees(page, '99,9%');
  await page.getByLabel('Người lập biểu').fill('Nguyễn Thị Ánh');
  await standsWell(page, '4-review');
  await button(page, 'Gửi báo cáo').tap();
  await sees(page, /Đã nhận báo cáo\. Biên nhận [0-9A-Z]{4}-[0-9A-Z]{4}, lần nộp 1/);
  await standsWell(page, '5-receipt');
  await sees(page, /^In phiếu trình ký .* trước hết ngày \d\d\/\d\d\/2026 \(/);
  await page.locator('.receipt', { hasText: 'Nguyễn Thị Ánh' }).waitFor();
  expect(await printedPages(page, 'phieu-trinh-ky', { format: 'A4', margin: PAPER })).toHaveLength(1);
  expect(Date.now() - began).toBeLessThan(180_000);
  const sent = await inForceOf(BY_CODE);
  expect(sent.preparedBy).toBe('Nguyễn Thị Ánh');
  expect(sent.report.indicators['PL1.I.1.1']).toEqual({ state: 'reported', numerator: 9, denominator: 10 });
  expect(sent.report.tasks['PL2.II.1']).toEqual({ status: 'in-progress', percent: 12.5 });

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Tải biểu .xlsx có số liệu vừa gửi').tap()]);
  const told = await fetch(`${service.baseUrl}/api/periods/2026/reports/${BY_CODE}/workbook`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.keys[BY_CODE]}`,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    body: readFileSync(await download.path()),
  });
  expect((await told.json()).report).toEqual(sent.report);
  expect([errors.filter(isUnexpected), strayed]).toEqual([[], []]);
  await context.close();
});

test('the keyboard alone fills in and sends, and nobody is told of a fault while still typing', async () => {
  const { page, context } = await signedIn(BY_KEYBOARD, { viewport: { width: 1366, height: 768 } });
  const press = (key: string) => page.keyboard.press(key);
  const tabTo = async (id: RegExp): Promise<void> => {
    for (let k = 0; k < 150; k++) {
      await press('Tab');
      const focused = page.locator(':focus');
      if (id.test(`${await focused.getAttribute('id')} ${await focused.textContent()}`)) return;
    }
    throw new Error(`The keyboard does not reach ${id}.`);
  };
  await tabTo(/Nhập trên trang$/);
  await press('Enter');
  await page.locator(':focus', { hasText: 'Nhập trên trang' }).waitFor();
  await tabTo(/PL1\.I\.1\.1-state/);
  await press('Space');
  await tabTo(/PL1\.I\.1\.1-numerator/);
  await page.keyboard.type('95');
  await press('Tab');
  expect(await page.locator(':focus').getAttribute('id')).toBe('nhap-PL1.I.1.1-denominator');
  expect(await page.locator('.entry-findings').count()).toBe(0);
  await page.keyboard.type('9');
  await press('Tab');
  await sees(page, 'Tử số (95) lớn hơn mẫu số (9). Kiểm tra lại hai số này.');
  const wrong = page.locator('[id="nhap-PL1.I.1.1-numerator"]');
  const told = await wrong.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${told}"]`).textContent()).toContain('Lỗi: Tử số (95) lớn hơn mẫu số (9).');
  await press('Shift+Tab');
  await page.keyboard.type('100');
  await tabTo(/Xem lại và gửi/);
  await press('Enter');
  await page.locator(':focus', { hasText: 'Xem lại trước khi gửi' }).waitFor();
  await sees(page, /Đã điền 1\/13 dòng/);
  expect(await page.getByText('Để trống, tính là chưa báo cáo').count()).toBe(12);
  await tabTo(/Sửa dòng I\.1\.2/);
  await press('Enter');
  await page.locator(':focus', { hasText: 'I.1.2' }).waitFor();
  await tabTo(/Xem lại và gửi/);
  await press('Enter');
  await tabTo(/^null Gửi báo cáo/);
  await press('Enter');
  await sees(page, /Đã nhận báo cáo.*lần nộp 1/);
  expect((await inForceOf(BY_KEYBOARD)).report.indicators).toEqual({ 'PL1.I.1.1': { state: 'reported', numerator: 95, denominator: 100 } });
  await context.close();
});

test('what is typed stays through a reload and is gone with signing out; on a shared machine it is gone with the tab', async () => {
  const { page, context } = await signedIn(RELOADING, { keeps: true });
  await beginEntering(page);
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  await page.reload();
  await sees(page, /^Bản nháp lúc .*, đã nhập 1 dòng\./);
  await standsWell(page, '6-draft');
  await beginEntering(page, 'Nhập tiếp');
  expect(await rowOf(page, 'I.1.3').getByLabel('Tử số').inputValue()).toBe('5');
  await button(page, 'Để sau').click();
  await sees(page, /đã nhập 1 dòng/);

  await button(page, 'Đăng xuất').click();
  await sees(page, 'Bản nháp nhập trên trang của kỳ 2026, đã nhập 1 dòng.');
  await button(page, 'Bỏ và đăng xuất').click();
  await page.getByLabel('Mã truy cập').waitFor();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).toBe('[{},{}]');
  await context.close();

  const shared = await signedIn(RELOADING);
  await beginEntering(shared.page);
  await rowOf(shared.page, 'I.1.3').getByLabel('Tử số').fill('7');
  await sees(shared.page, /chỉ được giữ trong thẻ này/);
  expect(await shared.page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}');
  await shared.page.reload();
  await beginEntering(shared.page, 'Nhập tiếp');
  expect(await rowOf(shared.page, 'I.1.3').getByLabel('Tử số').inputValue()).toBe('7');
  await shared.context.close();
});

test('a second tab is told, also where it hears late, and what was typed in the first comes over when the second takes over', async () => {
  const { page, context } = await signedIn(TWO_TABS, { keeps: true });
  await beginEntering(page);
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  const second = await context.newPage();
  await hearsLate(second, 2_000);
  await second.goto(`${service.baseUrl}/`);
  await button(second, 'Nhập tiếp').click();
  await sees(second, 'Báo cáo này đang được nhập ở một thẻ khác của trình duyệt.');
  await standsWell(second, '7-elsewhere');
  await rowOf(page, 'I.1.3').getByLabel('Mẫu số').fill('10');
  await button(second, 'Nhập tiếp ở thẻ này').click();
  await sees(page, 'Báo cáo này đang được nhập ở một thẻ khác của trình duyệt.');
  const row = rowOf(second, 'I.1.3');
  await row.getByText('Tỷ lệ: 50%').waitFor();
  await row.getByLabel('Tử số').fill('6');
  await button(page, 'Nhập tiếp ở thẻ này').click();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 60%').waitFor();
  await sees(second, 'Báo cáo này đang được nhập ở một thẻ khác của trình duyệt.');
  await context.close();
});

test('without a network what was filled in is sent once when it is back, also after a lost answer and a reload', async () => {
  const { page, context } = await signedIn(NO_NET);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await context.setOffline(true);
  await beginEntering(page);
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  await rowOf(page, 'I.1.3').getByLabel('Mẫu số').fill('10');
  await button(page, 'Xem lại và gửi').click();
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Chưa gửi được, sẽ tự gửi lại');
  await standsWell(page, '8-unreached');
  await button(page, 'Hủy gửi, trở lại sửa').click();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 50%').waitFor();
  await context.setOffline(false);

  const keys: (string | undefined)[] = [];
  await page.route('**/api/periods/2026/reports/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    await unlessClosed(page, () => route.fetch());
    return route.abort();
  });
  await button(page, 'Xem lại và gửi').click();
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Chưa gửi được, sẽ tự gửi lại');
  await page.unroute('**/api/periods/2026/reports/*');
  const again = page.waitForRequest((request) => request.method() === 'PUT');
  await page.reload();
  keys.push((await again).headers()['idempotency-key']);
  await sees(page, /Đã nhận báo cáo.*lần nộp 1/);
  expect(keys[0]).toBe(keys[1]);
  expect((await call(NO_NET, 'GET', `/periods/2026/reports/${NO_NET}/versions`)).json.versions).toHaveLength(1);
  await button(page, 'Trở lại trang báo cáo').click();
  await button(page, 'Nhập trên trang').waitFor();
  await context.close();
});

const reportOf = async (agency: string, numerator: number) => ({
  plan: (await call(agency, 'GET', '/plan')).json.id,
  period: '2026',
  agency,
  indicators: { 'PL1.I.1.3': { state: 'reported', numerator, denominator: 10 } },
  tasks: { 'PL2.II.1': { status: 'done', document: '12/QĐ-UBND', issuedOn: '2026-11-05', percent: 33.333 } },
});
const put = async (agency: string, key: string, over: number | null, numerator = 5) =>
  (
    await call(agency, 'PUT', `/periods/2026/reports/${agency}`, await reportOf(agency, numerator), {
      'idempotency-key': key,
      ...(over === null ? { 'if-none-match': '*' } : { 'if-match': `"${over}"` }),
    })
  ).status;

test('a returned report opens with its remarks beside its rows, and is not sent as it was', async () => {
  expect(await put(RETURNED, 'first', null)).toBe(201);
  const remarks = { 'PL1.I.1.3': 'Đề nghị kiểm tra lại mẫu số.' };
  const review = { version: 1, decision: 'return', remarks };
  expect((await call('VPUB', 'POST', `/periods/2026/reports/${RETURNED}/review`, review)).status).toBe(200);
  const { page, context, errors } = await signedIn(RETURNED);
  await beginEntering(page);
  await button(page, 'Tới dòng I.1.3').click();
  await page.locator(':focus', { hasText: 'I.1.3' }).waitFor();
  const row = rowOf(page, 'I.1.3');
  await row.getByText('Ý kiến khi trả lại: Đề nghị kiểm tra lại mẫu số.').waitFor();
  expect([await row.getByLabel('Tử số').inputValue(), await row.getByLabel('Mẫu số').inputValue()]).toEqual(['5', '10']);
  await button(page, 'Xem lại và gửi').click();
  await sees(page, /Dòng này được trả lại với ý kiến/);
  await standsWell(page, '9-returned');
  await sees(page, 'Chưa sửa, chưa giải trình');
  await row.getByLabel('Giải trình').fill('Mẫu số đã đối chiếu với sổ theo dõi');
  await sees(page, /^✓ Đã giải trình$/);
  await button(page, 'Xem lại và gửi').click();
  await sees(page, 'Khác lần nộp 1 ở 1 ô');
  await button(page, 'Gửi báo cáo').click();
  await sees(page, /Đã nhận báo cáo.*lần nộp 2/);
  expect(errors.filter(isUnexpected)).toEqual([]);
  await context.close();
});

test('a report in force is where the form begins, and a version that came in between is never overwritten in silence', async () => {
  expect(await put(SENT_BEFORE, 'first', null)).toBe(201);
  const { page, context, errors } = await signedIn(SENT_BEFORE);
  await beginEntering(page);
  const task = rowOf(page, 'II.1');
  expect(await task.getByLabel('Tình trạng').inputValue()).toBe('Hoàn thành');
  expect(await task.getByLabel('Ngày ban hành').inputValue()).toBe('05/11/2026');
  await button(page, 'Xem lại và gửi').click();
  await sees(page, /không khác/);
  await button(page, 'Sửa tiếp').click();
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('6');
  expect(await put(SENT_BEFORE, 'second', 1, 7)).toBe(201);
  await button(page, 'Xem lại và gửi').click();
  await button(page, 'Gửi báo cáo').click();
  await sees(page, 'Đã có lần nộp khác, cần chọn');
  await page.reload();
  await beginEntering(page, 'Nhập tiếp');
  await sees(page, 'Lần nộp 2 được gửi sau khi bản nháp này bắt đầu.');
  await button(page, 'Xem lại và gửi').click();
  await button(page, 'Gửi báo cáo').click();
  await button(page, 'Gửi bản này thành lần nộp 3').click();
  await sees(page, /Đã nhận báo cáo.*lần nộp 3/);
  expect((await inForceOf(SENT_BEFORE)).report).toEqual(await reportOf(SENT_BEFORE, 6));
  expect(errors.filter(isUnexpected)).toEqual([]);
  await context.close();
});
