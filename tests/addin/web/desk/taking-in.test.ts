import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Report } from '../../../../core/report.ts';
import { aFilledForm } from '../../../support/a-filled-form.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { soon } from '../../../support/soon.ts';
import { aReport, signInAt } from './a-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-taking-in-'));
const DAY_MS = 86_400_000;
/** Of a phone, and of the desk's own pictures. */
const SIZES = { widths: [360, 1280], height: 900 };

let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const localDay = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

const shown = (at: Date): string => localDay(at).split('-').reverse().join('/');

/** The filled workbook of an agency under a name of its own, saved some days ago. */
async function aFile(name: string, id: string, saved: number, change: (report: Report) => Report = (report) => report): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await aFilledForm(aReport(id as AgencyId, change), daysAgo(saved).toISOString().replace(/\.\d+/, '')));
  return path;
}

/** Without its first tasks. */
const emptier = (report: Report): Report => ({ ...report, tasks: Object.fromEntries(Object.entries(report.tasks).slice(2)) });
/** With another figure in its first row of counts. */
const other = (report: Report): Report => counting(report, 1);
const faulty = (report: Report): Report => counting(report, 1_000_000);
function counting(report: Report, numerator: number): Report {
  const [row, entry] = Object.entries(report.indicators).find(([, one]) => one?.denominator)!;
  return { ...report, indicators: { ...report.indicators, [row]: { ...entry, numerator } } } as Report;
}
async function atIntake(options: Parameters<Chromium['visit']>[0] = {}): Promise<Page> {
  const { page } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 }, ...options });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=nhan-tep');
  await page.getByLabel('Chọn các tệp .xlsx').waitFor();
  return page;
}

const choose = (page: Page, ...files: string[]) => page.getByLabel('Chọn các tệp .xlsx').setInputFiles(files);
const line = (page: Page, file: string) => page.locator('.exports > li', { hasText: file });
const versionOf = async (id: string) => {
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/reports/${id}`, {
    headers: { authorization: `Bearer ${service.keys.VPUB}` },
  });
  return ((await answer.json()) as { version: number }).version;
};

test('an older or emptier workbook takes nobody’s place until a person who has seen both says so', async () => {
  const page = await atIntake();
  await choose(page, await aFile('so-y-te.xlsx', 'SYT', 3), await aFile('so-noi-vu.xlsx', 'SNV', 3));
  await page.getByText('Đã nhận 2/2 tệp.').waitFor();
  await choose(page, await aFile('so-y-te-cu.xlsx', 'SYT', 5, other), await aFile('so-noi-vu-thieu.xlsx', 'SNV', 1, emptier));
  await page.getByText('Đã nhận 0/2 tệp.').waitFor();
  const [older, fewer] = [line(page, 'so-y-te-cu.xlsx'), line(page, 'so-noi-vu-thieu.xlsx')];
  const question = (await older.textContent()) ?? '';
  expect(question).toContain('Sở Y tế: Tệp này được lưu trước tệp của lần nộp hiện hành.');
  expect(question).toContain('so-y-te.xlsx');
  const rows = await fewer.locator('tr', { hasText: 'Dòng đã điền' }).locator('td').allTextContents();
  expect(rows[1]).toBe(`▲ ${Number(rows[0]) - 2}`);
  await expectToLookWell(page, 'desk-intake-questions', SIZES);
  expect([await versionOf('SYT'), await versionOf('SNV')]).toEqual([1, 1]);

  await older.getByRole('button', { name: 'Thay bằng tệp này' }).click();
  await older.getByText(/^✓ Sở Y tế: lần nộp 2, .* Thay lần nộp 1 \(tệp “so-y-te\.xlsx”, /).waitFor();
  await fewer.getByRole('button', { name: 'Giữ lần nộp hiện hành' }).click();
  await fewer.getByText('Giữ lần nộp hiện hành (lần 1); tệp này không được nhận.').waitFor();
  expect([await versionOf('SYT'), await versionOf('SNV')]).toEqual([2, 1]);

  // The newer file is in force no more, and is not taken for it: what was sent once before is asked about as well.
  await choose(page, join(folder, 'so-y-te.xlsx'), join(folder, 'so-noi-vu.xlsx'));
  await page.getByText('nội dung giống lần nộp hiện hành (lần 1').waitFor();
  await line(page, 'so-y-te.xlsx').getByText('Nội dung tệp này đã là một lần nộp trước').waitFor();
  expect([await versionOf('SYT'), await versionOf('SNV')]).toEqual([2, 1]);
});

test('many such files are settled at once', async () => {
  const page = await atIntake();
  const ids = ['STC', 'SCT', 'SXD'];
  await choose(page, ...(await Promise.all(ids.map((id) => aFile(`${id}.xlsx`, id, 3)))));
  await page.getByText('Đã nhận 3/3 tệp.').waitFor();
  await choose(page, ...(await Promise.all(ids.map((id) => aFile(`${id}-cu.xlsx`, id, 6, other)))));
  await page.getByRole('button', { name: 'Thay bằng tệp này, cả 3 tệp' }).click();
  await page.getByText('Đã nhận 3/3 tệp.').waitFor();
  expect(await Promise.all(ids.map(versionOf))).toEqual([2, 2, 2]);
  await choose(page, ...(await Promise.all(ids.slice(0, 2).map((id) => aFile(`${id}-cu-nua.xlsx`, id, 9, emptier)))));
  await page.getByRole('button', { name: 'Giữ lần nộp hiện hành, cả 2 tệp' }).click();
  await page.getByText('Giữ lần nộp hiện hành (lần 2)').first().waitFor();
  expect(await Promise.all(ids.map(versionOf))).toEqual([2, 2, 2]);
});

test('a file that came by mail days ago is taken in as of that day, and no day to come is taken', async () => {
  const page = await atIntake();
  const day = page.getByLabel('Ngày nhận');
  expect(await day.inputValue()).toBe(shown(new Date()));
  await day.fill(shown(daysAgo(-2)));
  await page.getByText(/^Ngày nhận không được sau hôm nay/).waitFor();
  expect(await page.getByLabel('Chọn các tệp .xlsx').isDisabled()).toBe(true);
  await day.fill(shown(daysAgo(2)));
  const asked = page.waitForRequest('**/intake*');
  await choose(page, await aFile('thanh-tra.xlsx', 'TTT', 4));
  expect(new URL((await asked).url()).searchParams.get('receivedOn')).toBe(localDay(daysAgo(2)));
  await page.getByText(`, ngày nhận ${shown(daysAgo(2))}.`).waitFor();
});

test('refused files stand in the list with their agency and reason, also after a reload, until a newer report is there', async () => {
  const page = await atIntake();
  writeFileSync(join(folder, 'cong-van.xlsx'), 'Kính gửi');
  await choose(page, await aFile('so-giao-duc.xlsx', 'SGDDT', 2, faulty), join(folder, 'cong-van.xlsx'));
  await page.getByText('Đã nhận 0/2 tệp.').waitFor();
  await page.reload();
  const rows = page.getByRole('region', { name: 'Tệp bị từ chối' }).last().getByRole('row');
  await rows.filter({ hasText: 'so-giao-duc.xlsx' }).waitFor();
  const told = await rows.filter({ hasText: 'so-giao-duc.xlsx' }).textContent();
  expect(told).toContain('Sở Giáo dục và Đào tạo');
  expect(told).toContain('Tử số lớn hơn mẫu số');
  expect(await rows.filter({ hasText: 'cong-van.xlsx' }).textContent()).toContain('Chưa rõ đơn vị');
  await expectToLookWell(page, 'desk-refused', SIZES);
  const search = page.getByLabel('Tìm theo tệp, đơn vị, lý do');
  await search.fill('tu so lon');
  await soon(async () => expect(await rows.allTextContents()).toHaveLength(2)); // the header and one
  await page.getByRole('button', { name: 'Chép 1 dòng' }).click();
  await page.getByText('Đã chép 1 dòng.').waitFor();
  await search.press('Control+A');
  await search.press('Control+V');
  await soon(async () => expect(await search.inputValue()).toContain('so-giao-duc.xlsx'));
  await search.fill('');
  await choose(page, await aFile('so-giao-duc-sua.xlsx', 'SGDDT', 1));
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
  await rows.filter({ hasText: 'so-giao-duc.xlsx' }).waitFor({ state: 'detached' });
});

test('the server’s wish to be left alone is kept, and a file that it cannot take now is offered again', async () => {
  const page = await atIntake();
  const at: number[] = [];
  await page.route('**/intake*', (route) => {
    at.push(Date.now());
    if (at.length > 1) return route.continue();
    return route.fulfill({
      status: 429,
      headers: { 'retry-after': '3' },
      contentType: 'application/problem+json',
      body: '{"detail":"Chờ."}',
    });
  });
  await choose(page, await aFile('so-van-hoa.xlsx', 'SVHTTDL', 2));
  await page.getByText('Đã nhận 1/1 tệp.').waitFor();
  expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(2_900);
  at.length = 0;
  await page.unroute('**/intake*');
  await page.route('**/intake*', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'retry-after': '1800' },
      contentType: 'application/problem+json',
      body: JSON.stringify({ detail: 'Đơn vị đã gửi quá nhiều lần trong một giờ. Thử lại sau 30 phút.' }),
    }),
  );
  await choose(page, await aFile('so-van-hoa-2.xlsx', 'SVHTTDL', 1));
  await page.getByText('Đơn vị đã gửi quá nhiều lần trong một giờ. Thử lại sau 30 phút.').waitFor();
  await page.getByRole('button', { name: 'Nhận tiếp 1 tệp chưa xong' }).waitFor();
});

test('closing publishes nothing; results are published by an act of its own, and stay while the period is revised', async () => {
  const { page } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1280, height: 900 } });
  await signInAt(page, service, 'VPUB', '?the=quan-tri&muc=ky');
  const publicText = async () => {
    const { page: open, context } = await chromium.visit({ origin: service.baseUrl });
    await open.goto(`${service.baseUrl}/cong-khai/`);
    await open
      .getByText(/^(Chưa có số liệu công bố|Kỳ báo cáo năm 2026)/)
      .first()
      .waitFor();
    const text = (await open.locator('main').textContent()) ?? '';
    await context.close();
    return text;
  };
  const state = () => page.getByRole('row', { name: /^2026/ }).getByRole('cell').last().textContent();
  await page.getByText('Khóa kỳ trước, trình ký, rồi công bố ở đây.').waitFor();
  expect(await state()).toBe('Chưa công bố');
  await page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ').check();
  await page.getByRole('button', { name: 'Khóa kỳ 2026' }).click();
  const publish = page.getByRole('button', { name: 'Công bố kết quả kỳ 2026' });
  await publish.waitFor();
  expect(await publicText()).toContain('Chưa có số liệu công bố.');
  expect(await publish.isDisabled()).toBe(true);
  expect(await page.locator('.publication-steps [aria-current]').textContent()).toContain('Trình ký');
  await page.getByText(/^\d+ chỉ tiêu công bố kết quả mà không kèm đánh giá, vì dưới 50% đơn vị báo cáo: /).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải báo cáo để trình ký' }).click()]);
  expect(file.suggestedFilename()).toBe('bao-cao-2026.docx');
  await expectToLookWell(page, 'desk-publish', SIZES);
  await page.getByLabel('Kết quả đã được ký, đồng ý công bố').check();
  await publish.click();
  await page.getByText(/^Đã công bố lúc \d\d:\d\d \d\d\/\d\d\/\d{4}\./).waitFor();
  expect(await state()).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  expect(await publicText()).toContain('Kỳ báo cáo năm 2026.');

  await page.getByLabel('Lý do mở lại').fill('Bổ sung một sở');
  await page.getByRole('button', { name: 'Mở lại kỳ 2026' }).click();
  await page.getByText('Đang chỉnh lý: trang công khai vẫn giữ số liệu công bố lúc').waitFor();
  expect(await state()).toMatch(/, đang chỉnh lý$/);
  expect(await publicText()).toContain('Kỳ này đang được chỉnh lý.');
  await page.getByLabel('Đã xem danh sách trên, đồng ý khóa kỳ').check();
  await page.getByRole('button', { name: 'Khóa kỳ 2026' }).click();
  await publish.waitFor();
  expect(await state()).toMatch(/, đang chỉnh lý$/);
  await page.getByLabel('Kết quả đã được ký, đồng ý công bố').check();
  await publish.click();
  await page.getByText(/^Đã công bố lúc/).waitFor();
  await expectToLookWell(page, 'desk-published', SIZES);
  expect(await publicText()).not.toContain('chỉnh lý');
});
