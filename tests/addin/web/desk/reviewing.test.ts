import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { walkFrom } from '../../../../addin/web/desk/review/use-walk.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { Period } from '../../../../core/plan/period.ts';
import type { Report } from '../../../../core/report.ts';
import { readWorkbook } from '../../../../xlsx/read/read-workbook.ts';
import type { Service } from '../../../support/a-service.ts';
import type { Chromium } from '../../../support/browser.ts';
import { expectToLookWell } from '../../../support/looks-well.ts';
import { served } from '../../../support/served.ts';
import { unlessClosed } from '../../../support/unless-closed.ts';
import { aReport, send, signInAt } from './a-desk.ts';

const SENDERS = ['SNV', 'SYT', 'STC', 'SCT'] as AgencyId[];
const [BEFORE, NOW] = [Period.parse('2026'), Period.parse('2027')];
const ROW = 'PL1.I.1.3';

let service: Service;
let chromium: Chromium;

const call = (method: string, path: string, body: object) =>
  fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.VPUB}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const counted =
  (numerator: number, denominator: number) =>
  (report: Report): Report => ({
    ...report,
    indicators: {
      ...report.indicators,
      [ROW]: { ...report.indicators[ROW as never], numerator, denominator },
    } as Report['indicators'],
  });
const inPeriod = (period: Period, agency: AgencyId, numerator: number, denominator = 4_000): Report => ({
  ...aReport(agency, counted(numerator, denominator)),
  period,
});

served(async (both) => {
  ({ service, chromium } = both);
  for (const id of SENDERS) await send(service, inPeriod(BEFORE, id, 3_911));
  await call('POST', '/periods/2026/close', {});
  await call('POST', '/periods', { period: '2027' });
  for (const id of SENDERS) await send(service, inPeriod(NOW, id, 3_922));
  await send(service, inPeriod(NOW, 'SYT' as AgencyId, 3_933), 1);
  // a hundred times last period's denominator
  await send(service, inPeriod(NOW, 'SCT' as AgencyId, 392_200, 400_000), 1);
});

async function desk(who: string, query: string): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const { page, errors } = await chromium.visit({ origin: service.baseUrl, viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await signInAt(page, service, who, `?ky=2027&${query}`);
  return { page, errors };
}

const panel = (page: Page, name: string) => page.getByRole('complementary', { name });

test('a walk goes on from where a report left its filter', () => {
  const ids = (text: string) => [...text] as unknown as AgencyId[];
  expect(walkFrom(ids('abcd'), ids('abcd'), 'b' as AgencyId)).toEqual({ previous: 'a', next: 'c', place: 2, count: 4 });
  // b was accepted, and the filter shows what waits
  expect(walkFrom(ids('abcd'), ids('acd'), 'b' as AgencyId)).toEqual({ previous: 'a', next: 'c', place: null, count: 3 });
  expect(walkFrom(ids('ab'), ids('a'), 'b' as AgencyId)).toEqual({ previous: 'a', next: null, place: null, count: 1 });
});

test('from report to report in the filter, beside each row last period’s figure and the agency’s own earlier versions', async () => {
  const { page, errors } = await desk('VPUB', 'the=tinh-hinh&trangthai=cho-tham-dinh');
  await page.getByRole('link', { name: 'Sở Nội vụ' }).click();
  const first = panel(page, 'Sở Nội vụ');
  await first.getByText('còn 4 chờ thẩm định').waitFor();
  const row = first.locator('li').filter({ has: page.getByText('I.1.3', { exact: true }) });
  await row.getByText('Kỳ 2026: 3.911/4.000').waitFor();
  await first.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await first.getByText('Đã chấp nhận báo cáo của Sở Nội vụ.').waitFor();
  await first.getByText('còn 3 chờ thẩm định').waitFor();
  const names = await page.locator('.reports tbody th').allTextContents();
  await first.getByRole('button', { name: 'Sau ›' }).click();
  const second = page.getByRole('complementary');
  const title = (await second.getByRole('heading', { level: 2 }).textContent()) ?? '';
  expect(names).toContain(title);
  await page.waitForFunction((text) => document.activeElement?.textContent === text, title);
  while (!(await panel(page, 'Sở Y tế').isVisible())) {
    const forward = second.getByRole('button', { name: 'Sau ›' });
    await ((await forward.isEnabled()) ? forward : second.getByRole('button', { name: '‹ Trước' })).click();
  }
  const sent = panel(page, 'Sở Y tế')
    .locator('li')
    .filter({ has: page.getByText('I.1.3', { exact: true }) });
  await sent.getByText('Các lần nộp trước của dòng này').click();
  await sent.getByText(/^Lần nộp 2 · /).waitFor();
  expect(await sent.textContent()).toContain('3.922 → 3.933');
  await expectToLookWell(page, 'desk-review-walk');
  expect(errors).toEqual([]);
});

test('what was found of a report as a whole, or of a row, is shown wherever the report is', async () => {
  const { page } = await desk('VPUB', 'the=tinh-hinh&donvi=STC');
  await page.route('**/reports/STC/versions/1', async (route) => {
    await unlessClosed(page, async () => {
      const response = await route.fetch();
      const envelope = await response.json();
      const finding = { rule: 'heading-differs', severity: 'warning', row: null, field: null, message: 'Tiêu đề ghi đơn vị khác.' };
      await route.fulfill({ response, json: { ...envelope, findings: [...envelope.findings, finding] } });
    });
  });
  await panel(page, 'Sở Tài chính').waitFor(); // signed in, else the page that is loaded again asks for the key
  await page.reload();
  await panel(page, 'Sở Tài chính').getByRole('region', { name: 'Cả báo cáo' }).getByText('Tiêu đề ghi đơn vị khác.').waitFor();
  await page.goto(`${service.baseUrl}/desk/?ky=2027&the=ma-tran&dong=${ROW}&donvi=SCT`);
  await page
    .getByRole('complementary')
    .getByText(/^▲ .*100 lần/)
    .waitFor();
});

test('a lead has all of it for its rows: what is left, many at once, from one to the next, its rows as a workbook', async () => {
  const { page, errors } = await desk('CAT', 'the=tham-dinh');
  await page.getByText(/; còn 3 chờ thẩm định$/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải các dòng chủ trì (.xlsx)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('dong-chu-tri-2027.xlsx');
  const book = readWorkbook(new Uint8Array(readFileSync(await file.path())));
  expect(book.ok && book.value.grids.map(({ title }) => title)).toContain('Ma trận');
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('cho-tham-dinh');
  await page.getByRole('link', { name: 'Sở Y tế' }).click();
  const report = panel(page, 'Sở Y tế');
  await report
    .getByText(/Kỳ 2026: /)
    .first()
    .waitFor();
  await report.getByText(/\d\/3 · còn 3 chờ thẩm định/).waitFor();
  await report.getByRole('button', { name: 'Chấp nhận các dòng này' }).click();
  await report.getByText('còn 2 chờ thẩm định').waitFor();
  await expectToLookWell(page, 'desk-lead-walk');
  await report.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('checkbox', { name: 'Chọn', exact: true }).check();
  await page.getByRole('button', { name: 'Chấp nhận 2 báo cáo đã chọn' }).click();
  await page.getByText('Không có đơn vị nào theo bộ lọc này.').waitFor();
  await page.getByText(/^Đã chấp nhận: .*Sở Tài chính/).waitFor();
  await page.getByText(/; không còn báo cáo chờ thẩm định$/).waitFor();
  // one returned with a remark at a row of its
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('da-duyet');
  await page.getByLabel('Chọn Sở Y tế').check();
  await page.getByLabel('Ý kiến ở dòng').selectOption({ index: 1 });
  await page.getByLabel('Ý kiến chung khi trả lại').fill('Đề nghị đối chiếu');
  await page.getByRole('button', { name: 'Trả lại 1 báo cáo đã chọn' }).click();
  await page
    .getByText('Đã trả lại: Sở Y tế.')
    .or(page.getByText(/^Sở Y tế: /))
    .first()
    .waitFor();
  expect(errors).toEqual([]);
});
