import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, aReport('SYT' as AgencyId));
});

const call = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
};
const inPeriod = async (period: string, id: string) =>
  (await call('GET', `/periods/${period}/agencies`)).agencies.find((one: { id: string }) => one.id === id);

async function atSettings(query = ''): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 } });
  await signInAt(page, service, 'VPUB', `?the=quan-tri&muc=thiet-lap${query}`);
  await page.getByRole('heading', { name: 'Đổi tên, nhập, thêm đơn vị' }).waitFor();
  return { page, errors };
}

async function save(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Lý do thay đổi').fill(reason);
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
}

test('an agency is renamed in the desk with a reason; the closed period keeps the name that it had', async () => {
  await call('POST', '/periods/2026/close', {});
  await call('POST', '/periods', { period: '2027' });
  const { page, errors } = await atSettings('&ky=2027');
  await page.getByLabel('Đơn vị cần sửa').selectOption('SYT');
  await page.getByLabel('Tên đầy đủ').fill('Sở Y tế và Dân số');
  await page.getByLabel('Tên ngắn').fill('Sở YT&DS');
  await save(page, 'Theo nghị quyết 12');
  expect(await inPeriod('2027', 'SYT')).toMatchObject({ name: 'Sở Y tế và Dân số', shortName: 'Sở YT&DS' });
  expect(await inPeriod('2026', 'SYT')).toMatchObject({ name: 'Sở Y tế' });
  await page.goto(`${service.baseUrl}/desk/?ky=2027&the=tinh-hinh&tim=dan so`);
  await page.getByRole('link', { name: 'Sở Y tế và Dân số' }).waitFor();
  await page.goto(`${service.baseUrl}/desk/?ky=2026&the=tinh-hinh&tim=so y te`);
  await page.getByRole('link', { name: 'Sở Y tế', exact: true }).waitFor();
  const { entries } = await call('GET', '/periods/2027/audit');
  expect(entries.at(-1)).toMatchObject({ action: 'settings', reason: 'Theo nghị quyết 12' });
  expect(errors).toEqual([]);
});

test('two communes are merged into one that is added, with whom to ask there; its key opens the upload page', async () => {
  const { page, errors } = await atSettings('&ky=2027');
  await page.getByLabel('Mã đơn vị thêm mới').fill('xa 1');
  await page.getByText('Mã gồm chữ không dấu').waitFor();
  await page.getByLabel('Mã đơn vị thêm mới').fill('XA-99001');
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await page.getByLabel('Tên đầy đủ').fill('UBND xã Tân Sơn');
  await page.getByLabel('Tên ngắn').fill('Xã Tân Sơn');
  await page.getByLabel('Loại đơn vị').selectOption('commune');
  await page.getByLabel('Nhập thêm đơn vị').selectOption('XA-21211');
  await page.getByLabel('Nhập thêm đơn vị').selectOption('XA-21034');
  await page.getByLabel('Đơn vị có đầu mối').selectOption('XA-99001');
  await page.getByLabel('Tên đầu mối của đơn vị').fill('Trần Bình');
  await page.getByLabel('Điện thoại của đơn vị').fill('0255 123');
  await expectToLookWell(page, 'desk-agency-names');
  await save(page, 'Sắp xếp đơn vị hành chính');
  expect(await inPeriod('2027', 'XA-99001')).toMatchObject({
    name: 'UBND xã Tân Sơn',
    succeeds: ['XA-21211', 'XA-21034'],
    contact: { name: 'Trần Bình' },
  });
  expect([(await inPeriod('2027', 'XA-21211')).active, (await inPeriod('2026', 'XA-21211')).active]).toEqual([false, true]);
  const { agencies } = await call('GET', '/periods/2027/status');
  expect(agencies).toHaveLength(111);
  const { key } = await call('POST', '/keys', { agency: 'XA-99001' });
  // Agencies that may sign in are asked for every five seconds.
  await soon(async () => {
    const me = await (await fetch(`${service.baseUrl}/api/me`, { headers: { authorization: `Bearer ${key}` } })).json();
    expect(me).toMatchObject({ agency: 'XA-99001', name: 'UBND xã Tân Sơn' });
  });
  // all of it can be taken back
  await page.getByLabel('Đơn vị cần sửa').selectOption('XA-99001');
  await page.getByRole('button', { name: 'Bỏ đơn vị thêm mới' }).click();
  await page.getByLabel('Đơn vị có đầu mối').selectOption('');
  expect(errors).toEqual([]);
});

test('what would leave two agencies alike is told where it is typed, and nothing is saved', async () => {
  const { page } = await atSettings('&ky=2027');
  await page.getByLabel('Đơn vị cần sửa').selectOption('STC');
  await page.getByLabel('Tên đầy đủ').fill('Sở Nội vụ');
  await page.getByLabel('Lý do thay đổi').fill('Nhầm');
  await page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await page.getByText('Tên này đang là tên của đơn vị SNV.').waitFor();
  expect(await inPeriod('2027', 'STC')).toMatchObject({ name: 'Sở Tài chính' });
});

test('one renames an agency while another says that it does not report: both are kept, and told', async () => {
  const [one, other] = [await atSettings('&ky=2027'), await atSettings('&ky=2027')];
  await one.page.getByLabel('Đơn vị cần sửa').selectOption('SCT');
  await one.page.getByLabel('Tên đầy đủ').fill('Sở Công Thương mới');
  await other.page.getByLabel('Tìm đơn vị để bật hoặc tắt').fill('cong thuong');
  await other.page.getByLabel('Sở Công Thương (phải báo cáo)').click();
  await save(other.page, 'Không báo cáo kỳ này');
  await one.page.getByLabel('Lý do thay đổi').fill('Đổi tên');
  await one.page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await one.page.getByText('Người khác vừa đổi thiết lập của kỳ này.').waitFor();
  expect(await one.page.getByText('chỗ cả hai cùng đổi').count()).toBe(0);
  expect(await one.page.getByLabel('Tên đầy đủ').inputValue()).toBe('Sở Công Thương mới');
  await one.page.getByRole('button', { name: 'Lưu thiết lập' }).click();
  await one.page.getByText('Đã lưu thiết lập.').waitFor();
  expect(await inPeriod('2027', 'SCT')).toMatchObject({ name: 'Sở Công Thương mới', active: false });
});
