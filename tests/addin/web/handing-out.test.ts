import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { aService, type Service } from '../../support/a-service.ts';
import { aReport } from '../../support/an-api.ts';
import { seriousFaults } from '../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf } from '../../support/browser.ts';
import { FailingProxy } from '../../support/failing-proxy.ts';
import { codeIn } from '../../support/handed-letter.ts';
import { soon } from '../../support/soon.ts';

// From the desk's button to a commune's first look at its page on a phone, and what comes back to it.

const AGENCY = 'XA-21211';
const VIEWS = [
  { name: '360-light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: '360-dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  { name: '1366-light', viewport: { width: 1366, height: 768 }, colorScheme: 'light' },
  { name: '1366-dark', viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
] as const;

let service: Service;
let chromium: Chromium;
beforeAll(async () => {
  [service, chromium] = await Promise.all([aService(), aBrowser()]);
});
afterAll(async () => {
  await chromium.close();
  await service.stop();
});

const asked = (agency: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.baseUrl}/api${path}`, {
    method: headers['if-none-match'] ? 'PUT' : 'POST',
    headers: { authorization: `Bearer ${service.keys[agency]}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function inEveryView(page: Page, name: string): Promise<void> {
  for (const { name: view, viewport, colorScheme } of VIEWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await pictureOf(page, `${name}-${view}`);
    expect([view, await seriousFaults(page)]).toEqual([view, []]);
  }
}

test('the desk hands out, and the code of the letter lets its agency in, once', async () => {
  const { page: desk, errors } = await chromium.visit();
  await desk.goto(`${service.baseUrl}/desk/`);
  await desk.getByLabel('Mã truy cập').fill(`Mã: “${service.keys.VPUB}”`);
  await desk.getByRole('button', { name: 'Đăng nhập' }).click();
  await desk.getByRole('link', { name: 'Quản trị' }).click();
  await desk.getByRole('link', { name: 'Giao biểu' }).click();
  await desk.getByText('Chưa có điện thoại, thư điện tử của đầu mối').waitFor();
  await desk.getByLabel('Giao cho').selectOption(AGENCY);
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Tạo biểu và thư' }).click()]);
  await desk.getByText('Đã tạo biểu và thư cho UBND xã Tịnh Khê.').waitFor();
  await inEveryView(desk, 'desk-handout');
  const code = codeIn(readFileSync(await file.path()));

  const { page: phone } = await chromium.visit({ viewport: { width: 360, height: 740 } });
  await phone.goto(`${service.baseUrl}/#ma-moi=${code}`);
  await phone.getByLabel('Mã truy cập').waitFor();
  expect(await phone.getByLabel('Mã truy cập').inputValue()).toBe(code);
  await inEveryView(phone, 'sign-in');
  // The first asking who came in gets no answer: the code is used up, and its key must not be lost with it.
  await phone.route('**/api/me', (route) => route.abort(), { times: 1 });
  await phone.getByRole('button', { name: 'Đăng nhập' }).click();
  await phone.getByText('Không kết nối được với máy chủ').waitFor();
  await phone.getByRole('button', { name: 'Đăng nhập' }).click();
  await phone.getByRole('heading', { name: 'Mã truy cập của UBND xã Tịnh Khê' }).waitFor();
  await inEveryView(phone, 'issued-key');
  const key = /pls_[A-Za-z0-9_-]{43}/.exec((await phone.locator('main').textContent()) ?? '')![0];
  await phone.getByRole('button', { name: 'Đã lưu mã, tiếp tục' }).click();
  await phone.getByText('1. Lấy biểu').waitFor();
  expect(await phone.locator('body').textContent()).not.toContain(key);

  await desk.reload();
  await desk.getByText('1/1 đơn vị được giao mã đã đổi mã dùng một lần lấy mã truy cập').waitFor();
  await desk.getByText('111 đơn vị chưa được giao mã trong kỳ này').waitFor();
  expect((await asked('VPUB', '/periods/2026/handout', { agencies: ['SNV'] })).status).toBe(200);
  await desk.reload();
  await desk.getByText('1/2 đơn vị được giao mã đã đổi mã dùng một lần lấy mã truy cập').waitFor();
  await desk.getByText('1 đơn vị chưa đổi mã').click();
  await desk.getByRole('listitem').filter({ hasText: 'Sở Nội vụ' }).waitFor();
  await inEveryView(desk, 'desk-code-uses');

  await desk.getByRole('button', { name: 'Thu hồi mã chưa dùng của mọi đơn vị' }).click();
  await desk.getByText('Mã dùng một lần đã giao cho mọi đơn vị mà chưa dùng sẽ không dùng được nữa.').waitFor();
  await inEveryView(desk, 'desk-codes-revoked');
  await desk.getByRole('button', { name: 'Thu hồi mã chưa dùng của mọi đơn vị' }).click();
  await desk.getByText('Đã thu hồi 1 mã dùng một lần của mọi đơn vị.').waitFor();
  await desk.getByText('1 đơn vị có mã đã thu hồi, chưa được giao mã mới').waitFor();
  await desk.getByLabel('Giao cho').selectOption('SNV');
  await desk.getByRole('button', { name: /Thu hồi mã chưa dùng của Sở Nội vụ/ }).click();
  await desk.getByRole('button', { name: /Thu hồi mã chưa dùng của Sở Nội vụ/ }).click();
  await desk.getByText('Không có mã dùng một lần nào của Sở Nội vụ còn dùng được.').waitFor();

  const { page: nextDay } = await chromium.visit();
  await nextDay.goto(`${service.baseUrl}/`);
  await nextDay.getByLabel('Mã truy cập').fill(key);
  await nextDay.getByRole('button', { name: 'Đăng nhập' }).click();
  await nextDay.getByText('1. Lấy biểu').waitFor();

  const { page: late } = await chromium.visit();
  await late.goto(`${service.baseUrl}/#ma-moi=${code}`);
  await late.getByRole('button', { name: 'Đăng nhập' }).click();
  await late.getByText('Mã này không đúng, đã dùng hoặc đã hết hạn.').waitFor();
  expect(errors).toEqual([]);
});

const codeFor = async (agency: string): Promise<string> => {
  const answer = await asked('VPUB', '/periods/2026/handout', { agencies: [agency] });
  return codeIn(new Uint8Array(await answer.arrayBuffer()));
};

test.each(['/', '/desk/'])(
  'a code that is opened where another agency is signed in is asked about, and used by nobody unasked: %s',
  async (path) => {
    const [home, other] = path === '/' ? ['SYT', 'Sở Y tế'] : ['VPUB', 'Văn phòng UBND tỉnh'];
    const code = await codeFor('SNV');
    const { page, errors } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
    await page.goto(`${service.baseUrl}${path}`);
    await page.getByLabel('Mã truy cập').fill(service.keys[home!]!);
    await page.getByLabel('Giữ đăng nhập trên máy này').check();
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).waitFor();
    // The letter's address opens a tab of its own.
    const tab = await page.context().newPage();
    await tab.goto(`${service.baseUrl}${path}#ma-moi=${code}`);
    const question = tab.getByRole('region', { name: 'Mã dùng một lần vừa mở' });
    await question.getByText(`Máy này đang đăng nhập ${other}`).waitFor();
    await inEveryView(tab, `waiting-code${path.replaceAll('/', '-')}`);
    await question.getByRole('button', { name: `Tiếp tục với ${other}` }).click();
    await question.waitFor({ state: 'detached' });
    expect(tab.url()).not.toContain('plc_');
    // Opened once more where the page stands already.
    await tab.evaluate((hash) => {
      location.hash = hash;
    }, `#ma-moi=${code}`);
    await question.getByRole('button', { name: `Đăng xuất ${other} để dùng mã` }).click();
    await question.getByText('Mã truy cập đang được giữ trên máy này.').waitFor();
    await question.getByRole('button', { name: 'Đăng xuất và xóa mã truy cập khỏi máy này' }).click();
    await soon(async () => expect(await tab.getByLabel('Mã truy cập').inputValue()).toBe(code));
    await tab.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await tab.getByRole('heading', { name: 'Mã truy cập của Sở Nội vụ' }).waitFor();
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  },
);

test('a handout that breaks off is told of and not saved, and the desk can ask for it again', async () => {
  const proxy = new FailingProxy(Number(new URL(service.baseUrl).port), (path) => path.endsWith('/handout'));
  const { page } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await page.goto(`http://127.0.0.1:${await proxy.start()}/desk/`);
  await page.getByLabel('Mã truy cập').fill(service.keys.SKHCN!);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'Quản trị' }).click();
  await page.getByRole('link', { name: 'Giao biểu' }).click();
  await page.getByLabel('Giao cho').selectOption(AGENCY);
  const saved: string[] = [];
  page.on('download', (file) => saved.push(file.suggestedFilename()));
  proxy.follow({ from: 1, calls: 'one', effect: 'after', trouble: 'cut' });
  await page.getByRole('button', { name: 'Tạo biểu và thư' }).click();
  await page.getByText('Không kết nối được với máy chủ').waitFor();
  expect([proxy.calls, saved]).toEqual([1, []]);
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tạo biểu và thư' }).click()]);
  await page.getByText('Đã tạo biểu và thư cho UBND xã Tịnh Khê.').waitFor();
  expect(saved).toEqual(['giao-bieu-2026.zip']);
  await proxy.stop();
});

test('many are returned with one remark, which the agency reads on its page', async () => {
  const sent = { 'idempotency-key': 'k', 'if-none-match': '*' };
  for (const agency of [AGENCY, 'XA-21034'])
    expect((await asked(agency, `/periods/2026/reports/${agency}`, aReport(agency), sent)).status).toBe(201);
  const { page: desk } = await chromium.visit({ viewport: { width: 1366, height: 768 } });
  await desk.goto(`${service.baseUrl}/desk/?the=tinh-hinh`);
  await desk.getByLabel('Mã truy cập').fill(service.keys.SKHCN!);
  await desk.getByRole('button', { name: 'Đăng nhập' }).click();
  await desk.getByLabel('Chọn', { exact: true }).check();
  await desk.getByLabel('Ý kiến chung khi trả lại').fill('Đề nghị rà soát lại toàn bộ số liệu');
  await inEveryView(desk, 'desk-many');
  await desk.setViewportSize({ width: 1366, height: 768 });
  await desk.getByRole('button', { name: 'Trả lại 2 báo cáo đã chọn' }).click();
  await desk.getByText(/^Đã trả lại: /).waitFor();

  const { page } = await chromium.visit({ viewport: { width: 360, height: 740 } });
  await page.goto(`${service.baseUrl}/`);
  await page.getByLabel('Mã truy cập').fill(service.keys[AGENCY]!);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByText('Đề nghị rà soát lại toàn bộ số liệu').waitFor();
  await inEveryView(page, 'returned');
});
