import { Matrix } from '../../../core/matrix.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../../../core/report.ts';
import { obligationsIn, row } from '../../support/a-form.ts';
import { matrixOf } from '../../support/some-reports.ts';

const [SATISFIED, OPEN_DATA, LEADERS, MATURITY, CATALOGUE] = ['PL1.I.1.3', 'PL1.II.1.3', 'PL1.II.2.4', 'PL1.II.2.1', 'PL1.I.1.1'];

const aReport = (agency: string, indicators: Record<string, IndicatorEntry>, tasks: Record<string, TaskEntry> = {}, period = '2026') =>
  ({ plan: 'QNG-CQS-2026-2030', period, agency, indicators, tasks }) as unknown as Report;
const figures = (numerator: number, denominator: number): IndicatorEntry => ({ state: 'reported', numerator, denominator });
const indicatorOf = (matrix: Matrix, id: string) => matrix.indicators.find((one) => one.id === id)!;
const taskOf = (matrix: Matrix, id: string) => matrix.tasks.find((one) => one.id === id)!;

test('a rate is Σ numerators over Σ denominators, never a mean of percentages', () => {
  const matrix = matrixOf(
    [aReport('XA-21211', { [SATISFIED]: figures(9, 10) }), aReport('XA-21034', { [SATISFIED]: figures(990, 1000) })],
    obligationsIn('2026'),
  );
  expect(indicatorOf(matrix, SATISFIED)).toMatchObject({
    result: { numerator: 999, denominator: 1010 },
    coverage: { obliged: 112, reported: 2, nothingArose: 0, noFigure: 0, missing: 110 },
    verdict: 'met',
    provisional: true,
  });
});

test('94,96 % misses 95 %, and says by how much and who pulls it down', () => {
  const { verdict, gapPoints, why } = indicatorOf(
    matrixOf(
      [aReport('XA-21211', { [SATISFIED]: figures(4700, 5000) }), aReport('XA-21034', { [SATISFIED]: figures(4796, 5000) })],
      obligationsIn('2027'),
    ),
    SATISFIED,
  );
  expect([verdict, gapPoints]).toEqual(['missed', 0.04]);
  expect(why.sentence).toBe(
    'Kết quả toàn tỉnh đạt 94,96% (9.496/10.000), thấp hơn mục tiêu 95% là 0,04 điểm phần trăm; còn thiếu 4 ở tử số; chỉ tiêu đến hạn 31/12/2027. Đơn vị làm giảm kết quả nhiều nhất: Xã Tịnh Khê. Tạm tính: mới có 2/112 đơn vị có số liệu.',
  );
});

test('below a target that is not due yet is not a miss', () => {
  expect(indicatorOf(matrixOf([aReport('XA-21211', { [SATISFIED]: figures(1, 2) })], obligationsIn('2026')), SATISFIED)).toMatchObject({
    verdict: 'below',
    pace: 'no-basis',
  });
});

test('a row of another phase is not due and has no cells', () => {
  expect(indicatorOf(matrixOf([aReport('XA-21211', {})], obligationsIn('2028')), SATISFIED)).toMatchObject({
    verdict: 'not-due',
    coverage: { obliged: 0, reported: 0, nothingArose: 0, noFigure: 0, missing: 0 },
    result: null,
    pace: null,
    gapPoints: null,
    provisional: false,
    cells: {},
  });
});

test('silent agencies stay in the denominator of a share, those where nothing arose do not', () => {
  const matrix = matrixOf(
    [
      aReport('XA-21211', { [OPEN_DATA]: { state: 'reported', value: true } }, {}, '2028'),
      aReport('XA-21034', { [OPEN_DATA]: { state: 'nothing-arose' } }, {}, '2028'),
    ],
    obligationsIn('2028'),
  );
  expect(indicatorOf(matrix, OPEN_DATA)).toMatchObject({ result: { yes: 1, obliged: 111 }, verdict: 'below' });
});

test('each agency must reach its own rate; the pooled sums are for information', () => {
  const matrix = matrixOf(
    [aReport('XA-21211', { [LEADERS]: figures(1, 4) }, {}, '2028'), aReport('XA-21034', { [LEADERS]: figures(1, 5) }, {}, '2028')],
    obligationsIn('2028'),
  );
  expect(indicatorOf(matrix, LEADERS)).toMatchObject({
    result: { meeting: 1, obliged: 112, numerator: 2, denominator: 9 },
    verdict: 'below',
  });
});

test('a level of at least the minimum is met, the aspired level is named beside it', () => {
  const { verdict, result, why } = indicatorOf(
    matrixOf([aReport('CAT', { [MATURITY]: { state: 'reported', value: 4 } }, {}, '2029')], obligationsIn('2029')),
    MATURITY,
  );
  expect([verdict, result, why.sentence]).toEqual([
    'met',
    { level: 4 },
    'Toàn tỉnh ở cấp độ 4, đạt yêu cầu từ cấp độ 4, chưa đạt mức phấn đấu cấp độ 5.',
  ]);
});

test('a stated rate is the stating agency’s alone; the others are shown, not summed', () => {
  const others = [aReport('XA-21211', { [CATALOGUE]: figures(1, 2) })];
  expect(indicatorOf(matrixOf(others, obligationsIn('2026')), CATALOGUE)).toMatchObject({
    result: null,
    verdict: 'not-reported',
    provisional: true,
  });
  expect(
    indicatorOf(matrixOf([...others, aReport('VPUB', { [CATALOGUE]: figures(100, 100) })], obligationsIn('2026')), CATALOGUE),
  ).toMatchObject({
    result: { numerator: 100, denominator: 100 },
    verdict: 'met',
    provisional: false,
  });
  expect(
    indicatorOf(matrixOf([aReport('VPUB', { [CATALOGUE]: { state: 'nothing-arose' } })], obligationsIn('2026')), CATALOGUE),
  ).toMatchObject({ verdict: 'nothing-arose', provisional: false });
});

test('the chain of bases: last matrix’s result, then its base, then the row that is continued', () => {
  const year = (period: string, id: string, numerator: number, previous: Matrix | null) =>
    matrixOf([aReport('XA-21211', { [id]: figures(numerator, 1000) }, {}, period)], obligationsIn(period), { previous });
  const first = year('2026', SATISFIED, 800, null);
  const second = year('2027', SATISFIED, 900, first);
  const third = year('2028', 'PL1.II.1.1', 930, second);
  const fourth = year('2029', 'PL1.II.1.1', 935, third);
  expect([second, third, fourth].map((matrix, k) => indicatorOf(matrix, k === 0 ? SATISFIED : 'PL1.II.1.1').base)).toEqual([
    { percent: 80, at: '2026-11-14' },
    { percent: 90, at: '2027-11-14' },
    { percent: 90, at: '2027-11-14' },
  ]);
  expect(indicatorOf(third, 'PL1.II.1.1').pace).toBe('on-track');
  expect(indicatorOf(fourth, 'PL1.II.1.1').pace).toBe('accelerate');
});

test('a task is late the moment its due day is over in Viet Nam', () => {
  const task = (at: string) =>
    taskOf(
      matrixOf([aReport('SKHCN', {}, { 'PL2.I.2': { status: 'in-progress' } })], obligationsIn('2026'), { at: new Date(at) }),
      'PL2.I.2',
    );
  expect(task('2026-12-31T16:59:59.999Z').verdict).toBe('in-progress');
  expect(task('2026-12-31T17:00:00Z')).toMatchObject({
    verdict: 'late',
    why: { flagged: true, sentence: 'Quá hạn 31/12/2026 (1 ngày). Chưa hoàn thành: Sở KH&CN.' },
  });
});

test('an optional lead has a cell once it answers and is obliged once it is concerned', () => {
  const sent = (agency: string, status: TaskEntry['status']) =>
    taskOf(matrixOf([aReport(agency, {}, { 'PL2.II.4': { status } })], obligationsIn('2026')), 'PL2.II.4');
  expect(sent('SYT', 'not-relevant').coverage).toEqual({ obliged: 3, reported: 0, notRelevant: 0, missing: 3 });
  expect(sent('SYT', 'in-progress')).toMatchObject({
    coverage: { obliged: 4, reported: 1, notRelevant: 0, missing: 3 },
    verdict: 'in-progress',
  });
});

test('a workbook that says nothing is not received', () => {
  const { agencies } = matrixOf([aReport('XA-21211', {}), aReport('STC', { [SATISFIED]: figures(1, 2) })], obligationsIn('2026'));
  expect([agencies.received, agencies.missing.length, agencies.missing.includes('XA-21211' as never)]).toEqual([1, 111, true]);
});

test('what is written is what is read again', () => {
  const matrix = matrixOf([aReport('XA-21211', { [SATISFIED]: figures(1, 3) })], obligationsIn('2026'));
  expect(Matrix.parse(JSON.parse(JSON.stringify(matrix)))).toEqual(matrix);
  expect(Object.keys(indicatorOf(matrix, SATISFIED).cells)).toHaveLength(112);
  expect(indicatorOf(matrix, SATISFIED).cells[row('XA-21211') as never]).toMatchObject({
    state: 'reported',
    source: { file: 'XA-21211.xlsx' },
  });
});
