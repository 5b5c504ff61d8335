import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

async function call(method: string, path: string, body: object | null, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`[${method}] "${path}": ${answer.status} ${await answer.text()}`);
  return answer;
}

const settingsOf = async (period: string) => (await (await call('GET', `/periods/${period}/settings`, null)).json()).settings;

served(async (both) => {
  ({ service, chromium } = both);
  await call('POST', '/periods', { period: '2027' });
  await call('POST', '/periods/2027/close', {});
  await call('POST', '/periods', { period: '2028' });
  await call('POST', '/periods/2028/close', {});
  await call('POST', '/periods', { period: '2029' });
  const etag = (await call('GET', '/periods/2026/settings', null)).headers.get('etag') ?? '';
  const settings = { agencies: { 'XA-21211': { name: 'UBND phường Mới' } } };
  await call('PUT', '/periods/2026/settings', { settings, reason: 'Theo nghị quyết sắp xếp' }, { 'if-match': etag });
});

const WAITS =
  'Thay đổi ở kỳ 2026 (lý do: Theo nghị quyết sắp xếp) đang chờ: mở lại kỳ này thì có hiệu lực. Phần sẽ đổi: đơn vị phải báo cáo, tên đơn vị.';

test('in a closed period nothing is handed out, and the desk says what its reopening will change', async () => {
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?ky=2027&the=quan-tri&muc=giao-bieu');
  await page.getByText('Kỳ 2027 đã khóa nên không giao biểu nữa.').waitFor();
  expect(await page.getByRole('button', { name: 'Tạo biểu và thư' }).count()).toBe(0);
  await expectToLookWell(page, 'desk-handout-closed', { widths: [360, 1366] });
  const parts = page.getByRole('navigation', { name: 'Các mục quản trị' });
  await parts.getByRole('link', { name: 'Thiết lập kỳ' }).click();
  await page.getByText(WAITS).waitFor();
  await expectToLookWell(page, 'desk-settings-waiting', { widths: [360, 1366] });
  await parts.getByRole('link', { name: 'Kỳ báo cáo' }).click();
  await page.getByText(WAITS).waitFor();
  await page.getByLabel('Lý do mở lại').fill('Bổ sung báo cáo');
  await page.getByRole('button', { name: 'Mở lại kỳ 2027' }).click();
  await page.getByText('Đã mở lại kỳ 2027.').waitFor();
  await page.getByText(WAITS).waitFor({ state: 'detached' });
  await parts.getByRole('link', { name: 'Giao biểu' }).click();
  await page.getByRole('button', { name: 'Tạo biểu và thư' }).waitFor();
  expect(errors).toEqual([]);
});

test('the signer, number and day of a closed period’s report are written once they are known, all else is shown as it is, and why', async () => {
  const { page, errors } = await chromium.visit({
    origin: service.baseUrl,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  await signInAt(page, service, 'VPUB', '?ky=2028&the=quan-tri');
  await page.getByText('Báo cáo chưa ghi: tên người ký, số, ngày.').waitFor();
  await page.getByText('Báo cáo chưa ghi tên người ký.').waitFor();
  await expectToLookWell(page, 'desk-periods-unsigned', { widths: [360, 1366] });
  await page.getByRole('link', { name: 'số', exact: true }).click();
  await page.getByText(/^Kỳ báo cáo đã khóa: chỉ còn sửa được phần ký và gửi báo cáo; câu chữ của báo cáo\./).waitFor();
  await page.locator('label', { hasText: 'Số của báo cáo' }).locator('input:focus').waitFor();
  const disabled = await page.locator('.admin-part').evaluate((part) =>
    Object.fromEntries(
      [...part.querySelectorAll('section.panel')].map((panel) => {
        const fields = [...panel.querySelectorAll('input, textarea, select:not(.looks-up)')] as HTMLInputElement[];
        return [panel.querySelector('h3')?.textContent, [...new Set(fields.map((one) => one.disabled))]];
      }),
    ),
  );
  expect(disabled).toMatchObject({
    'Ngày chốt và hạn gửi': [true],
    'Đầu mối liên hệ ghi trong thư và ở trang Hướng dẫn': [true],
    'Công bố đánh giá': [true],
    'Miễn trừ': [true],
    'Ký và gửi báo cáo': [false],
    'Câu chữ của báo cáo': [false],
    'Lưu thay đổi': [false],
  });
  await page.keyboard.type('715/BC-UBND');
  await page.getByLabel('Ngày của báo cáo (ngày/tháng/năm)').fill('08/12/2028');
  await page.getByLabel('Ký thay').fill('KT. CHỦ TỊCH');
  await page.getByLabel('Chức vụ').fill('PHÓ CHỦ TỊCH');
  await page.getByLabel('Họ và tên người ký').fill('Trần Thị B');
  await page.getByLabel('Lý do thay đổi').fill('Ghi người ký, số, ngày');
  await expectToLookWell(page, 'desk-settings-closed', { widths: [360, 1366] });
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  await page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name: 'Kỳ báo cáo' }).click();
  const button = page.getByRole('button', { name: 'Tải báo cáo để trình ký' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const parts = unzipSync(readFileSync(await file.path()));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  for (const said of ['715/BC-UBND', 'ngày 08 tháng 12 năm 2028', 'PHÓ CHỦ TỊCH', 'Trần Thị B']) expect(text).toContain(said);
  expect(await page.getByText(/^Báo cáo chưa ghi/).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('what somebody else’s close holds fast is told apart from what can still be saved, and comes back with the reopening', async () => {
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?ky=2029&the=quan-tri&muc=thiet-lap');
  await page.getByLabel('Hạn gửi (ngày/tháng)').fill('05/12');
  await page.getByLabel('Họ và tên người ký').fill('Trần Thị B');
  await page.getByLabel('Lý do thay đổi').fill('Gia hạn, ghi người ký');
  await call('POST', '/periods/2029/close', {});
  const save = page.getByRole('button', { name: 'Lưu thiết lập' });
  await save.click();
  await page.getByText('Kỳ được khóa trước khi lưu: thay đổi ở phần ngày chốt, hạn gửi không có hiệu lực.').waitFor();
  expect((await settingsOf('2029')).signing).toBeUndefined();
  await save.click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  const { deadline, signing } = await settingsOf('2029');
  expect([deadline, signing]).toEqual([undefined, { name: 'Trần Thị B' }]);
  // What is held back is on this page alone.
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByText('Thiết lập kỳ 2029 đã sửa, chưa lưu.').waitFor();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await call('POST', '/periods/2029/reopen', { reason: 'Gia hạn' });
  await page.getByText('Kỳ được khóa trước khi lưu').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Hạn gửi (ngày/tháng)').inputValue()).toBe('05/12');
  await page.getByLabel('Lý do thay đổi').fill('Gia hạn');
  await save.click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  expect((await settingsOf('2029')).deadline).toBe('12-05');
  // The browser's own line about the refusal.
  expect(errors.filter((one) => !one.includes('409'))).toEqual([]);
});

test('a close elsewhere reaches a desk whose question after it went wrong', async () => {
  const { page } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?ky=2029&the=quan-tri&muc=ky');
  await page.getByRole('heading', { name: 'Khóa kỳ 2029' }).waitFor();
  await page.route('**/api/periods', (route) => route.abort(), { times: 1 });
  await call('POST', '/periods/2029/close', {});
  await page.getByRole('heading', { name: 'Mở lại kỳ 2029' }).waitFor();
});

test('a reopening elsewhere brings the names that waited for it along', async () => {
  const { page } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', '?ky=2028&the=tinh-hinh');
  await page.getByRole('heading', { name: 'Nhắc báo cáo' }).waitFor();
  expect(await page.getByText('UBND phường Mới').count()).toBe(0);
  await call('POST', '/periods/2028/reopen', { reason: 'Đính chính' });
  await page.getByText('UBND phường Mới').first().waitFor();
});
