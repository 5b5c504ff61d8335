import { baseOf, type ExactBase, paceOf } from '../../../core/consolidating/pace.ts';
import type { Day } from '../../../core/day.ts';
import { fraction, fromDecimal } from '../../../core/fraction.ts';
import type { IndicatorRow, Matrix, Pace, Verdict } from '../../../core/matrix.ts';
import type { RowResult } from '../../../core/measures/schemas.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import { plan, row } from '../../support/a-form.ts';
import { aLevel, anEachAgency, aRate, aShare, aStatedRate } from '../../support/an-indicator.ts';

const SET_OUT = '2026-11-14' as Day;
/** The row is due 400 days after it set out. */
const [NO_DAY, QUARTER_LESS_A_DAY, QUARTER, HALF] = ['2026-11-14', '2027-02-21', '2027-02-22', '2027-06-02'];

const setOutAt = (percent: number): ExactBase => ({ shown: { percent, at: SET_OUT }, value: fromDecimal(percent) });
const paceAt = (verdict: Verdict, base: number | null, [value, target]: readonly [number, number], at = HALF) =>
  paceOf(aRate(target), {
    verdict,
    judged: { value: fromDecimal(value) },
    base: base === null ? null : setOutAt(base),
    at: at as Day,
    plan,
  });

test.each<[Verdict, number | null, number, Pace | null]>([
  ['met', 95, 96, 'maintain'],
  ['met', 97, 96, 'maintain'],
  ['met', 94.99, 96, 'achieved'],
  ['met', null, 96, 'achieved'],
  ['below', null, 90, 'no-basis'],
  ['below', 95, 90, 'backward'],
  ['below', 97, 94.99, 'backward'],
  ['missed', 80, 90, null],
  ['missed', null, 90, null],
  ['missed', 97, 90, null],
  ['not-due', 80, 90, null],
  ['not-reported', 80, 90, null],
  ['nothing-arose', 80, 90, null],
])('a row that is %s of a target of 95 %%, set out from %p and now at %d %%, has the pace %p', (verdict, base, value, wanted) => {
  expect(paceAt(verdict, base, [value, 95])).toBe(wanted);
});

test.each<Verdict>(['met', 'below', 'missed', 'not-reported'])('a row without a figure has no pace (%s)', (verdict) => {
  expect(paceOf(aRate(95), { verdict, judged: null, base: setOutAt(90), at: HALF as Day, plan })).toBeNull();
});

test.each([
  [NO_DAY, 'too-early'],
  [QUARTER_LESS_A_DAY, 'too-early'],
  [QUARTER, 'backward'],
  [HALF, 'backward'],
])('the pace of a row is not judged before a quarter of its days has gone (%s)', (at, wanted) => {
  expect(paceAt('below', 20, [10, 100], at)).toBe(wanted);
});

test('a row already above its target when it set out goes backward, however early that is', () => {
  expect(paceAt('below', 95, [90, 95], QUARTER_LESS_A_DAY)).toBe('backward');
});

test.each([
  [60, 'on-track'],
  [58, 'on-track'],
  [57.99, 'accelerate'],
  [44, 'accelerate'],
  [43.99, 'slow'],
  [20, 'slow'],
  [19.99, 'backward'],
])('from 20 %% to 100 %%, with 60 %% expected half way, %d %% is %s', (value, wanted) => {
  expect(paceAt('below', 20, [value, 100])).toBe(wanted);
});

test.each([
  [94.51, 'on-track'],
  [94.5, 'slow'],
  [94, 'slow'],
])('less than half a point behind the expected 95 %% is on track, half a point is not: %d %% is %s', (value, wanted) => {
  expect(paceAt('below', 94, [value, 96])).toBe(wanted);
});

test('what is expected grows by the days that have gone: 40 % is on track after a quarter, and no longer after a half', () => {
  expect([paceAt('below', 20, [40, 100], QUARTER), paceAt('below', 20, [40, 100], HALF)]).toEqual(['on-track', 'slow']);
});

test.each<[Verdict, number, Pace | null]>([
  ['met', 4, 'achieved'],
  ['below', 2, null],
  ['missed', 2, null],
])('a level that is %s (%d) has the pace %p', (verdict, level, wanted) => {
  expect(paceOf(aLevel(3), { verdict, judged: { value: fraction(level) }, base: null, at: HALF as Day, plan })).toBe(wanted);
});

const [OLD, NEW] = ['PL1.I.1.3', 'PL1.II.1.1'];
const lastMatrix = (...rows: [id: string, result: RowResult | null, base?: IndicatorRow['base']][]) =>
  ({ period: '2027', indicators: rows.map(([id, result, base = null]) => ({ id, result, base })) }) as unknown as Matrix;
const named = (indicator: Indicator, id: string, continues?: string): Indicator => ({
  ...indicator,
  id: row(id),
  ...(continues && { continues: row(continues) }),
});
const baseFrom = (indicator: Indicator, previous: Matrix | null) => baseOf(indicator, previous, plan)?.shown ?? null;

test.each<[string, Indicator, RowResult, number]>([
  ['a rate', aRate(95), { numerator: 3, denominator: 4 }, 75],
  ['a stated rate', aStatedRate(95), { numerator: 1, denominator: 8 }, 12.5],
  ['a share', aShare(100), { yes: 2, obliged: 5 }, 40],
  ['each agency’s rate', anEachAgency(25), { meeting: 1, obliged: 10, numerator: 3, denominator: 4 }, 10],
])('the base of %s is the last result as percent, on the last cut-off day', (_, indicator, result, percent) => {
  expect(baseFrom(named(indicator, OLD), lastMatrix([OLD, result]))).toEqual({ percent, at: '2027-11-14' });
});

test('a row’s own base stays: neither its last result nor the continued row takes its place', () => {
  const kept = { percent: 61.5, at: '2026-11-14' as Day };
  const previous = lastMatrix([OLD, { numerator: 1, denominator: 2 }], [NEW, { numerator: 3, denominator: 4 }, kept]);
  const base = baseOf(named(aRate(95), NEW, OLD), previous, plan);
  expect([base?.shown, base?.value]).toEqual([kept, { num: 615n, den: 10n }]);
});

test.each<[string, Matrix | null, IndicatorRow['base']]>([
  [
    'the row’s result goes before that of the row it continues',
    lastMatrix([OLD, { numerator: 1, denominator: 2 }], [NEW, { numerator: 3, denominator: 4 }]),
    { percent: 75, at: '2027-11-14' as Day },
  ],
  [
    'without its own result the continued row’s counts',
    lastMatrix([OLD, { numerator: 1, denominator: 2 }], [NEW, null]),
    { percent: 50, at: '2027-11-14' as Day },
  ],
  [
    'a row that is new in the plan takes that of the row it continues',
    lastMatrix([OLD, { numerator: 1, denominator: 2 }]),
    { percent: 50, at: '2027-11-14' as Day },
  ],
  ['the continued row’s own base is not taken', lastMatrix([OLD, null, { percent: 61.5, at: '2026-11-14' as Day }], [NEW, null]), null],
  ['no result in either row is no base', lastMatrix([OLD, null], [NEW, null]), null],
  ['neither row in the last matrix is no base', lastMatrix(), null],
  ['no last matrix is no base', null, null],
  ['a level is no base', lastMatrix([NEW, { level: 3 }]), null],
])('%s', (_, previous, wanted) => {
  expect(baseFrom(named(aRate(95), NEW, OLD), previous)).toEqual(wanted);
});

test('a row that continues none and has no result has no base', () => {
  expect(baseFrom(named(aRate(95), NEW), lastMatrix([OLD, { numerator: 1, denominator: 2 }], [NEW, null]))).toBeNull();
});

test('a level has no base, whatever the last matrix holds', () => {
  const previous = lastMatrix([OLD, { numerator: 1, denominator: 2 }], [NEW, { level: 3 }, { percent: 50, at: '2026-11-14' as Day }]);
  expect(baseFrom(named(aLevel(3), NEW, OLD), previous)).toBeNull();
});
