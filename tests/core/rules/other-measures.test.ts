import { Measure } from '../../../core/measures/schemas.ts';
import type { IndicatorEntry } from '../../../core/report.ts';
import { checkReport } from '../../../core/rules/check-report.ts';
import { obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';

// Kinds of measure that this plan does not have, put into one of its rows.
const A = row('PL1.I.1.3');
const STATEMENT = Measure.parse({ kind: 'statement' });
const aNumber = (decimals: number): Measure =>
  Measure.parse({ kind: 'number', from: 'sum', unit: 'ngày', decimals, target: { op: 'at-most', value: 3 } });
const CAPPED = Measure.parse({ kind: 'pooled-ratio', op: 'at-most', atMostPercent: 5, numerator: 'số trễ', denominator: 'tổng số' });
const RATE = plan.indicators.find(({ id }) => id === A)!.measure;

/** What is found of the row under this measure: rule, field, facts. */
function foundUnder(measure: Measure, entry: IndicatorEntry, last?: readonly [number, number]): unknown[] {
  const indicators = plan.indicators.map((one) => (one.id === A ? { ...one, measure } : one));
  const obligations = { ...obligationsIn('2026'), plan: { ...plan, indicators } };
  const cells = last && { [TINH_KHE]: { state: 'reported', numerator: last[0], denominator: last[1] } };
  const previous = cells ? ({ period: '2025', indicators: [{ id: A, cells }] } as never) : null; // nothing else is asked of it
  const report = { plan: plan.id, period: obligations.period, agency: TINH_KHE, indicators: { [A]: entry }, tasks: {} };
  return checkReport(report, { obligations, agency: TINH_KHE, unread: new Set(), previous }).flatMap(({ row: at, rule, field, facts }) =>
    at === A ? [[rule, field, facts]] : [],
  );
}
const done = (more: Partial<IndicatorEntry>): IndicatorEntry => ({ state: 'reported', value: true, ...more });
const ON = { on: '2026-11-05' as NonNullable<IndicatorEntry['on']> };

test.each<[string, IndicatorEntry, unknown[]]>([
  ['done on a day by a document', done({ ...ON, evidence: '12/QĐ-UBND' }), []],
  ['done by a document', done({ evidence: '12/QĐ-UBND' }), [['statement-without-date', 'on', {}]]],
  ['done on a day', done(ON), [['statement-without-text', 'evidence', {}]]],
  ['done on a day by nothing but blanks', done({ ...ON, evidence: ' \u00a0' }), [['statement-without-text', 'evidence', {}]]],
  ['not done', { state: 'reported', value: false }, []],
  ['said without an answer', { state: 'reported' }, [['figure-needed', 'value', { of: 'statement' }]]],
])('a statement that is %s', (_, entry, wanted) => {
  expect(foundUnder(STATEMENT, entry)).toEqual(wanted);
});

test('an answer of yes needs a day only where the row asks for one', () => {
  const share = Measure.parse({ kind: 'share-of-agencies', atLeastPercent: 80, numerator: 'số cơ quan', denominator: 'tổng số' });
  expect(foundUnder(share, done({}))).toEqual([]);
});

test.each<[number, number, unknown[]]>([
  [12.34, 2, []],
  [12.345, 2, [['too-many-decimals', 'value', { value: 12.345, decimals: 2 }]]],
  [12, 0, []],
  [12.5, 0, [['too-many-decimals', 'value', { value: 12.5, decimals: 0 }]]],
])('%d where the plan asks for %d decimals', (value, decimals, wanted) => {
  expect(foundUnder(aNumber(decimals), { state: 'reported', value })).toEqual(wanted);
});

test('a rate of which there may be no more than so much may fall: only one that must rise asks why', () => {
  const fallen: IndicatorEntry = { state: 'reported', numerator: 50, denominator: 100 };
  expect(foundUnder(RATE, fallen, [90, 100])).toEqual([
    ['fell-since-last-period', 'explanation', { points: '40', before: '90%', now: '50%', period: '2025' }],
  ]);
  expect(foundUnder(CAPPED, fallen, [90, 100])).toEqual([]);
});
