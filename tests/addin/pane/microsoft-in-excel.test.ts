import type { Page, Route } from 'playwright-core';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { aKeysServer, anIssuer, MAPPING, SNV_GROUP, STC_GROUP, TENANT } from '../../functions/identity/an-issuer.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { aService, type Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf } from '../../support/browser.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { bridgeSignIn, type HostAnswer, type HostQuestion, withoutAccount } from '../../support/excel/sign-in-bridge.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { unlessClosed } from '../../support/unless-closed.ts';

const CLIENT = '22222222-3333-4444-5555-666666666666';
const SIGN_IN = 'https://login.microsoftonline.com';
const BUTTON = 'Đăng nhập bằng Microsoft 365';
const obligations = obligationsIn('2026');
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let keys: Awaited<ReturnType<typeof aKeysServer>>;
let service: Service;
let chromium: Chromium;

beforeAll(async () => {
  issuer = await anIssuer(() => new Date());
  keys = await aKeysServer(issuer.keys);
  const entra = { tenant: TENANT, audience: [CLIENT], keys: keys.address, agencies: MAPPING };
  [service, chromium] = await Promise.all([aService({ PHULUC_ENTRA: JSON.stringify(entra) }), aBrowser()]);
});

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop(), keys?.stop()]);
});

const given = async (claims: object = {}, seconds = 3600): Promise<HostAnswer> => ({
  token: await issuer.token({ claims: { aud: CLIENT, ...claims } }),
  idToken: await issuer.token({ claims: { aud: CLIENT } }),
  seconds,
});
const refused = (status: string, more: object = {}): HostAnswer => ({ error: { status, ...more } });
const interaction = refused('USER_INTERACTION_REQUIRED', { code: 'login_required' });

/** The pane beside an agency's filled form, in an Office that answers so; `null`: in one without the bridge. */
async function open(
  page: Page,
  answer: ((question: HostQuestion) => HostAnswer | Promise<HostAnswer>) | 'silent' | null,
  {
    way = 'desktop',
    agency: whose = 'SNV',
    nestedAppAuth = true,
  }: { readonly way?: 'desktop' | 'web'; readonly agency?: string; readonly nestedAppAuth?: boolean } = {},
) {
  const agency = obligations.agencies.find(({ id }) => id === whose)!;
  const form = await buildForm({ obligations, agency: agency.id, values: formValuesOf(plainReport(obligations, agency)) });
  const model = await modelOf(form, { nestedAppAuth });
  const asked: HostQuestion[] = [];
  const loaded: string[] = [];
  page.on('response', async (response) => {
    if (!/\/assets\/.*\.js$/.test(response.url())) return;
    const script = await unlessClosed(page, () => response.text());
    if (script?.includes('NestedAppAuthRequest')) loaded.push(response.url());
  });
  if (answer === 'silent') await bridgeSignIn(page, 'silent');
  else if (answer)
    await bridgeSignIn(page, async (question) => {
      asked.push(question);
      return answer(question);
    });
  const excel = await openPaneInExcel(page, { way, model, paneUrl: `${service.baseUrl}/pane/` });
  await excel.pane.getByLabel('Mã truy cập').waitFor();
  return { ...excel, asked, loaded, button: excel.pane.getByRole('button', { name: BUTTON }) };
}

test.each([
  ['desktop', 'SNV', SNV_GROUP],
  ['web', 'STC', STC_GROUP],
] as const)('Excel on the %s: who is signed in to Office sends the report in their own name, without a key', async (way, agency, group) => {
  const { page, context, errors } = await chromium.visit({ viewport: { width: way === 'web' ? 1000 : 350, height: 900 } });
  const { pane, asked, loaded, button, unknown, strayed } = await open(page, () => given({ groups: [group] }), { way, agency });
  await button.waitFor();
  await pictureOf(page, `pane-microsoft-${way}`);
  if (way === 'desktop') expect(await seriousFaults(page)).toEqual([]);
  expect([asked, loaded]).toEqual([[], []]); // nothing of Microsoft's is loaded or asked before it is chosen
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect(loaded).toHaveLength(1);
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
  const authority = `https://login.microsoftonline.com/${TENANT}`;
  expect(asked).toEqual([{ method: 'GetToken', client: CLIENT, authority, scope: `${CLIENT}/.default` }]);
  const authorization = `Bearer ${service.keys[agency]}`;
  const report = await fetch(`${service.baseUrl}/api/periods/2026/reports/${agency}`, { headers: { authorization } });
  expect(await report.json()).toMatchObject({ by: `Nguyễn Thị Ánh (${agency})` });
  // Leaving keeps nothing of the person on the machine.
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await button.waitFor();
  const kept = await pane.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage }).filter(([, text]) => /eyJ|anh@/.test(text)),
  );
  expect(kept).toEqual([]);
  // office.js itself complains of styles; the page's policy let all of the sign-in library's work pass.
  expect(errors.filter((error) => /connect-src|script-src|msal/i.test(error))).toEqual([]);
  expect([unknown(), strayed()]).toEqual([[], []]);
  await context.close();
});

test('a token that is about to expire is asked for anew before the next call', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { pane, asked, button } = await open(page, () => given({}, 200));
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect(asked.length).toBeGreaterThan(1);
  await context.close();
});

test('who is not signed in to Office is asked, and may leave it', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  let leaves = true;
  const { pane, asked, button } = await open(page, ({ method }) => {
    if (method === 'GetToken') return interaction;
    return leaves ? refused('USER_CANCEL') : given();
  });
  await button.click();
  await pane.getByText('Đã dừng đăng nhập Microsoft 365.').waitFor();
  leaves = false;
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect(asked.map(({ method }) => method)).toEqual(['GetToken', 'GetTokenPopup', 'GetToken', 'GetTokenPopup']);
  await context.close();
});

test('in an Office without an account the person is asked; where none is added it is said, and the pane that is opened again asks nobody', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  let isAdded = false;
  const { pane, asked, button } = await open(
    page,
    withoutAccount(() => (isAdded ? given() : refused('ACCOUNT_UNAVAILABLE'))),
  );
  await button.click();
  await pane.getByText('Excel chưa đăng nhập tài khoản Microsoft 365 nào.').waitFor();
  isAdded = true;
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  await page.reload();
  await pane.getByText('Excel chưa đăng nhập tài khoản Microsoft 365 nào.').waitFor();
  const both = ['GetToken', 'GetTokenPopup'];
  expect(asked.map(({ method }) => method).slice(0, 4)).toEqual([...both, ...both]);
  expect(asked.at(-1)?.method).toBe('GetToken');
  await context.close();
});

test.each([
  [
    'nobody has allowed the application',
    () =>
      refused('USER_INTERACTION_REQUIRED', {
        code: 'invalid_grant',
        description: 'AADSTS65001: The user or administrator has not consented',
      }),
    'Đề nghị người quản trị Microsoft 365 cấp quyền',
  ],
  ['there is no line', () => refused('NO_NETWORK'), 'Không kết nối được với dịch vụ đăng nhập của Microsoft.'],
  ['the person belongs to no agency', () => given({ groups: [] }), 'chưa được gắn với đúng một đơn vị'],
  ['the person belongs to two', () => given({ groups: [SNV_GROUP], roles: ['tong-hop'] }), 'chưa được gắn với đúng một đơn vị'],
  ['Office fails', () => refused('PERSISTENT_ERROR', { code: 'server_error' }), 'Chưa đăng nhập được bằng Microsoft 365.'],
  ['Office never answers', 'silent', 'Excel này chưa đăng nhập giúp bằng Microsoft 365 được.'],
] as const)('a sentence tells what to do where %s, and the access key stays at hand', async (_, answer, sentence) => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { pane, button, strayed } = await open(page, answer);
  await button.click();
  await pane.getByText(sentence).waitFor();
  await pane.getByLabel('Mã truy cập').fill(service.keys.SNV!);
  await pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect([context.pages().length, strayed()]).toEqual([1, []]); // no window was opened, nobody else asked
  await context.close();
});

test('where Office has no bridge, as on the web, the browser’s own sign-in is asked for the person whom Office names', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1000, height: 900 } });
  const asked: URL[] = [];
  const answer = (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/authorize')) asked.push(url);
    // Nobody is signed in there that this browser would show (third-party cookies are blocked): only the person can go on.
    const back = `${url.searchParams.get('redirect_uri')}#error=login_required&error_description=AADSTS50058&state=${encodeURIComponent(url.searchParams.get('state') ?? '')}`;
    const isSilent = url.searchParams.get('prompt') === 'none';
    return isSilent
      ? route.fulfill({ status: 302, headers: { location: back } })
      : route.fulfill({ contentType: 'text/html', body: 'Microsoft' });
  };
  const { pane, button } = await open(page, null, { way: 'web', agency: 'STC' });
  for (const one of [page, context]) await one.route(`${SIGN_IN}/**`, answer); // the hidden frame, and the window
  await pane.evaluate(() => {
    const auth = { getAuthContext: async () => ({ userPrincipalName: 'anh@example.vn' }) };
    Object.assign((globalThis as never as { Office: object }).Office, { auth });
  });
  const window = context.waitForEvent('page');
  await button.click();
  const popup = await window;
  await popup.getByText('Microsoft').waitFor();
  expect(
    asked.map(({ searchParams }) => [searchParams.get('prompt'), searchParams.get('login_hint'), searchParams.get('redirect_uri')]),
  ).toEqual([
    ['none', 'anh@example.vn', 'https://phuluc.test/pane/dang-nhap/'],
    [null, 'anh@example.vn', 'https://phuluc.test/pane/dang-nhap/'],
  ]);
  await popup.close();
  await pane.getByText('Đã dừng đăng nhập Microsoft 365.').waitFor();
  await context.close();
});

test('who signed in with Microsoft 365 comes in again without a click, until signing out', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { pane, asked, button } = await open(page, () => given());
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  await page.reload();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect(asked.map(({ method }) => method)).toEqual(['GetToken', 'GetToken']);
  await pane.getByRole('button', { name: 'Đăng xuất' }).click();
  await button.waitFor();
  await page.reload();
  await button.waitFor();
  await page.waitForTimeout(300);
  expect(asked).toHaveLength(2);
  await context.close();
});

test('where Office wants the person, the pane that is opened says so and opens no window', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  let isKnown = true;
  const { pane, asked, button } = await open(page, () => (isKnown ? given() : interaction));
  await button.click();
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  isKnown = false;
  await page.reload();
  await pane.getByText('Cần đăng nhập lại bằng Microsoft 365.').waitFor();
  expect(asked.map(({ method }) => method)).toEqual(['GetToken', 'GetToken']);
  await context.close();
});

test('an Excel that signs nobody in offers the access key alone, and asks the service nothing', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const called: string[] = [];
  page.on('request', (request) => request.url().includes('/api/') && called.push(request.url()));
  const { button } = await open(page, () => given(), { nestedAppAuth: false });
  await page.waitForTimeout(300);
  expect([await button.count(), called]).toEqual([0, []]);
  await context.close();
});
