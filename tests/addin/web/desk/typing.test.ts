import type { Locator, Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { served } from '../../../support/served.ts';
import { aReport, obligations, send, signInAt } from './a-desk.ts';

let service: Service;
let chromium: Chromium;

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of ['SYT', 'SNV'] as AgencyId[]) await send(service, aReport(id));
});

/** Agencies that have sent nothing yet: each refresh of a test brings one more. */
const silent = obligations.agencies.map(({ id }) => id).filter((id) => !['SYT', 'SNV', 'VPUB'].includes(id));

/** Another agency sends; gives once every desk has it, drawn anew. */
async function refresh(...pages: readonly Page[]): Promise<void> {
  const glance = (page: Page) => page.locator('.at-a-glance dd').first().textContent({ timeout: 60_000 });
  const before = await Promise.all(pages.map(glance));
  await send(service, aReport(silent.pop()!));
  const isNew = (text: string | null) => document.querySelector('.at-a-glance dd')?.textContent !== text;
  await Promise.all(pages.map((page, k) => page.waitForFunction(isNew, before[k] ?? null, { timeout: 60_000 })));
}

interface Field {
  readonly name: string;
  readonly who: string;
  readonly query: string;
  readonly at: (page: Page) => Locator;
  readonly text: string;
}

const labelled = (label: string | RegExp) => (page: Page) => page.getByLabel(label);
const FIELDS: readonly Field[] = [
  {
    name: 'the cut-off day',
    who: 'VPUB',
    query: '?the=quan-tri&muc=thiet-lap',
    at: labelled('Ngày chốt số liệu (ngày/tháng)'),
    text: '21/11',
  },
  { name: 'the deadline', who: 'VPUB', query: '?the=quan-tri&muc=thiet-lap', at: labelled('Hạn gửi (ngày/tháng)'), text: '28/11' },
  {
    name: 'the report’s day half typed',
    who: 'VPUB',
    query: '?the=quan-tri&muc=thiet-lap',
    at: labelled('Ngày của báo cáo (ngày/tháng/năm)'),
    text: '5/1',
  },
  { name: 'a day half typed', who: 'VPUB', query: '?the=quan-tri&muc=thiet-lap', at: labelled('Hạn gửi (ngày/tháng)'), text: '2' },
  {
    name: 'the reason of settings',
    who: 'VPUB',
    query: '?the=quan-tri&muc=thiet-lap',
    at: labelled('Lý do thay đổi'),
    text: 'Theo công văn 12',
  },
  {
    name: 'the agency to switch',
    who: 'VPUB',
    query: '?the=quan-tri&muc=thiet-lap',
    at: labelled('Tìm đơn vị để bật hoặc tắt'),
    text: 'bo y',
  },
  {
    name: 'the reason of a waiver',
    who: 'VPUB',
    query: '?the=quan-tri&muc=thiet-lap',
    at: labelled('Lý do miễn trừ'),
    text: 'Đã đối chiếu',
  },
  { name: 'a remark', who: 'VPUB', query: '?the=tinh-hinh&donvi=SYT', at: labelled('Ý kiến về dòng I.1.1'), text: 'Đề nghị rà soát lại' },
  {
    name: 'a lead’s remark',
    who: 'SNV',
    query: '?the=tham-dinh&donvi=SYT',
    at: (page) => page.getByLabel(/^Ý kiến về dòng/).first(),
    text: 'Đề nghị rà soát',
  },
  { name: 'the search in the matrix', who: 'VPUB', query: '?the=ma-tran', at: labelled('Tìm đơn vị hoặc chỉ tiêu'), text: 'son ha' },
  { name: 'the search in the flags', who: 'VPUB', query: '?the=canh-bao', at: labelled('Tìm trong cảnh báo'), text: 'hai long' },
  { name: 'the search in the tasks', who: 'VPUB', query: '?the=nhiem-vu', at: (page) => page.getByRole('searchbox'), text: 'dữ liệu' },
  { name: 'the search in the reports', who: 'VPUB', query: '?the=tinh-hinh', at: labelled('Tìm đơn vị'), text: 'y te' },
  {
    name: 'the search in the trail',
    who: 'VPUB',
    query: '?the=quan-tri&muc=nhat-ky',
    at: labelled('Tìm theo người, việc, đơn vị, lý do'),
    text: 'gui bao',
  },
];

test('what is being typed outlives a refresh, with the focus on it, wherever it is typed', async () => {
  const opened = await Promise.all(
    FIELDS.map(async (field) => {
      const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
      await signInAt(page, service, field.who, field.query);
      const input = field.at(page);
      await input.fill('', { timeout: 60_000 });
      return { ...field, page, context, input, middle: Math.ceil(field.text.length / 2) };
    }),
  );
  await Promise.all(opened.map(({ input, text, middle }) => input.pressSequentially(text.slice(0, middle))));
  await refresh(...opened.map(({ page }) => page));
  for (const { name, input, text, middle } of opened) {
    expect([name, await input.inputValue()]).toEqual([name, text.slice(0, middle)]);
    expect([name, await input.evaluate((one) => one === document.activeElement)]).toEqual([name, true]);
  }
  await Promise.all(opened.map(({ page, text, middle }) => page.keyboard.type(text.slice(middle))));
  await refresh(...opened.map(({ page }) => page));
  for (const { name, input, text } of opened) expect([name, await input.inputValue()]).toEqual([name, text]);
  await Promise.all(opened.map(({ context }) => context.close()));
});

test('what was chosen outlives a refresh: the key’s agency, the waiver’s parts, the day of intake, an agreement to close', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=khoa');
  const part = (name: string) => page.getByRole('navigation', { name: 'Các mục quản trị' }).getByRole('link', { name }).click();
  await page.getByLabel('Cấp mã truy cập mới cho').selectOption('SYT');
  await refresh(page);
  expect(await page.getByLabel('Cấp mã truy cập mới cho').inputValue()).toBe('SYT');
  await part('Nhận tệp');
  await page.getByLabel('Ngày nhận').fill('20/02/20');
  await refresh(page);
  expect(await page.getByLabel('Ngày nhận').inputValue()).toBe('20/02/20');
  await part('Thiết lập kỳ');
  await page.getByLabel('Đơn vị được miễn').selectOption('STC');
  const row = page.locator('label', { hasText: /^Dòng/ }).locator('select');
  await row.selectOption('PL1.I.1.1');
  await refresh(page);
  expect([await page.getByLabel('Đơn vị được miễn').inputValue(), await row.inputValue()]).toEqual(['STC', 'PL1.I.1.1']);
  await part('Kỳ báo cáo');
  await page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ').check();
  await refresh(page);
  expect(await page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ').isChecked()).toBe(true);
  await context.close();
});

test('a day that is none is told beside its field and keeps the settings from being saved; what is typed while they are saved stays', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=thiet-lap');
  const [cutOff, deadline] = [page.getByLabel('Ngày chốt số liệu (ngày/tháng)'), page.getByLabel('Hạn gửi (ngày/tháng)')];
  const save = page.getByRole('button', { name: 'Lưu thiết lập' });
  await page.getByLabel('Lý do thay đổi').fill('Theo công văn');
  await deadline.fill('31/2');
  await page.getByText('Ghi ngày/tháng có thật, ví dụ').waitFor();
  await cutOff.fill('21/11');
  expect(await save.isDisabled()).toBe(true);
  await deadline.fill('28/11');
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/periods/2026/settings', async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await save.click();
  await page.getByText('Đang thực hiện…').waitFor();
  await deadline.fill('27/11');
  letGo();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  expect([await cutOff.inputValue(), await deadline.inputValue()]).toEqual(['21/11', '27/11']);
  const { settings } = (await (
    await fetch(`${service.baseUrl}/api/periods/2026/settings`, { headers: { authorization: `Bearer ${service.keys.VPUB}` } })
  ).json()) as { settings: unknown };
  expect(settings).toMatchObject({ cutOff: '11-21', deadline: '11-28' });
  await page.getByLabel('Lý do thay đổi').fill('Sửa hạn');
  await save.click();
  await page.getByText('Chưa có thay đổi.').waitFor();
  expect(await deadline.inputValue()).toBe('27/11');
  await context.close();
});

test('who saves twice in a row meets nobody: the second waits until the server has said under which tag the first is kept', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=thiet-lap');
  const [reason, deadline] = [page.getByLabel('Lý do thay đổi'), page.getByLabel('Hạn gửi (ngày/tháng)')];
  const save = page.getByRole('button', { name: 'Lưu thiết lập' });
  await reason.fill('Sửa hạn');
  await deadline.fill('25/11');
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/periods/2026/settings', async (route) => {
    if (route.request().method() === 'GET') await held;
    await route.continue();
  });
  await save.click();
  await page.getByText('Đã lưu thiết lập.').waitFor();
  await deadline.fill('26/11');
  await reason.fill('Sửa hạn lần nữa');
  await page.getByText('Đang lấy thiết lập vừa lưu.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  letGo();
  await save.click();
  await page.getByText('Chưa có thay đổi.').waitFor();
  expect(await deadline.inputValue()).toBe('26/11');
  await context.close();
});

test('a period that is opened or closed elsewhere takes nobody’s period off the desk', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 1280, height: 900 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=ky');
  const asOther = (path: string, body: unknown) =>
    fetch(`${service.baseUrl}/api/periods${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.keys.SKHCN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await page.getByRole('button', { name: 'Mở kỳ 2027' }).waitFor();
  await asOther('/2026/close', {});
  await page.getByRole('button', { name: 'Mở kỳ 2027' }).click();
  await page.getByText('Đã mở kỳ 2027.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Kỳ báo cáo' }).inputValue()).toBe('2026');
  await page.getByRole('heading', { name: 'Mở lại kỳ 2026' }).waitFor();
  await context.close();
});
