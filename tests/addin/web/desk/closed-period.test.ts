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

served(async (both) => {
  ({ service, chromium } = both);
  await call('POST', '/periods', { period: '2027' });
  await call('POST', '/periods/2027/close', {});
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
