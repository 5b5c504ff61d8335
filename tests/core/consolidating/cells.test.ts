import { consolidate } from '../../../core/consolidating/consolidate.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../../../core/report.ts';
import { FINANCE, obligationsIn, row } from '../../support/a-form.ts';
import { AT, matrixOf } from '../../support/some-reports.ts';

const [SATISFIED, ONLINE, SHARED_TASK, STANDING_TASK] = [row('PL1.I.1.3'), row('PL1.I.2.3'), row('PL2.II.4'), row('PL2.II.1')];

const aReport = (agency: string, indicators: Record<string, IndicatorEntry>, tasks: Record<string, TaskEntry> = {}) =>
  ({ plan: 'QNG-CQS-2026-2030', period: '2026', agency, indicators, tasks }) as unknown as Report;

/** The matrix of one report by the department of finance, read from a workbook where two rows' cells are known. */
const matrixFrom = (indicators: Record<string, IndicatorEntry>, tasks: Record<string, TaskEntry> = {}) =>
  consolidate({
    obligations: obligationsIn('2026'),
    received: [
      {
        report: aReport(FINANCE, indicators, tasks),
        source: { file: 'STC.xlsx' },
        cells: new Map([
          [SATISFIED, { sheet: 'Phụ lục I', row: 14, cell: 'J14' }],
          [STANDING_TASK, { sheet: 'Phụ lục II', row: 21, cell: 'I21' }],
        ]),
      },
    ],
    at: AT,
    previous: null,
  });
const place = { file: 'STC.xlsx', sheet: 'Phụ lục I', row: 14, cell: 'J14' };

test.each<[string, IndicatorEntry, object]>([
  ['counts', { state: 'reported', numerator: 0, denominator: 9 }, { state: 'reported', numerator: 0, denominator: 9, source: place }],
  [
    'an explanation, without the evidence',
    { state: 'reported', numerator: 1, denominator: 2, explanation: 'Đã rà soát', evidence: 'Công văn 12' },
    { state: 'reported', numerator: 1, denominator: 2, explanation: 'Đã rà soát', source: place },
  ],
  ['an empty explanation as none', { state: 'nothing-arose', explanation: '' }, { state: 'nothing-arose', source: place }],
  [
    'no figures beside a state that has none',
    { state: 'no-figure', numerator: 1, denominator: 2, value: true, explanation: 'Chưa tổng hợp' },
    { state: 'no-figure', explanation: 'Chưa tổng hợp', source: place },
  ],
])('a cell of the matrix keeps %s', (_, entry, wanted) => {
  const satisfied = matrixFrom({ [SATISFIED]: entry }).indicators.find(({ id }) => id === SATISFIED);
  expect(satisfied?.cells[FINANCE]).toStrictEqual(wanted);
});

test('a cell of the matrix keeps a no as it keeps a yes', () => {
  const reports = [true, false].map((value, k) => aReport(['STC', 'SNV'][k]!, { 'PL1.II.1.3': { state: 'reported', value } }));
  const cells = matrixOf(reports, obligationsIn('2028')).indicators.find(({ id }) => id === 'PL1.II.1.3')?.cells ?? {};
  expect(Object.entries(cells).filter(([, cell]) => cell?.state === 'reported')).toStrictEqual([
    ['SNV', { state: 'reported', value: false, source: { file: 'SNV.xlsx' } }],
    ['STC', { state: 'reported', value: true, source: { file: 'STC.xlsx' } }],
  ]);
});

test('a row whose cell in the workbook is not known names the file alone', () => {
  const online = matrixFrom({ [ONLINE]: { state: 'nothing-arose' } }).indicators.find(({ id }) => id === ONLINE);
  expect(online?.cells[FINANCE]).toStrictEqual({ state: 'nothing-arose', source: { file: 'STC.xlsx' } });
});

test.each<[string, TaskEntry, object]>([
  ['its percent, nought as well', { status: 'in-progress', percent: 0 }, { status: 'in-progress', percent: 0 }],
  ['nothing that was not said', { status: 'in-progress' }, { status: 'in-progress' }],
  ['no document and no note', { status: 'in-progress', percent: 40, document: '12/QĐ', note: 'x' }, { status: 'in-progress', percent: 40 }],
])('a task’s cell keeps %s', (_, entry, wanted) => {
  const task = matrixFrom({}, { [STANDING_TASK]: entry }).tasks.find(({ id }) => id === STANDING_TASK);
  const source = { file: 'STC.xlsx', sheet: 'Phụ lục II', row: 21, cell: 'I21' };
  expect(task?.cells[FINANCE]).toStrictEqual({ verdict: 'in-progress', ...wanted, source });
});

test('the coverage of a row counts each agency once', () => {
  const matrix = matrixOf(
    [
      aReport('STC', { [SATISFIED]: { state: 'reported', numerator: 1, denominator: 2 } }),
      aReport('SNV', { [SATISFIED]: { state: 'nothing-arose' } }),
      aReport('SYT', { [SATISFIED]: { state: 'nothing-arose' } }),
      aReport('CAT', { [SATISFIED]: { state: 'no-figure' } }),
    ],
    obligationsIn('2026'),
  );
  expect(matrix.indicators.find(({ id }) => id === SATISFIED)?.coverage).toEqual({
    obliged: 112,
    reported: 1,
    nothingArose: 2,
    noFigure: 1,
    missing: 108,
  });
});

test('the coverage of a task tells leads that are silent from leads that are not concerned', () => {
  const matrix = matrixOf(
    [
      aReport('CAT', {}, { [SHARED_TASK]: { status: 'not-relevant' } }),
      aReport('SKHCN', {}, { [SHARED_TASK]: { status: 'done' } }),
      aReport('SYT', {}, { [SHARED_TASK]: { status: 'not-started' } }),
      aReport('SNV', {}, { [SHARED_TASK]: { status: 'not-relevant' } }),
    ],
    obligationsIn('2026'),
  );
  const task = matrix.tasks.find(({ id }) => id === SHARED_TASK);
  expect(task?.coverage).toEqual({ obliged: 4, reported: 2, notRelevant: 1, missing: 1 });
  expect(task?.verdict).toBe('in-progress');
  const said = Object.fromEntries(Object.entries(task?.cells ?? {}).map(([agency, cell]) => [agency, cell?.verdict]));
  expect(said).toEqual({ CAT: 'not-relevant', SKHCN: 'done', STC: 'not-reported', SYT: 'not-started', SNV: 'not-relevant' });
});
