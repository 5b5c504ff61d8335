import { resultText } from '../addin/ui/result-text.ts';
import { Matrix } from '../core/matrix.ts';
import { matrixCsv } from '../core/matrix-csv.ts';
import type { AgencyId } from '../core/plan/agency.ts';
import { checkPlan } from '../core/plan/checking/check-plan.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import { Period } from '../core/plan/period.ts';
import { Plan, type RowId } from '../core/plan/plan.ts';
import { readReport } from '../core/reading/read-report.ts';
import { type IndicatorEntry, Report } from '../core/report.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import type { FormValues } from '../templates/form/form-values.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { matrixOf, received } from './support/some-reports.ts';
import { aBuiltAppendix } from './templates/appendix/a-built-appendix.ts';
import { aBuiltForm } from './templates/form/a-built-form.ts';

/** A row of the seeds' plan that the police led, and now state. */
const ROW = 'PL1.I.2.5' as RowId;
const POLICE = 'CAT' as AgencyId;
const PERIOD = Period.parse('2026');
const seeds = defaultPlan();
const agencies = defaultAgencies();
const plan = Plan.parse({
  ...seeds,
  indicators: seeds.indicators.map((row) => (row.id === ROW ? { ...row, measure: { kind: 'statement' }, due: '2026-06-30' } : row)),
});
const obligations = obligationsOf(plan, agencies, PERIOD);

const headersOf = async (of: Plan, agency: AgencyId) => {
  const book = readWorkbook((await aBuiltForm(agency, PERIOD, undefined, of)).bytes);
  if (!book.ok) throw new Error('no workbook');
  const grid = book.value.grids.find(({ title }) => title === 'Phụ lục I');
  return grid?.rows.find(({ cells }) => cells.some(({ value }) => value === 'Mã'))?.cells.map(({ value }) => value) ?? [];
};

test('the column of the day stands behind the value, in tables that ask for it and no others', async () => {
  expect((await headersOf(plan, POLICE)).slice(11, 14)).toEqual(['Giá trị', 'Ngày hoàn thành', 'Giải trình']);
  expect(await headersOf(seeds, POLICE)).not.toContain('Ngày hoàn thành');
});

async function readBack(values: FormValues extends ReadonlyMap<RowId, infer V> ? V : never) {
  const book = readWorkbook((await aBuiltForm(POLICE, PERIOD, new Map([[ROW, values]]), plan)).bytes);
  if (!book.ok) throw new Error('no workbook');
  const { report, findings } = readReport(book.value, { plan, agencies, obligationsOf: () => obligations, expected: null, previous: null });
  const own = findings.filter(({ row }) => row === ROW);
  return { entry: report?.indicators[ROW], own: own.map(({ rule, severity, field }) => `${severity} ${rule} ${field}`) };
}
const DAY = new Date('2026-06-15T00:00:00Z');

test('a filled form is read: yes with its day and document, yes without, no, another word', async () => {
  expect(await readBack({ state: 'Có số liệu', value: 'Có', on: DAY, evidence: '12/QĐ-UBND' })).toEqual({
    entry: { state: 'reported', value: true, on: '2026-06-15', evidence: '12/QĐ-UBND' },
    own: [],
  });
  expect((await readBack({ value: 'Có', evidence: '12/QĐ-UBND' })).own).toEqual(['error statement-without-date on']);
  expect((await readBack({ value: 'Có', on: DAY })).own).toEqual(['warning statement-without-text evidence']);
  expect((await readBack({ value: 'Có', on: 'cuối tháng 6' })).own).toEqual(['error date-not-read on']);
  expect((await readBack({ value: 'Không' })).own).toEqual([]);
  expect((await readBack({ value: 'Có thể' })).own).toEqual(['error word-unknown value']);
});

const rowWith = (entry: IndicatorEntry | null, year = '2026') => {
  const period = Period.parse(year);
  const report = Report.parse({ plan: plan.id, period, agency: POLICE, indicators: entry ? { [ROW]: entry } : {}, tasks: {} });
  const matrix = Matrix.parse(JSON.parse(JSON.stringify(matrixOf([report], obligationsOf(plan, agencies, period)))));
  return { matrix, report, row: matrix.indicators.find(({ id }) => id === ROW)! };
};
const said = (value: boolean, on?: string): IndicatorEntry => ({ state: 'reported', value, ...(on && { on }) }) as IndicatorEntry;

test.each([
  [said(true, '2026-06-30'), { stated: true, on: '2026-06-30' }, 'met', 'Đã hoàn thành ngày 30/06/2026, trong hạn 30/06/2026.'],
  [said(true, '2026-07-01'), { stated: true, on: '2026-07-01' }, 'missed', 'Đã hoàn thành ngày 01/07/2026, sau hạn 30/06/2026.'],
  [said(false), { stated: false, on: null }, 'missed', 'Chưa hoàn thành; chỉ tiêu đến hạn 30/06/2026.'],
])('%j is judged by its day', (entry, result, verdict, sentence) => {
  const { row } = rowWith(entry);
  expect([row.result, row.verdict, row.why.sentence]).toEqual([result, verdict, sentence]);
  expect([row.pace, row.gapPoints, row.base]).toEqual([null, null, null]);
  expect(resultText(plan.indicators.find(({ id }) => id === ROW)!, row.result)).toBe(result.stated ? 'Có' : 'Không');
});

test('who states nothing has not reported', () => {
  expect(rowWith(null).row.verdict).toBe('not-reported');
});

test('the appendix workbook shows it and works the verdict out from the day', async () => {
  const { matrix, report } = rowWith(said(true, '2026-07-01'));
  const request = { obligations, matrix, received: [report].map(received), receivedAt: new Map(), problems: new Map() };
  const book = await aBuiltAppendix(request);
  const line = book.table('Ma trận', 'Mã').find(({ Mã }) => Mã?.value === ROW)!;
  expect(line['Kết quả toàn tỉnh']?.value).toBe('Có');
  expect(line['Tính lại bằng công thức']?.formula).toContain('DATE(2026,6,30)');
  expect(book.table('Nguồn số liệu', 'Mã').find(({ Mã }) => Mã?.value === ROW)?.['Ngày hoàn thành']?.value).toBe('46204');
});

test('the CSV of the matrix holds the day where the plan asks for it', () => {
  const { matrix } = rowWith(said(true, '2026-07-01'));
  expect(matrixCsv(matrix, obligations)).toContain('Giá trị,Ngày hoàn thành,Giải trình');
  expect(matrixCsv(matrix, obligations)).toContain(',Có,2026-07-01,');
  const { plan: other, ...rest } = obligationsOf(seeds, agencies, PERIOD);
  expect(matrixCsv(matrix, { plan: other, ...rest })).not.toContain('Ngày hoàn thành');
});

test('a first lead that does not report the row is told where the plan names it', () => {
  const written = { ...plan, indicators: plan.indicators.map((row) => (row.id === ROW ? { ...row, leads: ['STC'] } : row)) };
  expect(checkPlan({ plan: written, agencies }).map(({ rule, path }) => [rule, path.slice(2).join('.')])).toEqual([
    ['stated-by-not-reporting', 'leads.0'],
  ]);
});
