import type { Frame, Page } from 'playwright-core';
import { cellName } from '../../../core/grid.ts';
import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import type { Service } from '../../support/a-service.ts';
import { seriousFaults } from '../../support/axe.ts';
import { type Chromium, pictureOf } from '../../support/browser.ts';
import type { Knobs } from '../../support/excel/knobs.ts';
import { ExcelModel } from '../../support/excel/model.ts';
import { openPaneInExcel } from '../../support/excel/open-pane.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { served } from '../../support/served.ts';
import { soon } from '../../support/soon.ts';
import { aReport, obligations, send } from '../web/desk/a-desk.ts';

const ROW = 'PL1.I.1.3' as RowId;
let service: Service;
let chromium: Chromium;

const answered = (agency: string, numerator: number): Report =>
  aReport(agency as AgencyId, (report) => ({
    ...report,
    indicators: { ...report.indicators, [ROW]: { state: 'reported', numerator, denominator: 1000 } },
  }));

/** Sends a report as the workbook it was filled in. */
async function upload(report: Report): Promise<void> {
  const { agency, period } = report;
  const answer = await fetch(`${service.baseUrl}/api/periods/${period}/reports/${agency}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${service.keys[agency]}`, 'content-type': XLSX, 'idempotency-key': 'tep', 'if-none-match': '*' },
    body: Buffer.from(await buildForm({ obligations, agency, values: formValuesOf(report) })),
  });
  if (!answer.ok) throw new Error(`[upload] "${agency}": ${answer.status} ${await answer.text()}`);
}

served(async (both) => {
  ({ service, chromium } = both);
  await send(service, answered('STC', 960));
  await upload(answered('SYT', 940));
});

/** A workbook of one's own, with something in it that must stay. */
function aBook(knobs: Partial<Knobs> = {}): ExcelModel {
  const model = new ExcelModel(knobs);
  model.addSheet('Nháp').put(1, 1, { value: 'việc riêng' });
  return model;
}

async function open(
  page: Page,
  over: {
    readonly agency?: string;
    readonly model?: ExcelModel;
    readonly width?: number;
    readonly way?: 'web' | 'desktop';
  } = {},
) {
  const { agency = 'VPUB', model = aBook(), width = 350, way = 'desktop' } = over;
  const excel = await openPaneInExcel(page, { way, model, paneUrl: `${service.baseUrl}/pane/`, width });
  await excel.pane.getByLabel('Mã truy cập').fill(service.keys[agency]!);
  await excel.pane.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  return excel;
}

async function reportOf(agency: string): Promise<{ state: string; remarks: Record<string, { text: string }> }> {
  const headers = { authorization: `Bearer ${service.keys.VPUB}` };
  const answer = await fetch(`${service.baseUrl}/api/periods/2026/reports/${agency}`, { headers });
  return (await answer.json()) as { state: string; remarks: Record<string, { text: string }> };
}

/** Where the sheet has an agency's figure of the row. */
function placeOf(model: ExcelModel, title: string, agency: string): { row: number; column: number } {
  const sheet = model.sheet(title);
  const used = sheet.used()!;
  const row = Array.from({ length: used.bottom }, (_, k) => k + 1).find((k) => sheet.at(k, 1).value === ROW)!;
  const column = Array.from({ length: used.right }, (_, k) => k + 1).find((k) => sheet.at(5, k).value === agency)!;
  return { row, column };
}

const listed = (pane: Frame) => pane.getByRole('list', { name: 'Các đơn vị' }).getByRole('button');

test.each(['desktop', 'web'] as const)(
  'in Excel (%s) the matrix goes into a new sheet; a cell chosen there shows its source, also after the pane was shut',
  async (way) => {
    const { page, context, errors } = await chromium.visit();
    const model = aBook();
    const excel = await open(page, { model, way });
    const { pane } = excel;
    await pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
    await pane.getByText('Đã đưa ma trận vào trang').waitFor();
    const title = model.sheets.at(-1)!.title;
    await pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
    await pane.getByText(`Đã cập nhật trang “${title}”: không có ô thay đổi`).waitFor();
    expect(model.sheets).toHaveLength(2);
    await pane.getByRole('button', { name: 'Thêm trang ma trận mới' }).click();
    await pane.getByText('Đã đưa ma trận vào trang').waitFor();
    // In the same minute the second is numbered, in the next it has another time: never the first one's title.
    expect(model.sheets.map((one) => one.title)).toEqual(['Nháp', title, expect.not.stringMatching(`^${title}$`)]);
    expect(title).toMatch(/^Ma trận 2026 \d\dh\d\d \d\d-\d\d$/);
    expect(model.valueAt('Nháp', 'A1')).toBe('việc riêng');

    const sheet = model.sheet(title);
    const [good, low] = [placeOf(model, title, 'STC'), placeOf(model, title, 'SYT')];
    expect([sheet.at(good.row, good.column), sheet.at(low.row, low.column)]).toMatchObject([
      { value: 0.96, numberFormat: '"✓ "0.00%' },
      { value: 0.94, numberFormat: '"▲ "0.00%' },
    ]);
    const fillAt = ({ row, column }: { row: number; column: number }) =>
      sheet.formats.findLast(
        ({ name, area }) => name === 'fill' && area.top <= row && area.bottom >= row && area.left <= column && area.right >= column,
      )?.value;
    expect([fillAt(good), fillAt(low)]).toEqual(['#E6F4EA', '#FFF4DB']);
    const note = sheet.notes.find(({ row, column }) => row === low.row && column === low.column)?.text;
    expect(note).toContain('▲ 94% (940/1.000), Dưới mức của chỉ tiêu, còn hạn');
    expect(note).toMatch(/Phụ lục I, ô [A-Z]+\d+\nLần nộp 1 · \d\d:\d\d \d\d\/\d\d\/\d{4} · Sở Y tế/);

    // A choice costs one small batch, whatever the size of the workbook, also where it moves to another sheet.
    await excel.settled();
    excel.batches();
    model.select(title, cellName(low.row, low.column));
    await pane.getByRole('heading', { name: 'I.1.3 · Sở Y tế' }).waitFor();
    await excel.settled();
    expect(excel.batches()).toBe(1);
    await pane.getByText('94% (940/1.000)').first().waitFor();
    await pane.getByText('Tệp biểu của đơn vị', { exact: true }).waitFor();
    await pane.getByText(/^Phụ lục I, ô [A-Z]+\d+$/).waitFor();
    await pane
      .getByText(/Lần nộp 1 · .+ · Sở Y tế/)
      .first()
      .waitFor();
    await pane.getByText('Tử số: 940').waitFor();
    await soon(async () =>
      expect(await pane.getByRole('heading', { name: 'I.1.3 · Sở Y tế' }).evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(
        true,
      ),
    );
    await pictureOf(page, `consolidator-cell-350-${way}`);
    expect(await pane.getByText('Số trên trang tính khác').count()).toBe(0);
    model.select('Nháp', 'A1');
    await pane.getByRole('heading', { name: 'I.1.3 · Sở Y tế' }).waitFor({ state: 'detached' });
    await excel.settled();
    expect(excel.batches()).toBe(1);
    // Microsoft's own library complains of styles in the console; a script's error is ours.
    expect([excel.unknown(), excel.strayed(), errors.filter((text) => /^\w*Error/.test(text))]).toEqual([[], [], []]);
    await context.close();

    const later = await chromium.visit();
    const again = await open(later.page, { model, width: 600 });
    await again.pane.getByRole('heading', { name: 'Tình hình báo cáo' }).waitFor();
    model.type(title, cellName(good.row, good.column), 0.99);
    await again.settled();
    model.select(title, cellName(good.row, good.column));
    await again.pane.getByRole('heading', { name: 'I.1.3 · Sở Tài chính' }).waitFor();
    await again.pane.getByText('Số trên trang tính khác số hiện có của hệ thống.').waitFor();
    await pictureOf(later.page, 'consolidator-cell-600');
    expect(await seriousFaults(later.page)).toEqual([]);
    await again.pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
    await again.pane.getByText('Đã cập nhật trang').waitFor();
    // The last sheet of the period is the one that is brought up to date: this one stays as it was, until the other one is gone.
    expect(await again.pane.getByText('Số trên trang tính khác số hiện có của hệ thống.').count()).toBe(1);
    model.deleteSheet(model.sheets.at(-1)!.title);
    await again.pane.getByRole('button', { name: 'Đưa ma trận vào sổ' }).click();
    await again.pane.getByText('Số trên trang tính khác số hiện có của hệ thống.').waitFor({ state: 'detached' });
    await again.pane.getByRole('heading', { name: 'I.1.3 · Sở Tài chính' }).waitFor();
    // A click on another sheet's tab.
    model.activate('Nháp');
    await again.pane.getByRole('heading', { name: 'I.1.3 · Sở Tài chính' }).waitFor({ state: 'detached' });
    await later.context.close();
  },
);

test('by keyboard alone: the list is cut down, a report is returned with a remark, and the focus comes back to its agency', async () => {
  const { page, context } = await chromium.visit();
  const { pane } = await open(page, { width: 270 });
  await pane.getByLabel('Tình trạng').selectOption('cho-tham-dinh');
  await soon(async () =>
    expect(await listed(pane).allTextContents()).toEqual([expect.stringContaining('Sở Tài chính'), expect.stringContaining('Sở Y tế')]),
  );
  await pictureOf(page, 'consolidator-list-270');
  expect(await seriousFaults(page)).toEqual([]);
  await listed(pane).last().focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Sở Y tế' }).waitFor();
  await pane.waitForFunction(() => document.activeElement?.id === 'review');
  expect(await pane.getByRole('button', { name: 'Trả lại kèm ý kiến' }).isDisabled()).toBe(true);
  await pane.getByLabel('Ý kiến về dòng I.1.3').focus();
  await page.keyboard.type('Đề nghị rà soát lại tử số');
  await pictureOf(page, 'consolidator-review-270');
  expect(await seriousFaults(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Trả lại kèm 1 ý kiến' }).focus();
  await page.keyboard.press('Enter');
  await pane.getByText('Đã trả lại báo cáo của Sở Y tế.').waitFor();
  expect(await reportOf('SYT')).toMatchObject({ state: 'returned', remarks: { [ROW]: { text: 'Đề nghị rà soát lại tử số' } } });
  await pane.getByText('Ý kiến đã nêu: Đề nghị rà soát lại tử số').waitFor();
  await page.keyboard.press('Escape');
  await pane.getByLabel('Tình trạng').selectOption('tra-lai');
  await soon(async () => expect(await listed(pane).allTextContents()).toEqual([expect.stringContaining('Trả lại để sửa')]));
  await listed(pane).first().click();
  await pane.waitForFunction(() => document.activeElement?.id === 'review');
  await page.keyboard.press('Escape');
  await pane.getByLabel('Tình trạng').waitFor();
  await context.close();
});

test('a report is accepted, and the reminder of one that is missing is copied', async () => {
  const { page, context } = await chromium.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { pane } = await open(page);
  await pane.getByLabel('Tìm đơn vị').fill('so tai chinh');
  await listed(pane).first().click();
  await pane.getByRole('button', { name: 'Chấp nhận' }).click();
  await pane.getByText('Đã chấp nhận báo cáo của Sở Tài chính.').waitFor();
  expect((await reportOf('STC')).state).toBe('accepted');
  await pane.getByRole('button', { name: 'Về danh sách đơn vị' }).click();
  await pane.waitForFunction(() => (document.activeElement as HTMLElement).dataset.agency === 'STC');

  await pane.getByLabel('Tìm đơn vị').fill('snv');
  await listed(pane).first().click();
  await pane.getByRole('button', { name: 'Chép thư nhắc' }).click();
  await pane.getByText('Đã chép thư nhắc').waitFor();
  const letter = await pane.getByLabel('Thư nhắc').inputValue();
  expect(letter).toContain('chưa nhận được báo cáo');
  expect(await pane.evaluate(() => navigator.clipboard.readText())).toBe(letter);
  await context.close();
});

test.each(['desktop', 'web'] as const)('the appendix opens as a workbook of its own beside the open one (%s)', async (way) => {
  const { page, context } = await chromium.visit({ colorScheme: 'dark' });
  const model = aBook();
  const { pane, unknown } = await open(page, { width: 600, model, way });
  await pane.getByRole('button', { name: 'Xuất phụ lục để trình ký' }).click();
  await pane.getByText('Đã mở phụ lục kỳ 2026 trong một sổ làm việc mới.').waitFor();
  expect(model.openedFiles).toHaveLength(1);
  expect(await readWorkbook(model.openedFiles[0]!)).toMatchObject({ ok: true });
  expect(unknown()).toEqual([]);
  if (way === 'desktop') {
    await pictureOf(page, 'consolidator-dark-600');
    expect(await seriousFaults(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    await pictureOf(page, 'consolidator-contrast-600');
  }
  await context.close();
});

test('where Excel opens no workbook the desk is opened in the browser, and nothing is claimed', async () => {
  const { page, context } = await chromium.visit();
  const model = aBook({ opensWorkbooks: false, opensBrowser: true });
  const { pane } = await open(page, { model });
  await pane.getByRole('button', { name: 'Xuất phụ lục để trình ký' }).click();
  await pane.getByText('Đã mở trang dành cho cơ quan tổng hợp, mục Xuất, trong trình duyệt.').waitFor();
  expect(await pane.getByText('Đã mở phụ lục').count()).toBe(0);
  expect(model.openedAddresses.join()).toContain('/desk/?the=xuat');
  expect(await pane.getByRole('link', { name: 'trang dành cho cơ quan tổng hợp, mục Xuất' }).getAttribute('href')).toBe('/desk/?the=xuat');
  await context.close();
});

test('where Excel opens neither a workbook nor a browser, it is said where a browser has the appendix, and its address is copied', async () => {
  const { page, context } = await chromium.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const model = aBook({ opensWorkbooks: false, opensBrowser: false });
  const { pane } = await open(page, { model, way: 'web' });
  await pane.getByRole('button', { name: 'Xuất phụ lục để trình ký' }).click();
  const part = pane.getByRole('region', { name: 'Phụ lục tổng hợp' });
  await part.getByText('Excel này không mở được phụ lục thành sổ làm việc mới. Lấy tệp bằng trình duyệt').waitFor();
  expect(await part.textContent()).not.toMatch(/nộp báo cáo|Đã mở/);
  expect([model.openedAddresses, model.openedFiles]).toEqual([[], []]);
  await part.getByRole('button', { name: 'Chép địa chỉ' }).click();
  await part.getByText('Đã chép địa chỉ.').waitFor();
  const address = await pane.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(`${new URL(pane.url()).origin}/desk/?the=xuat`);
  await pictureOf(page, 'consolidator-no-way');
  await context.close();

  // There the file is: what the address leads to offers it.
  const browser = await chromium.visit();
  await browser.page.goto(service.baseUrl + new URL(address).pathname + new URL(address).search);
  await browser.page.getByLabel('Mã truy cập').fill(service.keys.VPUB!);
  await browser.page.keyboard.press('Enter');
  await browser.page.getByRole('button', { name: 'Phụ lục tổng hợp để trình ký' }).waitFor();
  await browser.context.close();
});

test.each([
  ['desktop', 'SKHCN', 'Sở Khoa học và Công nghệ'],
  ['web', 'STP', 'Sở Tư pháp'],
] as const)('who has sent and how far the tasks are stand in tables that are refreshed in place (%s)', async (way, agency, name) => {
  const { page, context } = await chromium.visit();
  const model = aBook();
  const excel = await open(page, { model, way, width: 320 });
  const { pane } = excel;
  const put = (name: string) => pane.getByRole('region', { name: 'Bảng trong sổ làm việc' }).getByRole('button', { name }).click();
  await put('Tình hình báo cáo');
  await pane.getByText('Đã đưa bảng vào trang “Tình hình 2026”.').waitFor();
  const sheet = model.sheet('Tình hình 2026');
  const lineOf = (agency: string) => Array.from({ length: 130 }, (_, k) => k + 1).find((row) => sheet.at(row, 1).value === agency)!;
  const line = lineOf(agency);
  expect([2, 3, 4, 8].map((column) => sheet.at(line, column).value)).toEqual([name, 'Chưa gửi', '', expect.any(Number)]);
  sheet.put(4, 10, { value: 'Người gọi' });
  sheet.put(line, 10, { value: 'anh Bình' });
  model.tables.all[0]!.area = { ...model.tables.all[0]!.area, right: 10 };
  await send(service, { ...aReport(agency as AgencyId) });
  await listed(pane).filter({ hasText: name }).filter({ hasNotText: 'Chưa gửi' }).waitFor();
  excel.batches();
  await put('Tình hình báo cáo');
  await pane.getByText(/Đã cập nhật bảng ở trang “Tình hình 2026”: [1-9]\d* ô thay đổi/).waitFor();
  expect(excel.batches()).toBeLessThanOrEqual(3);
  expect([3, 4, 10].map((column) => sheet.at(line, column).value)).toEqual(['Đã gửi, chờ thẩm định', 1, 'anh Bình']);
  await pictureOf(page, `consolidator-tables-320-${way}`);
  await put('Nhiệm vụ');
  await pane.getByText('Đã đưa bảng vào trang “Nhiệm vụ 2026”.').waitFor();
  expect(model.tables.all.map(({ name, area }) => [name, area.bottom - area.top])).toEqual([
    ['PhuLuc_TinhHinh_2026', 112],
    ['PhuLuc_NhiemVu_2026', 43],
  ]);
  expect(model.sheets.map(({ title }) => title)).toEqual(['Nháp', 'Tình hình 2026', 'Nhiệm vụ 2026']);
  expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
  await context.close();
});

test.each(['desktop', 'web'] as const)('a refresh takes the notes along, and names what the sheet has no place for (%s)', async (way) => {
  const { page, context } = await chromium.visit();
  const model = aBook();
  const excel = await open(page, { model, way });
  const { pane } = excel;
  const put = pane.getByRole('button', { name: 'Đưa ma trận vào sổ' });
  await put.click();
  await pane.getByText('Đã đưa ma trận vào trang').waitFor();
  const sheet = model.sheet(model.sheets.at(-1)!.title);
  const [finance, health] = [placeOf(model, sheet.title, 'STC'), placeOf(model, sheet.title, 'SYT')];
  const version = way === 'desktop' ? 1 : 2;
  expect(sheet.noteAt(health.row, health.column)).toContain(`\nLần nộp ${version} · `);
  await send(service, answered('SYT', 970 + version), version);
  model.select(sheet.title, cellName(health.row, health.column));
  await pane
    .getByText(`(${970 + version}/1.000)`)
    .first()
    .waitFor();
  sheet.put(5, finance.column, { value: '' });
  sheet.put(6, 1, { value: '' });
  await put.click();
  await pane.getByText(/Đã cập nhật trang “.+”: [1-9]\d* ô thay đổi, có nền xanh\./).waitFor();
  expect(sheet.noteAt(health.row, health.column)).toContain(`(${970 + version}/1.000), Đạt mức của chỉ tiêu\n`);
  expect(sheet.noteAt(health.row, health.column)).toContain(`\nLần nộp ${version + 1} · `);
  const told = pane.getByText('Trang này chưa khớp danh sách đơn vị, chỉ tiêu của kỳ.').locator('..');
  expect(await told.getByRole('group').allInnerTexts()).toEqual([
    'Không có cột của 1 đơn vị\nSở Tài chính',
    expect.stringMatching(/^Không có dòng của 1 chỉ tiêu\nI\.1\.1: /),
  ]);
  await pictureOf(page, `consolidator-refreshed-350-${way}`);
  if (way === 'desktop') expect(await seriousFaults(page)).toEqual([]);
  // A sheet protected against changes of its notes: figures alone are brought up to date, and it is said.
  for (const [key, cell] of sheet.cells) sheet.set(key, { ...cell, locked: false });
  for (let row = 6; row <= 26; row++) for (let column = 8; column <= 119; column++) sheet.put(row, column, { locked: false });
  sheet.putNote(health.row, health.column, null);
  model.protect(sheet.title, { allowFormatCells: true });
  await put.click();
  await pane.getByText('Trang đang được bảo vệ nên ghi chú ở ô chưa cập nhật').waitFor();
  expect(sheet.noteAt(health.row, health.column)).toBeNull();
  await pictureOf(page, `consolidator-refreshed-protected-350-${way}`);
  expect([excel.unknown(), excel.strayed()]).toEqual([[], []]);
  await context.close();
});

test('who reports sees no tabs, and is led to findings or to sending inside the pane', async () => {
  const { page, context } = await chromium.visit();
  const form = await modelOf(await buildForm({ obligations, agency: 'SNV' as AgencyId }));
  const { pane } = await open(page, { agency: 'SNV', model: form });
  for (const [word, heading] of [
    ['Gửi', 'sending'],
    ['Kiểm tra', 'findings'],
  ] as const) {
    await pane.getByRole('button', { name: word, exact: true }).click();
    await soon(async () => expect(await pane.evaluate(() => document.activeElement?.id)).toBe(heading));
  }
  expect(await pane.getByRole('tab').count()).toBe(0);
  await context.close();
});

test('a consolidator who opens a form sees it first, and any other workbook the province', async () => {
  const { page, context } = await chromium.visit();
  const form = await modelOf(await buildForm({ obligations, agency: 'VPUB' as AgencyId }));
  const { pane } = await open(page, { model: form });
  const tab = (name: string) => pane.getByRole('tab', { name });
  await pane.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  expect(await tab('Biểu đang mở').getAttribute('aria-selected')).toBe('true');
  await tab('Biểu đang mở').focus();
  await page.keyboard.press('ArrowRight');
  await soon(async () => expect(await tab('Tổng hợp').getAttribute('aria-selected')).toBe('true'));
  await pane.getByRole('heading', { name: 'Tình hình báo cáo' }).waitFor();
  await context.close();
});
