import { columnLetters } from '../../../core/grid.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { squash } from '../../../core/text.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { HEADER_ROW } from '../../../templates/form/form-table.ts';
import { aProvinceWorkbook, pastedFromWord } from '../../core/adopting/a-province-workbook.ts';
import { obligationsIn } from '../../support/a-form.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import type { ExcelModel } from '../../support/excel/model.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { served } from '../../support/served.ts';
import { aModel, receiptIn, signIn } from './a-pane.ts';

const obligations = obligationsIn('2026');
let service: Service;
let chromium: Chromium;

served((both) => {
  ({ service, chromium } = both);
});

async function api(agency: string, path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${service.keys[agency]}`, 'content-type': 'application/json' };
  const response = await fetch(`${service.baseUrl}/api/periods/2026${path}`, { headers, ...init });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

/** The letter of each column by the header that stands in a row of the model. */
function placesIn(model: ExcelModel, sheet: string, row: number): Readonly<Record<string, string>> {
  const letters = Array.from({ length: 40 }, (_, k) => columnLetters(k + 1));
  return Object.fromEntries(letters.map((letter) => [squash(String(model.valueAt(sheet, `${letter}${row}`) ?? '')), letter]));
}

/** The row of the model in which a row of the plan stands, by its `Mã`. */
const rowOf = (model: ExcelModel, id: string): number =>
  Array.from({ length: 100 }, (_, k) => k + 1).find((row) => model.valueAt('Phụ lục I', `A${row}`) === id)!;

const review = (agency: string, version: number, decision: string, remarks: Record<string, string>) =>
  api('VPUB', `/reports/${agency}/review`, { method: 'POST', body: JSON.stringify({ version, decision, remarks }) });

describe.each([
  ['on the desktop', 'desktop', 'SNV'],
  ['on the web', 'web', 'SYT'],
] as const)('Excel %s', (_, way, agency) => {
  test('a form with faults is fixed while it is checked, sent, returned, corrected, sent again and accepted', async () => {
    const { page, context } = await chromium.visit({ viewport: { width: 1000, height: 900 } });
    const { model, row } = await aModel(agency, 120, 100);
    const request = { way, model, paneUrl: `${service.baseUrl}/pane/`, width: 350 } as const;
    const excel = await openPaneInExcel(page, request);
    const { pane } = excel;
    await signIn(pane, service, agency);
    await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
    expect(await pane.getByRole('button', { name: 'Gửi báo cáo' }).isDisabled()).toBe(true);
    await pictureOf(page, `pane-${way}-1-faults`);
    if (way === 'desktop') expect(await seriousFaults(page)).toEqual([]);

    // The finding leads to its cell; what is typed there is checked at once: one batch of reading, one that asks for locks.
    const jump = pane.getByRole('button', { name: /^Tới ô I/ }).first();
    const cell = ((await jump.textContent()) ?? '').replace('Tới ô ', '');
    await jump.click();
    await excel.settled();
    excel.batches();
    model.type('Phụ lục I', cell, 95);
    await pane.getByText('Tử số (120)').waitFor({ state: 'detached' });
    await excel.settled();
    expect(excel.batches()).toBeLessThanOrEqual(2);

    // A cell that is merely chosen costs one small batch at most: the cell that was left is looked at.
    excel.batches();
    for (const chosen of ['B2', 'C3']) model.select('Phụ lục I', chosen);
    await excel.settled();
    expect(excel.batches()).toBeLessThanOrEqual(2);

    // A number typed as text is offered as a number.
    model.type('Phụ lục I', cell, '1.000', { numberFormat: '@' });
    model.type('Phụ lục I', cell.replace('I', 'J'), 2000);
    await pane.getByRole('button', { name: 'Đổi thành số 1.000' }).click();
    await pane.getByRole('button', { name: 'Đổi thành số 1.000' }).waitFor({ state: 'detached' });
    expect(model.valueAt('Phụ lục I', cell)).toBe(1000);

    await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await pane.getByText('Đã nhận báo cáo.').waitFor();
    await pictureOf(page, `pane-${way}-2-receipt`);
    const first = await api(agency, `/reports/${agency}`);
    expect(first.body).toMatchObject({ version: 1, report: { indicators: { [row]: { numerator: 1000, denominator: 2000 } } } });
    const { body: matrix } = await api('VPUB', '/matrix');
    const cells = (matrix as unknown as { indicators: { id: string; cells: Record<string, { numerator: number }> }[] }).indicators;
    expect(cells.find(({ id }) => id === row)?.cells[agency]?.numerator).toBe(1000);

    expect((await review(agency, 1, 'return', { [row]: 'Đề nghị rà soát lại tử số' })).status).toBe(200);
    expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
    await context.close();

    // The next day: the same workbook, opened anew.
    const later = await chromium.visit({ viewport: { width: 1000, height: 900 } });
    const again = await openPaneInExcel(later.page, request);
    await signIn(again.pane, service, agency);
    await again.pane.getByText('Đề nghị rà soát lại tử số').first().waitFor();
    await pictureOf(later.page, `pane-${way}-3-returned`);
    model.type('Phụ lục I', cell, 1900);
    await again.pane.getByText('1 thay đổi so với lần nộp 1').waitFor();
    await again.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await again.pane.getByText('lần nộp 2,').waitFor();
    expect((await review(agency, 2, 'accept', {})).body).toEqual({ state: 'accepted' });
    expect((await api(agency, `/reports/${agency}`)).body).toMatchObject({ version: 2, state: 'accepted' });
    expect([again.unknown(), again.strayed()]).toEqual([[], []]);
    await later.context.close();
  });
});

test('another version that came meanwhile is shown row by row, and the person chooses', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model, row } = await aModel('STC', 90, 100);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(excel.pane, service, 'STC');
  const agency = obligations.agencies.find(({ id }) => id === 'STC')!;
  const other = await api('STC', '/reports/STC', {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${service.keys.STC}`,
      'content-type': 'application/json',
      'idempotency-key': 'nguoi-khac',
      'if-none-match': '*',
    },
    body: JSON.stringify(plainReport(obligations, agency)),
  });
  expect(other.status).toBe(201);
  await excel.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await excel.pane.getByText('Trong lúc đơn vị sửa, đã có lần nộp 1').waitFor();
  await pictureOf(page, 'pane-clash');
  await excel.pane.getByRole('button', { name: 'Gửi biểu đang mở thay lần 1' }).click();
  await excel.pane.getByText('lần nộp 2,').waitFor();
  expect((await api('STC', '/reports/STC')).body).toMatchObject({
    version: 2,
    report: { indicators: { [row]: { numerator: 90, denominator: 100 } } },
  });
  expect(excel.unknown()).toEqual([]);
  await context.close();
});

test('without a line the form stays as it is, and the same content is sent once when the line is back', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model } = await aModel('SCT', 90, 100);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(excel.pane, service, 'SCT');
  // The report reaches the server, its answer is lost: the worst place for a line to break.
  let lost = 0;
  await page.route('**/api/periods/2026/reports/SCT', async (route) => {
    if (route.request().method() !== 'PUT' || lost > 0) return route.fallback();
    lost++;
    const request = route.request();
    await fetch(`${service.baseUrl}/api/periods/2026/reports/SCT`, {
      method: 'PUT',
      headers: request.headers(),
      body: request.postData()!,
    });
    return route.abort('connectionreset');
  });
  await excel.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await excel.pane.getByText('Không kết nối được với máy chủ.').waitFor();
  await excel.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await excel.pane.getByText('Đã nhận báo cáo.').waitFor();
  expect((await api('SCT', '/reports/SCT/versions')).body.versions).toHaveLength(1);
  await context.close();
});

test('a content that reached nobody goes out by itself when the line is back, as it was', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model, row } = await aModel('SXD', 90, 100);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(excel.pane, service, 'SXD');
  let isDown = true;
  const keys = new Set<string | undefined>();
  await page.route('**/api/periods/2026/reports/SXD', (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    keys.add(route.request().headers()['idempotency-key']);
    return isDown ? route.abort('internetdisconnected') : route.fallback();
  });
  await excel.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await excel.pane.getByText('tự gửi khi có mạng').waitFor();
  isDown = false;
  await excel.pane.evaluate(() => dispatchEvent(new Event('online')));
  await excel.pane.getByText('Đã nhận báo cáo.').waitFor();
  expect(keys.size).toBe(1);
  expect((await api('SXD', '/reports/SXD')).body).toMatchObject({ version: 1, report: { indicators: { [row]: { numerator: 90 } } } });
  await context.close();
});

test('the receipt travels with the workbook: as a sheet that the reader passes over, and in the pane when it is opened anew', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model } = await aModel('TTT', 90, 100);
  const request = { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` } as const;
  const excel = await openPaneInExcel(page, request);
  await signIn(excel.pane, service, 'TTT');
  await excel.pane.getByText(/^Xem trước \d+ ô sẽ gửi$/).click();
  await excel.pane.getByRole('table', { name: 'Nội dung sẽ gửi' }).waitFor();
  await excel.pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await excel.pane.getByText('Đã nhận báo cáo.').waitFor();
  await excel.pane.getByText('Để in: mở trang tính “Biên nhận” của sổ này rồi chọn Tệp, In.').waitFor();
  const { sha256 } = (await api('TTT', '/reports/TTT')).body as unknown as { sha256: string };
  await receiptIn(model);
  expect(model.valueAt('Biên nhận', 'B3')).toBe('Thanh tra tỉnh');
  expect(String(model.valueAt('Biên nhận', 'B9')).replace(/ /g, '')).toBe(sha256);
  await context.close();

  const later = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const again = await openPaneInExcel(later.page, request);
  await signIn(again.pane, service, 'TTT');
  await again.pane.getByText('Biên nhận của lần nộp 1').click();
  await again.pane.getByRole('heading', { name: /^Biên nhận [0-9A-Z]{4}-/ }).waitFor();
  await again.pane.getByText('Nội dung giống hệt lần nộp hiện hành').waitFor();
  expect([again.unknown(), excel.unknown()]).toEqual([[], []]);
  await later.context.close();
});

test('the reason that a finding asks for is typed in the pane and stands in the form', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const { model, row } = await aModel('SNGV', 90, 100);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  await signIn(excel.pane, service, 'SNGV');
  const letters = placesIn(model, 'Phụ lục I', HEADER_ROW);
  const at = (header: string) => `${letters[header]}${rowOf(model, row)}`;
  model.type('Phụ lục I', at('Tình trạng'), 'Chưa có số liệu');
  for (const header of ['Tử số', 'Mẫu số', 'Giải trình']) model.clear('Phụ lục I', at(header));
  const reason = excel.pane.getByLabel('Giải trình của dòng');
  await reason.waitFor();
  await reason.fill('Đang chờ đối chiếu');
  await excel.pane.waitForTimeout(600); // long enough for any check that would run while somebody types
  expect(await reason.inputValue()).toBe('Đang chờ đối chiếu');
  await excel.pane.getByRole('button', { name: 'Ghi giải trình vào biểu' }).click();
  await reason.waitFor({ state: 'detached' });
  expect(model.valueAt('Phụ lục I', at('Giải trình'))).toBe('Đang chờ đối chiếu');
  await context.close();
});

test('a workbook as the province sends it round becomes the agency’s form in the pane, is filled and sent', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const sent = await aProvinceWorkbook({
    spelt: (name, id) => (id === 'PL1.I.1.3' ? `${name.slice(0, -4)}xyz ` : pastedFromWord(name, id)),
  });
  const model = await modelOf(sent.bytes);
  const excel = await openPaneInExcel(page, { way: 'desktop', model, paneUrl: `${service.baseUrl}/pane/` });
  const { pane } = excel;
  await signIn(pane, service, 'SDTTG');
  await pane.getByRole('heading', { name: 'Nhận sổ này làm biểu' }).waitFor();
  const adopt = pane.getByRole('button', { name: 'Thêm cột của biểu vào sổ' });
  expect(await adopt.isDisabled()).toBe(true);
  expect(await pane.getByRole('checkbox', { name: /^Khóa các cột của biểu/ }).isChecked()).toBe(false);
  await pictureOf(page, 'pane-adopt');
  expect(await seriousFaults(page)).toEqual([]);
  await pane.getByLabel('Dòng trong sổ của I.1.3').selectOption(String(sent.rows.get('PL1.I.1.3' as RowId)));
  await adopt.click();
  await pane.getByRole('heading', { name: 'Nhận sổ này làm biểu' }).waitFor({ state: 'detached' });
  await pane.getByText('0/18 dòng đã điền', { exact: true }).waitFor();
  await pictureOf(page, 'pane-adopted');
  const first = sent.rows.get('PL1.I.1.3' as RowId)!;
  const sheet = sent.workbook.grids[0]!.title;
  const header = placesIn(model, sheet, sent.headerRow.indicators);
  expect(model.sheets.map(({ locked }) => locked)).not.toContain(true);
  model.type(sheet, `${header['Tình trạng']}${first}`, 'Có số liệu');
  model.type(sheet, `${header['Tử số']}${first}`, 9);
  model.type(sheet, `${header['Mẫu số']}${first}`, 10);
  await pane.getByText(/^1\/\d+$/).waitFor();
  await pane.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await pane.getByText('Đã nhận báo cáo.').waitFor();
  expect((await api('SDTTG', '/reports/SDTTG')).body).toMatchObject({
    report: { indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 9, denominator: 10 } } },
  });
  expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
  await context.close();
});

test('“Khóa các cột của biểu” locks these but the cells to fill in, without a password; the agency’s own cells stay open', async () => {
  const { page, context } = await chromium.visit({ viewport: { width: 350, height: 900 } });
  const sent = await aProvinceWorkbook({ ownColumns: ['Ghi chú'] });
  const model = await modelOf(sent.bytes);
  const excel = await openPaneInExcel(page, { way: 'web', model, paneUrl: `${service.baseUrl}/pane/` });
  const { pane } = excel;
  await signIn(pane, service, 'BQLKKT');
  await pane.getByLabel('Khóa các cột của biểu, trừ ô nhập (không mật khẩu; ô khác của sổ vẫn sửa được)').check();
  await pane.getByRole('button', { name: 'Thêm cột của biểu vào sổ' }).click();
  await pane.getByRole('heading', { name: 'Nhận sổ này làm biểu' }).waitFor({ state: 'detached' });

  const row = sent.rows.get('PL1.I.1.3' as RowId)!;
  const sheet = sent.workbook.grids[0]!.title;
  const header = placesIn(model, sheet, sent.headerRow.indicators);
  const cell = (name: string) => `${header[name]}${row}`;
  for (const name of ['Mã', 'Tỷ lệ', 'Kiểm tra']) expect(() => model.type(sheet, cell(name), 'x')).toThrow();
  const typed = { 'Tình trạng': 'Có số liệu', 'Tử số': 120, 'Mẫu số': 100, 'GHI CHÚ': 'của đơn vị', 'CHỈ TIÊU': 'sửa tay' };
  for (const [name, value] of Object.entries(typed)) model.type(sheet, cell(name), value);
  await pane.getByText('Tử số (120) lớn hơn mẫu số (100).').waitFor();
  expect(model.sheets.filter((one) => one.locked).map(({ title }) => title)).toEqual(['PL1', 'PL2 (nhiệm vụ)']);
  model.unprotect(sheet);
  expect([model.sheet(sheet).locked, excel.unknown()]).toEqual([false, []]);
  await context.close();
});

test('outside Excel the pane leads to the upload page', async () => {
  const { page, context, errors } = await chromium.visit({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  await page.route('https://appsforoffice.microsoft.com/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(`${service.baseUrl}/pane/`);
  await page.getByText('Ngăn này dùng trong Excel.').waitFor();
  expect(await page.getByRole('link', { name: 'Mở trang nộp báo cáo' }).getAttribute('href')).toBe('/');
  await pictureOf(page, 'pane-outside');
  expect([errors, await seriousFaults(page)]).toEqual([[], []]);
  await context.close();
});
