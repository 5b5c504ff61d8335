import type { RowPlace } from '../../../core/layout.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { figureCells } from '../../../core/reading/figure-cells.ts';
import { ownReading } from '../../../core/reading/own-reading.ts';
import { readingContext } from '../../../core/reading/reading-context.ts';
import type { Report } from '../../../core/report.ts';
import { aForm, agencies, FINANCE, obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';

const place: RowPlace = {
  sheet: 'Phụ lục I',
  row: 12,
  columns: { state: 8, numerator: 9, denominator: 10, value: 12, status: 8, percent: 9 },
};
const [COUNTS, ANSWER, TASK] = [row('PL1.I.1.3'), row('PL1.I.2.6'), row('PL2.I.1')];
const report = (indicators: object, tasks: object = {}): Report =>
  ({ plan: plan.id, period: '2026', agency: TINH_KHE, indicators, tasks }) as Report;
const at = (one: Report, places: readonly [RowId, RowPlace][]) => [...figureCells(one, new Map(places))];

test('a row is looked up at its numerator, else at its answer, else at its state; a task at its status', () => {
  const one = report(
    {
      [COUNTS]: { state: 'reported', numerator: 0, denominator: 4 },
      [ANSWER]: { state: 'reported', value: false },
      'PL1.I.1.1': { state: 'no-figure' },
    },
    { [TASK]: { status: 'done', percent: 100 } },
  );
  const rows = [COUNTS, ANSWER, row('PL1.I.1.1'), TASK];
  const cells = at(
    one,
    rows.map((id) => [id, place]),
  );
  expect(cells.map(([id, { cell }]) => [id, cell])).toEqual([
    [COUNTS, 'I12'],
    [ANSWER, 'L12'],
    ['PL1.I.1.1', 'H12'],
    [TASK, 'H12'],
  ]);
  expect(cells[0]?.[1]).toEqual({ sheet: 'Phụ lục I', row: 12, cell: 'I12' });
});

test('a row whose place nobody knows has no cell; one without that column has its first', () => {
  const one = report({ [COUNTS]: { state: 'reported', numerator: 1, denominator: 4 } });
  expect(at(one, [])).toEqual([]);
  expect(at(one, [[COUNTS, { ...place, columns: {} }]])).toEqual([[COUNTS, { sheet: 'Phụ lục I', row: 12, cell: 'A12' }]]);
});

test('the form of another agency has no report, and that alone is said of it', () => {
  const reading = aForm().filled().at('Phụ lục I', 12, 9, 'x').read();
  const other = ownReading(reading, FINANCE, agencies);
  const names = { found: 'UBND xã Tịnh Khê', expected: 'Sở Tài chính' };
  expect(other).toEqual({ ...reading, report: null, findings: [expect.objectContaining({ rule: 'identity-other-agency', facts: names })] });
  expect(reading.report).not.toBeNull();
  expect(ownReading(reading, TINH_KHE, agencies)).toBe(reading);
});

test('a form of nobody is anybody’s to be told about', () => {
  const nobody = { ...aForm().read(), identity: null };
  expect(ownReading(nobody, FINANCE, agencies)).toBe(nobody);
});

test('a workbook of a period is held against the obligations that the period’s settings make; of another against its own', () => {
  const obligations = { ...obligationsIn('2026') };
  const context = readingContext({ plan, agencies, obligations, previous: null });
  expect(context).toEqual({ plan, agencies, expected: '2026', previous: null, obligationsOf: expect.any(Function) });
  expect(context.obligationsOf('2026' as never)).toBe(obligations);
  expect(context.obligationsOf('2027' as never)).toEqual(obligationsIn('2027'));
  expect(readingContext({ plan, agencies, obligations, previous: null, today: '2026-11-20' as never }).today).toBe('2026-11-20');
});
