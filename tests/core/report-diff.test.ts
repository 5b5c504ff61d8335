import type { Report } from '../../core/report.ts';
import { diffReports, rowsIn, saysTheSame } from '../../core/report-diff.ts';
import { FINANCE, obligationsIn, plan, row } from '../support/a-form.ts';
import { fc } from '../support/properties.ts';
import { someReports } from '../support/some-reports.ts';

const aReport = (entries: Partial<Pick<Report, 'indicators' | 'tasks'>>): Report => ({
  plan: plan.id,
  period: obligationsIn('2026').period,
  agency: FINANCE,
  indicators: {},
  tasks: {},
  ...entries,
});

test('every changed field is told with its old and its new value, rows in the order of the plan', () => {
  const before = aReport({
    indicators: {
      [row('PL1.I.2.2')]: { state: 'reported', numerator: 1, denominator: 2, explanation: 'Cũ' },
      [row('PL1.I.1.3')]: { state: 'reported', numerator: 9, denominator: 10 },
    },
    tasks: { [row('PL2.I.1')]: { status: 'in-progress', percent: 40 } },
  });
  const after = aReport({
    indicators: {
      [row('PL1.I.2.2')]: { state: 'nothing-arose' },
      [row('PL1.I.1.3')]: { state: 'reported', numerator: 0, denominator: 10 },
      [row('PL1.I.2.7')]: { state: 'reported', value: false },
    },
  });
  expect(diffReports(before, after, plan)).toEqual([
    { row: 'PL1.I.1.3', field: 'numerator', before: 9, after: 0 },
    { row: 'PL1.I.2.2', field: 'state', before: 'reported', after: 'nothing-arose' },
    { row: 'PL1.I.2.2', field: 'numerator', before: 1, after: null },
    { row: 'PL1.I.2.2', field: 'denominator', before: 2, after: null },
    { row: 'PL1.I.2.2', field: 'explanation', before: 'Cũ', after: null },
    { row: 'PL1.I.2.7', field: 'state', before: null, after: 'reported' },
    { row: 'PL1.I.2.7', field: 'value', before: null, after: false },
    { row: 'PL2.I.1', field: 'status', before: 'in-progress', after: null },
    { row: 'PL2.I.1', field: 'percent', before: 40, after: null },
  ]);
});

test('a first version is new in all that it says', () => {
  const first = aReport({ tasks: { [row('PL2.I.1')]: { status: 'done' } } });
  expect(diffReports(null, first, plan)).toEqual([{ row: 'PL2.I.1', field: 'status', before: null, after: 'done' }]);
});

test('a row that is there and empty is not a row that is absent', () => {
  const [there, absent] = [aReport({ indicators: { [row('PL1.I.1.3')]: { state: 'no-figure' } } }), aReport({})];
  expect([saysTheSame(there, absent, row('PL1.I.1.3')), saysTheSame(absent, absent, row('PL1.I.1.3'))]).toEqual([false, true]);
});

test('a report differs from itself in nothing, from another in exactly the rows that do not say the same, both ways alike', () => {
  fc.assert(
    fc.property(someReports('2026'), someReports('2026'), ([one], [two]) => {
      if (!one || !two) return;
      expect(diffReports(one, one, plan)).toEqual([]);
      const changes = diffReports(one, two, plan);
      const rows = new Set([...rowsIn(one), ...rowsIn(two)].filter((id) => !saysTheSame(one, two, id)));
      expect(new Set(changes.map(({ row }) => row))).toEqual(rows);
      expect(diffReports(two, one, plan)).toEqual(
        changes.map(({ row, field, before, after }) => ({ row, field, before: after, after: before })),
      );
    }),
    { numRuns: 50 },
  );
});
