import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { buildForm } from '../../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../../templates/form/form-values.ts';
import { aService, type Service } from '../../../support/a-service.ts';
import { seriousFaults } from '../../../support/axe.ts';
import { aBrowser, type Chromium, pictureOf } from '../../../support/browser.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

/** An address of this machine that browsers do not trust: neither https nor localhost, as an office's own server may be. */
const PLAIN_HTTP = '--host-resolver-rules=MAP phuluc.test 127.0.0.1';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-trouble-'));
let service: Service;
let chromium: Chromium;

beforeAll(async () => {
  [service, chromium] = await Promise.all([aService(), aBrowser([PLAIN_HTTP])]);
});

afterAll(async () => {
  await Promise.all([chromium?.close(), service?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function aFile(id: string, under = folder): Promise<string> {
  const agency = obligations.agencies.find((one) => one.id === id)!;
  const path = join(under, `${id}.xlsx`);
  writeFileSync(path, await buildForm({ obligations, agency: agency.id, values: formValuesOf(aReport(agency.id)) }));
  return path;
}

async function atDesk(query: string, origin = service.baseUrl): Promise<Page> {
  const { page } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
  await signInAt(page, { ...service, baseUrl: origin }, 'VPUB', query);
  return page;
}

const asConsolidator = (path: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}) =>
  fetch(`${service.baseUrl}/api${path}`, { ...init, headers: { authorization: `Bearer ${service.keys.VPUB}`, ...init.headers } });

/** Holds every intake until it is let go. */
async function holdIntake(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const gate = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/intake*', async (route) => {
    await gate;
    await route.continue().catch(() => {}); // the page may have given up meanwhile
  });
  return letGo;
}

const choose = (page: Page, files: string[] | string, label = 'Chọn các tệp .xlsx') => page.getByLabel(label).setInputFiles(files);

test('a file that can no longer be read is named, and those beside it are taken in', async () => {
  const page = await atDesk('?the=quan-tri&muc=nhan-tep');
  const [first, gone, last] = [await aFile('SNV'), await aFile('SYT'), await aFile('STC')];
  const letGo = await holdIntake(page);
  await choose(page, [first, gone, last]);
  await page.getByText('0/3 tệp').waitFor();
  rmSync(gone);
  letGo();
  await page.getByText('Đã nhận 2/3 tệp.').waitFor();
  expect(await page.locator('li', { hasText: 'SYT.xlsx' }).textContent()).toContain('Không đọc được tệp');
  expect(await page.getByLabel('Chọn các tệp .xlsx').isEnabled()).toBe(true);
});

test('a run goes on while another tab is looked at; stopped, it names what was not tried, and can be resumed', async () => {
  const page = await atDesk('?the=quan-tri&muc=nhan-tep');
  const letGo = await holdIntake(page);
  await choose(page, [await aFile('SYT'), await aFile('SGDDT'), await aFile('SVHTTDL')]);
  await page.getByText('0/3 tệp').waitFor();
  const tabs = page.getByRole('navigation', { name: 'Các mục của trang dành cho cơ quan tổng hợp' });
  await tabs.getByRole('link', { name: 'Cảnh báo' }).click();
  await tabs.getByRole('link', { name: 'Quản trị' }).click();
  await page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name: 'Nhận tệp' }).click();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByText('Đã nhận 0/3 tệp.').waitFor();
  expect(await page.getByText('Đã dừng theo yêu cầu.').count()).toBe(1);
  expect(await page.getByText('Chưa thử: đã dừng trước tệp này.').count()).toBe(2);
  await pictureOf(page, 'desk-intake-stopped');
  letGo();
  await page.unroute('**/intake*');
  await page.getByRole('button', { name: 'Nhận tiếp 3 tệp chưa xong' }).click();
  await page.getByText('Đã nhận 3/3 tệp.').waitFor();
  expect(await (await asConsolidator('/periods/2026/reports/SGDDT')).json()).toMatchObject({ version: 1 });
});

test('a whole folder is taken in, what is no form in it left out and named', async () => {
  const page = await atDesk('?the=quan-tri&muc=nhan-tep');
  const under = join(folder, 'thu', 'den');
  mkdirSync(under, { recursive: true });
  await aFile('SXD', under);
  writeFileSync(join(folder, 'thu', 'cong-van.pdf'), '%PDF');
  writeFileSync(join(under, '~$SXD.xlsx'), 'lock');
  await choose(page, join(folder, 'thu'), 'Chọn cả thư mục');
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
  await page.getByText('Bỏ qua 2 tệp không phải bảng tính.').click();
  await page.getByText('thu/cong-van.pdf', { exact: true }).waitFor();
  expect(await page.getByText('thu/den/SXD.xlsx').count()).toBe(1);
});

test('on plain http off this machine files are taken in, reports reviewed, names copied', async () => {
  const page = await atDesk('?the=quan-tri&muc=nhan-tep', service.baseUrl.replace('127.0.0.1', 'phuluc.test'));
  await page.getByLabel('Chọn các tệp .xlsx').waitFor();
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof navigator.clipboard])).toEqual([
    false,
    'undefined',
    'undefined',
  ]);
  await choose(page, await aFile('SCT'));
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
  await page.getByRole('link', { name: 'Tình hình báo cáo' }).click();
  const missing = 112 - 7;
  await page.getByRole('button', { name: `Chép tên ${missing} đơn vị chưa gửi` }).click();
  await page.getByText(`Đã chép tên ${missing} đơn vị.`).waitFor();
  await page.getByLabel('Tìm đơn vị').focus();
  await page.keyboard.press('Control+V');
  await soon(async () => expect(await page.getByLabel('Tìm đơn vị').inputValue()).toContain('Văn phòng'));
});

test('settings that somebody else changed meanwhile lose neither their change nor mine', async () => {
  const page = await atDesk('?the=quan-tri&muc=thiet-lap');
  await page.getByLabel('Tìm đơn vị để bật hoặc tắt').fill('bo y');
  await page.getByLabel('Xã Bờ Y (phải báo cáo)').click();
  await page.getByLabel('Hạn gửi (ngày/tháng)').fill('28/11');
  await page.getByLabel('Lý do thay đổi').fill('Theo công văn của Văn phòng');
  const before = await asConsolidator('/periods/2026/settings');
  const { settings } = (await before.json()) as { settings: object };
  const put = await asConsolidator('/periods/2026/settings', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': before.headers.get('etag') ?? '', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ settings: { ...settings, cutOff: '11-20', deadline: '11-29' }, reason: 'Việc khác' }),
  });
  expect(put.status).toBe(200);
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Người khác vừa đổi thiết lập của kỳ này.').waitFor();
  await page.getByText('chỗ cả hai cùng đổi (ngày chốt, hạn gửi)').waitFor();
  expect(await page.getByLabel('Ngày chốt số liệu (ngày/tháng)').inputValue()).toBe('20/11');
  expect(await page.getByLabel('Hạn gửi (ngày/tháng)').inputValue()).toBe('28/11');
  await pictureOf(page, 'desk-settings-merged');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  expect(await (await asConsolidator('/periods/2026/settings')).json()).toMatchObject({
    settings: { cutOff: '11-20', deadline: '11-28', agencies: { 'XA-23377': { active: false } } },
  });
  const { agencies } = (await (await asConsolidator('/periods/2026/status')).json()) as { agencies: unknown[] };
  expect(agencies).toHaveLength(111);
  await page.getByLabel('Xã Bờ Y (không báo cáo kỳ này)').click();
  await page.getByLabel('Lý do thay đổi').fill('Nhầm đơn vị');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  expect(((await (await asConsolidator('/periods/2026/status')).json()) as { agencies: unknown[] }).agencies).toHaveLength(112);
});

test('a remark being written outlives a waiver, a look at another tab and a reload', async () => {
  await send(
    service,
    aReport('TTT' as AgencyId, (report) => ({ ...report, indicators: Object.fromEntries(Object.entries(report.indicators).slice(1)) })),
  );
  const page = await atDesk('?the=tinh-hinh&donvi=TTT');
  const last = page.getByRole('complementary').getByRole('textbox').last();
  await last.fill('Đề nghị gửi văn bản');
  await page.getByRole('link', { name: 'Miễn trừ…' }).first().click();
  await page.getByLabel('Lý do miễn trừ').fill('Đơn vị mới thành lập');
  await page.getByRole('button', { name: 'Thêm miễn trừ' }).click();
  await page.getByText('Thanh tra tỉnh: Dòng phải báo cáo không để trống, dòng').waitFor();
  await page.getByLabel('Lý do thay đổi').fill('Miễn trừ');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  await page.goBack();
  await soon(async () => expect(await last.inputValue()).toBe('Đề nghị gửi văn bản'));
  await page.reload();
  await soon(async () => expect(await last.inputValue()).toBe('Đề nghị gửi văn bản'));
});
