import { newMatrixSheet } from '../addin/pane/consolidator/matrix-sheet.ts';
import { cellFigure, matrixCellLook } from '../addin/ui/matrix-cell-look.ts';
import { plannedRows } from '../addin/ui/planned-row.ts';
import { countsText, resultText } from '../addin/ui/result-text.ts';
import { trendPoints } from '../addin/web/desk/matrix/trend-points.ts';
import { Matrix } from '../core/matrix.ts';
import { usedIn } from '../core/passport/used-in.ts';
import type { Agency, AgencyId } from '../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../core/plan/obligations.ts';
import { Period } from '../core/plan/period.ts';
import { Plan } from '../core/plan/plan.ts';
import { readReport } from '../core/reading/read-report.ts';
import { type IndicatorEntry, Report } from '../core/report.ts';
import { sentenceOf } from '../core/wording/findings.ts';
import { madeUpInbox } from '../demo/made-up/inbox.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import type { FormValues } from '../templates/form/form-values.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { matrixOf, received } from './support/some-reports.ts';
import { aBuiltAppendix } from './templates/appendix/a-built-appendix.ts';
import { aBuiltForm } from './templates/form/a-built-form.ts';

jest.mock('../core/measures/measures.ts', () => ({
  MEASURES: [...jest.requireActual('../core/measures/measures.ts').MEASURES, jest.requireActual('./support/a-number-kind.ts').madeUpNumber],
}));

/** A row that sixteen offices owe, and one that the police state for the province. */
const [MEAN, STATED] = ['PL1.I.2.1', 'PL1.I.2.5'] as const;
const NUMBER = { kind: 'made-up-number', unit: 'km', decimals: 1 };
const AT_MOST = { ...NUMBER, from: 'mean', target: { op: 'at-most', value: 12.5 } };
const BETWEEN = { ...NUMBER, from: 'stated', statedBy: 'CAT', target: { op: 'between', value: 3, high: 4.5 } };
const PERIOD = Period.parse('2026');

const seeds = defaultPlan();
const plan = Plan.parse({
  ...seeds,
  indicators: seeds.indicators.map((row) => ({ ...row, measure: { [MEAN]: AT_MOST, [STATED]: BETWEEN }[row.id as string] ?? row.measure })),
});
const rowOf = (id: string) => plan.indicators.find((one) => one.id === id)!;
const obligations: Obligations = obligationsOf(plan, defaultAgencies(), PERIOD);
const [office, police] = ['STC', 'CAT'].map((id) => obligations.agency.get(id) as Agency) as [Agency, Agency];
const nameOf = (id: string): string => obligations.agency.get(id)?.name ?? id;

const says = (agency: string, id: string, entry: IndicatorEntry): Report =>
  Report.parse({ plan: plan.id, period: PERIOD, agency, indicators: { [id]: entry }, tasks: {} });
const number = (value: number): IndicatorEntry => ({ state: 'reported', value });

const reports = [says('STC', MEAN, number(12.4)), says('SNV', MEAN, number(13.2)), says('CAT', STATED, number(5.6))];
const matrix = Matrix.parse(JSON.parse(JSON.stringify(matrixOf(reports, obligations))));
const rows = plannedRows(matrix.indicators, plan.indicators);
const plannedOf = (id: string) => rows.find(({ row }) => row.id === id)!;

const valuesOf = (id: string, value: string | number): FormValues => new Map([[rowOf(id).id, { state: 'Có số liệu', value }]]);
async function readBack(agency: Agency, values: FormValues) {
  const book = readWorkbook((await aBuiltForm(agency.id, PERIOD, values, plan)).bytes);
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  const expectation = { plan, agencies: defaultAgencies(), obligationsOf: () => obligations, expected: null, previous: null };
  return readReport(book.value, expectation);
}

test('the form says what to state, opens its cell, and checks it live', async () => {
  const form = await aBuiltForm(office.id, PERIOD, valuesOf(MEAN, 12.44), plan);
  expect(form.cell(MEAN, 'method')?.value).toBe('Nhập một số ở cột Giá trị, đơn vị tính: km.');
  expect(['value', 'numerator', 'denominator'].map((field) => form.isOpen(form.cell(MEAN, field as 'value')))).toEqual([
    true,
    false,
    false,
  ]);
  expect(form.cell(MEAN, 'check')?.value).toBe('✕ Giá trị phải là số có tối đa 1 chữ số thập phân.');
  expect(form.cell(MEAN, 'check')?.formula).toContain('ROUND(INDEX($L$1:$L$1048576,ROW()),1)');
  expect(form.sheet('Phụ lục I').xml).toContain('Nhập số, đơn vị tính: km.');
  expect(form.cell(MEAN, 'rate')?.formula ?? null).toBeNull();
});

test('the filled form is read: a number, one with too many decimals, a word, nothing', async () => {
  const { report } = await readBack(office, valuesOf(MEAN, 12.4));
  expect(report?.indicators[rowOf(MEAN).id]).toEqual(number(12.4));
  const findingsOf = async (value: string | number) =>
    (await readBack(office, valuesOf(MEAN, value))).findings.filter(({ row, severity }) => row === MEAN && severity === 'error');
  expect((await findingsOf(12.44)).map(({ rule }) => rule)).toEqual(['count-fractional']);
  expect((await findingsOf('nhiều')).map(({ rule }) => rule)).toEqual(['count-not-a-number']);
  expect((await findingsOf('')).map(sentenceOf)).toEqual(['Tình trạng là “Có số liệu” nhưng chưa có số. Nhập số ở cột Giá trị.']);
});

test('the matrix adds it up, judges it against the nearest bound and says why', () => {
  const [mean, stated] = [plannedOf(MEAN).row, plannedOf(STATED).row];
  expect([mean.result, mean.verdict, mean.gapPoints, mean.pace]).toEqual([{ number: 12.8 }, 'below', 0.3, null]);
  expect(mean.why.sentence).toContain('Toàn tỉnh đạt 12,8 km, cách mục tiêu không quá 12,5 km là 0,3 km.');
  expect([stated.result, stated.verdict, stated.gapPoints, stated.provisional]).toEqual([{ number: 5.6 }, 'below', 1.1, false]);
  const within = matrixOf([says('CAT', STATED, number(4.5))], obligations).indicators.find(({ id }) => id === STATED);
  expect([within?.verdict, within?.gapPoints]).toEqual(['met', 0]);
});

test('the appendix workbook works it out live, in its own number format', async () => {
  const request = { obligations, matrix, received: reports.map(received), receivedAt: new Map(), problems: new Map() };
  const book = await aBuiltAppendix(request);
  const line = (title: string, id: string) => book.table(title, 'Mã').find(({ Mã }) => Mã?.value === id)!;
  const total = line('Ma trận', MEAN)['Kết quả toàn tỉnh'];
  expect([total?.value, total && book.formatOf(total)]).toEqual(['12.8', '[$-42A]#,##0.0']);
  expect(total?.formula).toMatch(/^IF\(.+,"",SUMIFS\(SoLieu_GiaTri,.+\)\/.+\)$/);
  expect(line('Ma trận', MEAN)['Tử số']?.value ?? '').toBe('');
  expect(line('Ma trận', STATED)['Mục tiêu']?.value).toBe('từ 3 km đến 4,5 km');
  expect(line('Ma trận', STATED)['Tính lại bằng công thức']?.formula).toMatch(/AND\(.+>=3,.+<=4\.5\)/);
  expect(line('Chỉ tiêu chưa đạt', STATED)['Còn thiếu (điểm)']?.formula).toMatch(/^MAX\(3-.+,.+-4\.5\)$/);
  expect(line('Nguồn số liệu', STATED)['Giá trị']?.value).toBe('5.6');
});

test('desk, public page and pane show it', () => {
  const { row, indicator } = plannedOf(MEAN);
  expect([resultText(indicator, row.result), countsText(indicator, row.result)]).toEqual(['12,8 km', null]);
  const [within, above] = [row.cells[office.id], row.cells['SNV' as AgencyId]];
  expect(
    [
      matrixCellLook(indicator, { period: PERIOD, agency: office.id }, within),
      matrixCellLook(indicator, { period: PERIOD, agency: office.id }, above),
    ].map(({ sign, short }) => sign + short),
  ).toEqual(['✓12,4 km', '▲13,2 km']);
  expect(cellFigure(indicator, within)).toBe('12,4 km');
  expect(usedIn(plannedOf(MEAN), within!, office, { nameOf, plan })).toBe('Góp 12,4 km vào 12,8 km.');
  expect(usedIn(plannedOf(STATED), plannedOf(STATED).row.cells[police.id]!, police, { nameOf, plan })).toBe(
    'Là số của toàn tỉnh cho chỉ tiêu này.',
  );
  expect(trendPoints(indicator, [matrix], plan.indicators)).toEqual([{ period: PERIOD, text: '12,8 km', value: 12.8 }]);
  const sheet = JSON.stringify(newMatrixSheet(matrix, { plan, agencies: obligations.agencies, nameOf, at: new Date(0), hasNotes: true }));
  expect(sheet).toContain('"▲ \\"#,##0.0');
});

test('made-up reports state it', () => {
  expect(plainReport(obligations, office).indicators[rowOf(MEAN).id]?.value).toEqual(expect.any(Number));
  const figures = madeUpInbox(obligations).files.flatMap(({ report }) => report.indicators[rowOf(MEAN).id]?.value ?? []);
  expect(figures.length).toBeGreaterThan(10);
});
