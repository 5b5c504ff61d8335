import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { aKeysServer, anIssuer, MAPPING, TENANT } from '../../../functions/identity/an-issuer.ts';
import { aMicrosoft } from '../../../support/a-microsoft.ts';
import { aService, type Service } from '../../../support/a-service.ts';
import { aBrowser, type Chromium, pictureOf } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { unlessClosed } from '../../../support/unless-closed.ts';

const CLIENT = '22222222-3333-4444-5555-666666666666';
const LAN = { name: 'Trần Thị Lan', username: 'lan@example.vn', claims: { groups: [], roles: ['tong-hop'] } };
const MINH = { name: 'Lê Minh', username: 'minh@example.vn', claims: { groups: [], roles: ['tong-hop'] } };
const NOBODY = { name: 'Người ngoài', username: 'ngoai@example.vn', claims: { groups: [] } };
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let keys: Awaited<ReturnType<typeof aKeysServer>>;
let microsoft: Awaited<ReturnType<typeof aMicrosoft>>;
let service: Service;
let chromium: Chromium;

beforeAll(async () => {
  issuer = await anIssuer(() => new Date());
  keys = await aKeysServer(issuer.keys);
  microsoft = await aMicrosoft(issuer, { client: CLIENT, people: [LAN, MINH, NOBODY] });
  const entra = { tenant: TENANT, audience: [CLIENT], keys: keys.address, agencies: MAPPING };
  [service, chromium] = await Promise.all([aService({ PHULUC_ENTRA: JSON.stringify(entra) }), aBrowser()]);
  microsoft.state.registered = [`${service.baseUrl}/dang-nhap/`];
});

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop(), microsoft?.stop(), keys?.stop()]);
});

beforeEach(() => Object.assign(microsoft.state, { seconds: 3600, refreshes: true, refusal: null, authorized: [], tokens: [] }));

async function open(query = '') {
  const visit = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await microsoft.standIn(visit.context);
  await visit.page.goto(`${service.baseUrl}/desk/${query}`);
  return { ...visit, button: visit.page.getByRole('button', { name: 'Đăng nhập bằng Microsoft 365' }) };
}

/** The window of Microsoft's that a click opens. */
const windowBy = async (page: Page, click: () => Promise<void>): Promise<Page> =>
  (await Promise.all([page.context().waitForEvent('page'), click()]))[0];

async function choose(page: Page, click: () => Promise<void>, name: string): Promise<void> {
  const popup = await windowBy(page, click);
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('link', { name }).click()]);
}

const actorsInAudit = async (): Promise<string[]> => {
  const headers = { authorization: `Bearer ${service.keys.VPUB}` };
  const { entries } = await (await fetch(`${service.baseUrl}/api/periods/2026/audit`, { headers })).json();
  return entries.map(({ by }: { by: string }) => by);
};

test('who signs in with Microsoft 365 works in their own name, through a reload, until signing out', async () => {
  const { page, context, errors, button } = await open('?the=quan-tri&muc=ky');
  const loaded: string[] = [];
  page.on('response', async (response) => {
    if (!/\/assets\/.*\.js$/.test(response.url())) return;
    const script = await unlessClosed(page, () => response.text());
    if (script?.includes('acquireTokenSilent')) loaded.push(response.url());
  });
  await button.waitFor();
  expect(loaded).toEqual([]); // nothing of Microsoft's is loaded before it is chosen
  await expectToLookWell(page, 'desk-microsoft-sign-in');
  await choose(page, () => button.click(), LAN.name);
  await page.getByText(LAN.name).waitFor();
  await pictureOf(page, 'desk-microsoft-signed-in');
  expect(microsoft.state.authorized.map((query) => [query.get('prompt'), query.get('redirect_uri')])).toEqual([
    ['select_account', `${service.baseUrl}/dang-nhap/`],
  ]);
  await page.getByLabel('Đã xem danh sách trên').check();
  await page.getByRole('button', { name: 'Khóa kỳ 2026' }).click();
  await page.getByRole('heading', { name: 'Mở lại kỳ 2026' }).waitFor();
  expect(await actorsInAudit()).toContain(`${LAN.name} (SKHCN)`);

  await page.reload();
  await page.getByText(LAN.name).waitFor();
  await page.getByLabel('Lý do mở lại').fill('Bổ sung');
  await page.getByRole('button', { name: 'Mở lại kỳ 2026' }).click();
  await page.getByRole('heading', { name: 'Khóa kỳ 2026' }).waitFor();
  expect(microsoft.state.tokens).toEqual(['authorization_code']);

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByText('Đã đăng xuất khỏi Phụ lục số.').waitFor();
  const out = page.getByRole('link', { name: 'đăng xuất khỏi Microsoft 365' });
  expect(await out.getAttribute('href')).toBe(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/logout`);
  await pictureOf(page, 'desk-microsoft-signed-out');
  const kept = await page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage }).filter(([name, text]) => /eyJ|lan@|msal/.test(name + text)),
  );
  expect(kept).toEqual([]);
  await page.reload();
  await button.waitFor();
  expect(await page.getByText(LAN.name).count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test('a token that is about to expire is had anew without a word', async () => {
  const { page, context, button } = await open();
  microsoft.state.seconds = 200;
  await choose(page, () => button.click(), LAN.name);
  await page.locator('.overview').waitFor();
  expect(microsoft.state.tokens.slice(0, 2)).toEqual(['authorization_code', 'refresh_token']);
  expect(await page.getByText('Phiên đăng nhập Microsoft 365 đã hết hạn.').count()).toBe(0);
  await context.close();
});

test('where only the person can go on they are asked, and nothing of what they write is lost; another person does not take it over', async () => {
  const { page, context, button } = await open('?the=quan-tri&muc=thiet-lap');
  microsoft.state.seconds = 303;
  await choose(page, () => button.click(), LAN.name);
  const contact = page.getByLabel('Tên đầu mối').first();
  await contact.fill('đang ghi');
  // As a day later: the token runs out in a few seconds, and what would renew it has run out.
  Object.assign(microsoft.state, { refreshes: false, seconds: 3600 });
  const asked = page.getByText('Phiên đăng nhập Microsoft 365 đã hết hạn.');
  await asked.waitFor();
  await expectToLookWell(page, 'desk-microsoft-ask-again');
  const again = page.getByRole('button', { name: 'Đăng nhập lại' });
  await choose(page, () => again.click(), MINH.name);
  await page.getByText('Đây là tài khoản khác với tài khoản đang làm việc.').waitFor();
  await choose(page, () => again.click(), LAN.name);
  await asked.waitFor({ state: 'detached' });
  expect(microsoft.state.authorized.map((query) => query.get('login_hint'))).toEqual([null, LAN.username, LAN.username]);
  expect(await contact.inputValue()).toBe('đang ghi');
  expect(await page.getByText(LAN.name).count()).toBe(1);
  await context.close();
});

test('a window that was shut is opened once more', async () => {
  const { page, context, button } = await open();
  const shut = await windowBy(page, () => button.click());
  await shut.getByRole('link', { name: LAN.name }).waitFor();
  await shut.close();
  await page.getByText('Đang chờ đăng nhập ở cửa sổ của Microsoft…').waitFor();
  await choose(page, () => page.getByRole('button', { name: 'Mở lại cửa sổ đăng nhập' }).click(), LAN.name);
  await page.getByText(LAN.name).waitFor();
  await context.close();
});

test('who belongs to no agency, and whom nobody has let in, is told what to do, may choose another account, and has the key at hand', async () => {
  const { page, context, button } = await open();
  await choose(page, () => button.click(), NOBODY.name);
  await page.getByText('chưa được gắn với đúng một đơn vị').waitFor();
  microsoft.state.refusal = 'AADSTS65004: User declined to consent';
  await Promise.all([windowBy(page, () => button.click()), page.getByText('Đề nghị người quản trị Microsoft 365 cấp quyền').waitFor()]);
  microsoft.state.refusal = null;
  await page.reload();
  await choose(page, () => button.click(), MINH.name);
  await page.getByText(MINH.name).waitFor();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Mã truy cập').fill(service.keys.VPUB ?? '');
  await page.keyboard.press('Enter');
  await page.locator('.overview').waitFor();
  expect(await page.getByText(MINH.name).count()).toBe(0);
  await context.close();
});

test('signing out in one tab signs the other out; the upload page of the same tab asks for a key', async () => {
  const { page, context, button } = await open();
  await choose(page, () => button.click(), LAN.name);
  await page.locator('.overview').waitFor();
  const other = await context.newPage();
  await other.goto(`${service.baseUrl}/desk/`);
  await other.getByLabel('Mã truy cập').fill(service.keys.SKHCN ?? '');
  await other.keyboard.press('Enter');
  await other.locator('.overview').waitFor();
  await page.goto(`${service.baseUrl}/`);
  await page.getByLabel('Mã truy cập').waitFor();
  await page.goto(`${service.baseUrl}/desk/`);
  await page.getByText(LAN.name).waitFor();
  await other.getByRole('button', { name: 'Đăng xuất' }).click();
  await other.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi thẻ này' }).click();
  await button.waitFor();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('msal.')))).toEqual([]);
  await context.close();
});

test('a browser that opens no window is told', async () => {
  const { page, context, button } = await open();
  await page.evaluate(() => Object.assign(window, { open: () => null }));
  await button.click();
  await page.getByText('Trình duyệt không mở cửa sổ đăng nhập.').waitFor();
  await context.close();
});

/** What this tab and this machine keep of anybody whom Microsoft vouches for. */
const keptOfMicrosoft = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage }).flatMap(([name, text]) =>
      /^msal\.|"key":null/.test(name + text) ? [name] : [],
    ),
  );

/** The window comes back; then the library has had its tokens for a while. */
async function comesBackLate(page: Page, popup: Page): Promise<void> {
  const tokens = page.waitForResponse(/oauth2\/v2\.0\/token/);
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('link', { name: LAN.name }).click()]);
  await (await tokens).finished();
  await pause(1_000);
}

test('a window that comes back late takes nothing over from whoever came in by a key meanwhile', async () => {
  const { page, context, button } = await open();
  const popup = await windowBy(page, () => button.click());
  await popup.getByRole('link', { name: LAN.name }).waitFor();
  await page.getByLabel('Mã truy cập').fill(service.keys.VPUB ?? '');
  await page.keyboard.press('Enter');
  await page.locator('.overview').waitFor();
  await comesBackLate(page, popup);
  expect(await keptOfMicrosoft(page)).toEqual([]);
  await page.reload();
  await page.locator('.overview').waitFor();
  expect(await page.getByText(LAN.name).count()).toBe(0);
  await context.close();
});

test('a window that comes back after signing out leaves nothing, and no call that waited for it goes out', async () => {
  const { page, context, button } = await open('?the=quan-tri&muc=thiet-lap');
  microsoft.state.seconds = 303;
  await choose(page, () => button.click(), LAN.name);
  await page.getByText(LAN.name).waitFor();
  Object.assign(microsoft.state, { refreshes: false, seconds: 3600 });
  const popup = await windowBy(page, () => page.getByRole('button', { name: 'Đăng nhập lại' }).click());
  await popup.getByRole('link', { name: LAN.name }).waitFor();
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await page.getByText('Đã đăng xuất khỏi Phụ lục số.').waitFor();
  const called: string[] = [];
  page.on('request', (request) => called.push(new URL(request.url()).pathname));
  await comesBackLate(page, popup);
  expect(await keptOfMicrosoft(page)).toEqual([]);
  // The first page asks anybody's question: how one signs in.
  expect(called.filter((path) => path.startsWith('/api/') && path !== '/api/sign-in')).toEqual([]);
  await context.close();
});

test('of somebody who is not let in nothing stays', async () => {
  const { page, context, button } = await open();
  await choose(page, () => button.click(), NOBODY.name);
  await page.getByText('chưa được gắn với đúng một đơn vị').waitFor();
  expect(await keptOfMicrosoft(page)).toEqual([]);
  await context.close();
});
