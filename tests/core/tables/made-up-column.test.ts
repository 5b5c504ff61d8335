import { ENTITY_SETS } from '../../../contract/feed/entity-sets.ts';
import { fixesOf } from '../../../core/fixing/fixes-of.ts';
import { withChanges } from '../../../core/fixing/with-changes.ts';
import { columnLetters } from '../../../core/grid.ts';
import { Matrix } from '../../../core/matrix.ts';
import { matrixCsv } from '../../../core/matrix-csv.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { Report } from '../../../core/report.ts';
import { diffReports } from '../../../core/report-diff.ts';
import { headerOf, valueText } from '../../../core/tables/column-of.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { stillAccepted } from '../../../functions/reports/accepted-rows.ts';
import { Head } from '../../../functions/store/rows.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { context, FINANCE, obligationsIn, plan, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { aBuiltAppendix, aRequest } from '../../templates/appendix/a-built-appendix.ts';
import { aBuiltForm } from '../../templates/form/a-built-form.ts';

jest.mock('../../../core/tables/indicators/columns.ts', () => {
  const { withMadeUp, OWNER, BUDGET } = jest.requireActual('../../support/made-up-columns.ts');
  return {
    INDICATOR_COLUMNS: withMadeUp(jest.requireActual('../../../core/tables/indicators/columns.ts').INDICATOR_COLUMNS, OWNER, BUDGET),
  };
});
jest.mock('../../../core/tables/tasks/columns.ts', () => {
  const { withMadeUp, BASIS, PLACE } = jest.requireActual('../../support/made-up-columns.ts');
  return { TASK_COLUMNS: withMadeUp(jest.requireActual('../../../core/tables/tasks/columns.ts').TASK_COLUMNS, BASIS, PLACE) };
});

const [INDICATOR, TASK] = [row('PL1.I.1.3'), row('PL2.I.10')];

const aReport = (budget: number, place: string): Report =>
  Report.parse({
    plan: plan.id,
    period: '2026',
    agency: FINANCE,
    indicators: { [INDICATOR]: { state: 'reported', numerator: 9, denominator: 10, budget } },
    tasks: { [TASK]: { status: 'done', document: '05/QĐ-UBND', place } },
  });
const report = aReport(7, 'Toàn tỉnh');

/** The form with both rows filled. */
const aForm = () => aBuiltForm(FINANCE, '2026', formValuesOf(report));

test('the form has them, under their headers, open where they are to be filled in and with their rules', async () => {
  const form = await aForm();
  const headers = [INDICATOR_SHEET, TASK_SHEET].map(({ title, columns }) => {
    return columns.map((_, k) => form.sheet(title).cells.get(`${columnLetters(k + 1)}9`)?.value);
  });
  expect(headers.map((line) => line.join(' · '))).toEqual([
    'Mã · TT · Chỉ tiêu · Kết quả · Cơ quan chủ trì triển khai, theo dõi và đánh giá · Cơ quan thực hiện · Cách tính · Người theo dõi · Tình trạng · Tử số · Mẫu số · Tỷ lệ · Giá trị · Giải trình · Tài liệu kiểm chứng · Kinh phí · Kiểm tra',
    'Mã · TT · Nhiệm vụ, giải pháp · Cơ quan chủ trì · Cơ quan phối hợp · Kết quả · Thời gian thực hiện · Căn cứ · Tình trạng · Tiến độ · Số, ký hiệu văn bản · Ngày ban hành · Trích yếu hoặc liên kết · Ghi chú · Địa bàn · Kiểm tra',
  ]);
  const cell = (id: string, field: string) => form.cell(id, field as never);
  expect([cell(INDICATOR, 'owner')?.value, cell(TASK, 'basis')?.value]).toEqual(['Tổ 3', 'Điều 10']);
  expect([cell(INDICATOR, 'budget')?.value, cell(TASK, 'place')?.value]).toEqual(['7', 'Toàn tỉnh']);
  expect(['owner', 'budget'].map((field) => form.isOpen(cell(INDICATOR, field)))).toEqual([false, true]);
  expect(['basis', 'place'].map((field) => form.isOpen(cell(TASK, field)))).toEqual([false, true]);
  expect(form.sheet('Phụ lục I').xml).toContain('promptTitle="Kinh phí"');
});

test('the reader takes what agencies fill in, and compares what is the plan’s', async () => {
  const form = await aForm();
  const workbook = readWorkbook(form.bytes);
  if (!workbook.ok) throw new Error('the form is no workbook');
  expect(readReport(workbook.value, context).report).toEqual(report);
  const typed = (id: string, field: string, value: string) => ({
    sheet: id === INDICATOR ? 'Phụ lục I' : 'Phụ lục II',
    cell: form.placeOf(id, field as never),
    value,
    format: 'plain' as const,
  });
  const changed = withChanges(workbook.value, [
    typed(INDICATOR, 'owner', 'Tổ khác'),
    typed(INDICATOR, 'budget', 'bảy tỷ'),
    typed(TASK, 'basis', 'Điều khác'),
  ]);
  const found = readReport(changed, context).findings.filter(({ row: id }) => id === INDICATOR || id === TASK);
  expect(found.map(sentenceOf)).toEqual([
    expect.stringContaining('Nội dung cột Người theo dõi khác với kế hoạch.'),
    'Kinh phí “bảy tỷ” không phải một số nguyên. Nhập một con số cụ thể.',
    expect.stringContaining('Nội dung cột Căn cứ khác với kế hoạch.'),
  ]);
});

test('the fixes of what it holds are offered at its cell', async () => {
  const form = await aForm();
  const workbook = readWorkbook(form.bytes);
  if (!workbook.ok) throw new Error('the form is no workbook');
  const cell = form.placeOf(INDICATOR, 'budget' as never);
  const typed = (change: { cell: string; value: string }) => {
    const changed = withChanges(workbook.value, [{ sheet: 'Phụ lục I', format: 'plain', ...change }]);
    const reading = readReport(changed, context);
    return reading.findings.filter(({ row: id }) => id === INDICATOR).flatMap((one) => fixesOf(one, { workbook: changed, reading }));
  };
  expect(typed({ cell, value: '1.200' })).toEqual([
    { kind: 'as-number', number: 1200, changes: [{ sheet: 'Phụ lục I', cell, value: 1200, format: 'plain' }] },
  ]);
  const cleared = typed({ cell: form.placeOf(INDICATOR, 'state'), value: 'Chưa có số liệu' }).find(({ kind }) => kind === 'clear-figures');
  expect(cleared?.changes.map((change) => change.cell)).toContain(cell);
});

test('an accepted row is accepted no more when that column alone changes', () => {
  const receipt = {
    id: 'x',
    plan: plan.id,
    period: '2026',
    agency: FINANCE,
    version: 1,
    at: '2026-11-20T00:00:00.000Z',
    by: FINANCE,
    sha256: '0'.repeat(64),
    findings: [],
  };
  const head = Head.parse({
    agency: FINANCE,
    state: 'accepted',
    frozen: null,
    current: { report, receipt, findings: [] },
    remarks: {},
    acceptedRows: [],
  });
  expect([stillAccepted(head, report), stillAccepted(head, aReport(8, 'Toàn tỉnh')), stillAccepted(head, aReport(7, 'Một xã'))]).toEqual([
    [INDICATOR, TASK],
    [TASK],
    [INDICATOR],
  ]);
});

test('a difference is told under the header and in the words of the column', () => {
  const changes = diffReports(report, aReport(1200, 'Một xã'), plan);
  const said = changes.map(({ row: id, field, before, after }) =>
    [headerOf(plan, id, field), valueText(plan, id, field, before), valueText(plan, id, field, after)].join(' '),
  );
  expect(said).toEqual(['Kinh phí 7 1.200', 'Địa bàn Toàn tỉnh Một xã']);
});

test('a cell of the matrix holds them, and its CSV and the list of sources show them', async () => {
  const request = aRequest('2026', [report]);
  const { matrix, obligations } = request;
  const cellOf = (rows: typeof matrix.indicators | typeof matrix.tasks, id: string) => rows.find((one) => one.id === id)?.cells[FINANCE];
  expect(cellOf(matrix.indicators, INDICATOR)).toMatchObject({ state: 'reported', numerator: 9, denominator: 10, budget: 7 });
  expect(cellOf(matrix.tasks, TASK)).toMatchObject({ status: 'done', place: 'Toàn tỉnh' });
  expect(Matrix.parse(JSON.parse(JSON.stringify(matrix)))).toEqual(matrix);
  const [header, ...lines] = matrixCsv(matrix, obligations).split('\r\n');
  expect(header).toContain('Giải trình,Kinh phí,Lần nộp');
  expect(lines.find((line) => line.startsWith(INDICATOR) && line.includes(`,${FINANCE},`))).toContain(',9,10,,,7,');
  const [source] = (await aBuiltAppendix(request)).table('Nguồn số liệu', 'Mã');
  expect([source?.['Tử số']?.value, source?.['Kinh phí']?.value]).toEqual(['9', '7']);
});

test('the official tables show the plan’s text and what agencies say', async () => {
  const others = ['SNV', 'SXD', 'SCT', 'SYT'].map((agency) => ({ ...report, agency: agency as AgencyId }));
  const alone = await aBuiltAppendix(aRequest('2026', [report]));
  const many = await aBuiltAppendix(aRequest('2026', [report, ...others]));
  const line = (book: typeof alone, title: string, id: string) => book.table(title, 'Mã').find((one) => one.Mã?.value === id);
  const shown = (title: string, id: string, headers: string[]) => headers.map((header) => line(alone, title, id)?.[header]?.value);
  expect(shown('Phụ lục I', INDICATOR, ['Người theo dõi (tổ)', 'Kinh phí'])).toEqual(['Tổ 3', '7']);
  expect(shown('Phụ lục II', TASK, ['Căn cứ', 'Địa bàn'])).toEqual(['Điều 10', 'Toàn tỉnh']);
  expect(line(many, 'Phụ lục I', INDICATOR)?.['Kinh phí']?.value).toBe('5 đơn vị nêu');
  expect(obligationsIn('2026').leads.get(TASK)).toEqual([FINANCE]);
});

test('the feed has them, under their fields and headers', () => {
  const said = ENTITY_SETS.flatMap(({ name, properties }) => properties.map((one) => `${name} ${one.name} ${one.type} ${one.meaning}`));
  expect(said).toEqual(
    expect.arrayContaining([
      'Indicators owner Edm.String Người theo dõi',
      'IndicatorCells budget Edm.Int64 Kinh phí',
      'Tasks basis Edm.String Căn cứ',
    ]),
  );
});
