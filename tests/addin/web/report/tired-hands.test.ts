import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium, Visit } from '../../../support/browser.ts';
import { codeIn } from '../../../support/handed-letter.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { button, rowOf, signedInAs } from './entry-page.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1366, height: 768 } };
/** Each test works as a commune of its own. */
const [BACK, DROPPING, REVOKED, TYPING, BY_LINK, UNSAVED] = [
  'XA-21211',
  'XA-21196',
  'XA-21172',
  'XA-21220',
  'XA-21034',
  'XA-21235',
] as const;

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

const signedIn = (agency: string, options: BrowserContextOptions = PHONE): Promise<Visit> =>
  signedInAs(agency, { service, chromium }, options);

const asOffice = (method: string, path: string, body?: unknown) =>
  fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const asOwner = (agency: string, path: string) =>
  fetch(`${service.baseUrl}/api${path}`, { headers: { authorization: `Bearer ${service.keys[agency]}` } });

async function codeFor(agency: string): Promise<string> {
  const zip = await (await asOffice('POST', '/periods/2026/handout', { agencies: [agency] })).arrayBuffer();
  return codeIn(new Uint8Array(zip));
}

test('the telephone’s way back goes a step back, from the last look to the fields and from them to the page, and loses nothing', async () => {
  const { page, context } = await signedIn(BACK);
  await button(page, 'Nhập trên trang').tap();
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  await rowOf(page, 'I.1.3').getByLabel('Mẫu số').fill('10');
  await button(page, 'Xem lại và gửi').tap();
  await heading(page, 'Xem lại trước khi gửi').waitFor();
  await page.goBack();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 50%').waitFor();
  await page.goBack();
  await button(page, 'Nhập tiếp').tap();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 50%').waitFor();

  // By the page's own buttons nothing is left behind that the way back would have to go through.
  await button(page, 'Xem lại và gửi').tap();
  await button(page, 'Sửa tiếp').tap();
  await button(page, 'Để sau').tap();
  await button(page, 'Nhập tiếp').tap();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 50%').waitFor();
  await page.reload();
  await button(page, 'Nhập tiếp').tap();
  await button(page, 'Xem lại và gửi').tap();
  await button(page, 'Gửi báo cáo').tap();
  await page
    .getByText(/Đã nhận báo cáo.*lần nộp 1/)
    .first()
    .waitFor();
  await page.waitForFunction(() => history.state === null);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await context.close();
});

test('a draft is deleted only when that is said twice', async () => {
  const { page, context } = await signedIn(DROPPING);
  await button(page, 'Nhập trên trang').tap();
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  await button(page, 'Xóa nội dung dòng I.1.3').tap();
  await button(page, 'Giữ lại').tap();
  expect(await rowOf(page, 'I.1.3').getByLabel('Tử số').inputValue()).toBe('5');
  await button(page, 'Để sau').tap();
  await button(page, 'Xóa bản nháp').tap();
  await page.getByText('Nội dung đã nhập sẽ mất, không lấy lại được.').waitFor();
  await page.locator(':focus', { hasText: 'Giữ lại' }).waitFor();
  await button(page, 'Giữ lại').tap();
  await button(page, 'Nhập tiếp').tap();
  expect(await rowOf(page, 'I.1.3').getByLabel('Tử số').inputValue()).toBe('5');
  await button(page, 'Để sau').tap();
  await button(page, 'Xóa bản nháp').tap();
  await button(page, 'Xóa bản nháp').tap();
  await page.getByText(/^Bản nháp lúc/).waitFor({ state: 'detached' });
  await button(page, 'Nhập trên trang').tap();
  expect(await rowOf(page, 'I.1.3').getByLabel('Tử số').inputValue()).toBe('');
  await context.close();
});

test.each([
  ['held upright', { width: 360, height: 740 }, 'sticky'],
  ['turned on its side', { width: 740, height: 360 }, 'static'],
])('the bar below the fields leaves room for them on a telephone %s', async (_, viewport, position) => {
  const { page, context } = await signedIn(TYPING, { ...PHONE, viewport });
  await button(page, /^Nhập (?:trên trang|tiếp)$/).tap();
  expect(await page.locator('.entry-bar').evaluate((bar) => getComputedStyle(bar).position)).toBe(position);
  await context.close();
});

test.each([
  ['a telephone', PHONE, false],
  ['a computer', DESKTOP, true],
] as const)('dragging a file is spoken of only where one can: %s', async (_, options, isSaid) => {
  const { page, context } = await signedIn(TYPING, options);
  await button(page, 'Tải biểu của đơn vị').waitFor();
  expect(await page.getByText('Kéo tệp .xlsx thả vào khung này').isVisible()).toBe(isSaid);
  await context.close();
});

test.each([
  ['a finger', PHONE, 'tap'],
  ['a mouse', DESKTOP, 'click'],
] as const)('what is said of the last field does not move the button away from under %s', async (_, options, press) => {
  const { page, context } = await signedIn(TYPING, options);
  await button(page, /^Nhập (?:trên trang|tiếp)$/)[press]();
  const last = rowOf(page, 'VI.6');
  await last.getByLabel('Tình trạng').selectOption('Đang thực hiện');
  await last.getByLabel('Tình trạng').selectOption('Hoàn thành');
  await last.getByLabel('Ngày ban hành')[press]();
  await page.keyboard.type('05/12/2099');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await button(page, 'Xem lại và gửi')[press]();
  await heading(page, 'Xem lại trước khi gửi').waitFor();
  await context.close();
});

test('the link of the letter is taken in by a page that is open already, and a good code is never called a wrong one', async () => {
  const { page, context } = await chromium.visit({ origin: service.baseUrl, ...PHONE });
  await page.goto(`${service.baseUrl}/`);
  await button(page, 'Đăng nhập').tap();
  await page.getByText(/^Mã truy cập bắt đầu bằng/).waitFor();
  const code = await codeFor(BY_LINK);
  await page.goto(`${service.baseUrl}/#ma-moi=${code}`);
  await page.waitForFunction((wanted) => document.querySelector('input')?.value === wanted, code);
  expect(await page.getByText(/^Mã truy cập bắt đầu bằng/).count()).toBe(0);
  await button(page, 'Đăng nhập').tap();
  await button(page, 'Đã lưu mã, tiếp tục').tap();
  await heading(page, 'Nhập trên trang').waitFor();
  await context.close();
});

test.each([
  ['/', '.panel'],
  ['/desk/', '.tabs'],
])('a key that nobody has said is kept is shown again after a reload: %s', async (path, inside) => {
  const { page, context } = await chromium.visit({ origin: service.baseUrl, ...PHONE });
  await page.goto(`${service.baseUrl}${path}#ma-moi=${await codeFor(path === '/' ? UNSAVED : 'SKHCN')}`);
  await button(page, 'Đăng nhập').tap();
  const key = await page.locator('code.secret').textContent();
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await page.getByText(key!).waitFor();
  await button(page, 'Đã lưu mã, tiếp tục').tap();
  await page.locator('code.secret').waitFor({ state: 'detached' });
  await page.locator(inside).first().waitFor();
  await page.reload();
  await page.locator(inside).first().waitFor();
  expect(await page.locator('code.secret').count()).toBe(0);
  await context.close();
});

test('where the key is refused, what was typed waits for a new key, not for the network', async () => {
  const { page, context } = await signedIn(REVOKED);
  await button(page, 'Nhập trên trang').tap();
  await rowOf(page, 'I.1.3').getByLabel('Tử số').fill('5');
  await rowOf(page, 'I.1.3').getByLabel('Mẫu số').fill('10');
  await button(page, 'Xem lại và gửi').tap();
  const { keys } = await (await asOffice('GET', '/keys')).json();
  const own = keys.find(({ agency }: { agency: string }) => agency === REVOKED);
  expect((await asOffice('DELETE', `/keys/${own.id}`)).status).toBe(204);
  await soon(async () => expect((await asOwner(REVOKED, '/me')).status).toBe(401)); // some seconds later at the latest
  await button(page, 'Gửi báo cáo').tap();
  await page.getByText('Báo cáo không được tiếp nhận').waitFor();
  await page.reload();
  await page.getByText('vẫn được giữ trên máy này, chưa gửi; làm tiếp được sau khi đăng nhập lại.').waitFor();
  await page.getByLabel('Mã truy cập').fill(await codeFor(REVOKED));
  await button(page, 'Đăng nhập').tap();
  await button(page, 'Đã lưu mã, tiếp tục').tap();
  await button(page, 'Nhập tiếp').tap();
  await rowOf(page, 'I.1.3').getByText('Tỷ lệ: 50%').waitFor();
  await context.close();
});
