import type { Day } from '../../../core/day.ts';
import type { Finding } from '../../../core/findings/finding.ts';
import type { Matrix } from '../../../core/matrix.ts';
import { oncePerValue } from '../../../core/once.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../../../core/report.ts';
import { checkReport } from '../../../core/rules/check-report.ts';
import { lastFigures } from '../../../core/rules/last-figure.ts';
import { equalReports } from '../../../core/rules/same-as-another.ts';
import { aForm, obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';

// Each rule at the very edge of what it finds, with all that it says: where, and by which facts.
const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const LEVEL = plan.indicators.find(({ measure }) => measure.kind === 'share-of-agencies')!.id;

const filledIn = oncePerValue(2, (period: string): Report => aForm(TINH_KHE, period).filled().read().report!);
const filled = (period = '2026'): Report => filledIn(period);
const counts = (numerator: number | undefined, denominator: number | undefined, more: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  state: 'reported',
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
  ...more,
});

interface Around {
  readonly previous?: Matrix;
  readonly today?: Day;
  readonly unread?: string;
}

/** All that is found of one row, when its entry is this. */
function foundOf(id: string, entry: IndicatorEntry | TaskEntry, { previous, today, unread }: Around = {}): Partial<Finding>[] {
  const period = previous ? '2027' : '2026';
  const report = filled(period);
  const changed = id.startsWith('PL1')
    ? { ...report, indicators: { ...report.indicators, [id]: entry as IndicatorEntry } }
    : { ...report, tasks: { ...report.tasks, [id]: entry as TaskEntry } };
  const findings = checkReport(changed, {
    obligations: obligationsIn(period),
    agency: TINH_KHE,
    unread: new Set(unread ? [row(unread)] : []),
    previous: previous ?? null,
    ...(today && { today }),
  });
  return findings.filter((one) => one.row === id).map(({ rule, field, facts }) => ({ rule, field, facts }) as Partial<Finding>);
}

test.each<[string, IndicatorEntry, unknown[]]>([
  ['a part as large as its whole', counts(10, 10), []],
  [
    'a part above its whole',
    counts(11, 10),
    [{ rule: 'part-within-whole', field: 'numerator', facts: { numerator: 11, denominator: 10 } }],
  ],
  [
    'a part above its whole beside no figure',
    counts(11, 10, { state: 'no-figure', explanation: 'Đang rà soát' }),
    [{ rule: 'no-figure-with-figure', field: 'state', facts: {} }],
  ],
  ['nought of nought', counts(0, 0), [{ rule: 'whole-not-zero', field: 'denominator', facts: {} }]],
  ['a part of nought', counts(5, 0), [{ rule: 'whole-not-zero', field: 'denominator', facts: {} }]],
  ['a whole of nought alone', counts(undefined, 0), [{ rule: 'both-counts', field: 'numerator', facts: { missing: 'numerator' } }]],
  ['nought of nought where nothing arose', counts(0, 0, { state: 'nothing-arose' }), []],
  ['a part alone', counts(5, undefined), [{ rule: 'both-counts', field: 'denominator', facts: { missing: 'denominator' } }]],
  [
    'a part alone where there is no figure',
    counts(5, undefined, { state: 'no-figure', explanation: 'Chưa chốt' }),
    [{ rule: 'no-figure-with-figure', field: 'state', facts: {} }],
  ],
  ['a whole alone', counts(undefined, 10), [{ rule: 'both-counts', field: 'numerator', facts: { missing: 'numerator' } }]],
  ['no counts at all', counts(undefined, undefined), [{ rule: 'figure-needed', field: 'numerator', facts: { of: 'counts' } }]],
  [
    'nothing arose beside a part',
    counts(5, undefined, { state: 'nothing-arose' }),
    [{ rule: 'nothing-arose-with-figure', field: 'state', facts: {} }],
  ],
  [
    'nothing arose beside a whole',
    counts(0, 5, { state: 'nothing-arose' }),
    [{ rule: 'nothing-arose-with-figure', field: 'state', facts: {} }],
  ],
  [
    'nothing arose beside an answer',
    { state: 'nothing-arose', value: false },
    [{ rule: 'nothing-arose-with-figure', field: 'state', facts: {} }],
  ],
  ['no figure without a reason', { state: 'no-figure' }, [{ rule: 'no-figure-explained', field: 'explanation', facts: {} }]],
])('%s', (_, entry, wanted) => {
  expect(foundOf(A, entry)).toEqual(wanted);
});

test('a row of which a cell could not be read is not judged by its figures', () => {
  expect(foundOf(A, counts(11, 10), { unread: A })).toEqual([]);
});

test('an answer that is missing is asked for in the column of answers', () => {
  expect(foundOf(LEVEL, { state: 'reported' })).toEqual([{ rule: 'figure-needed', field: 'value', facts: { of: 'answer' } }]);
});

test.each<[string, TaskEntry, unknown[]]>([
  ['a finished task at a hundred', { status: 'done', percent: 100, document: '1/BC' }, []],
  [
    'a finished task at 99',
    { status: 'done', percent: 99, document: '1/BC' },
    [{ rule: 'progress-fits-status', field: 'percent', facts: { status: 'Hoàn thành', percent: 99 } }],
  ],
  ['a finished task without a share', { status: 'done', document: '1/BC' }, []],
  ['a task not begun at nought', { status: 'not-started', percent: 0 }, []],
  [
    'a task not begun at one',
    { status: 'not-started', percent: 1 },
    [{ rule: 'progress-fits-status', field: 'percent', facts: { status: 'Chưa triển khai', percent: 1 } }],
  ],
  ['a task under way at a hundred', { status: 'in-progress', percent: 100 }, []],
  ['a finished task without a document', { status: 'done', percent: 100 }, [{ rule: 'done-with-evidence', field: 'document', facts: {} }]],
  [
    'a finished task with words alone',
    { status: 'done', percent: 100, summary: 'Đã ban hành' },
    [{ rule: 'done-with-evidence', field: 'document', facts: {} }],
  ],
])('%s', (_, entry, wanted) => {
  expect(foundOf(T, entry)).toEqual(wanted);
});

test('a document of the day of reading is none of a day to come; without that day nothing is said', () => {
  const today = '2026-11-20' as Day;
  const issued = (issuedOn: string) => ({ status: 'in-progress', issuedOn: issuedOn as Day }) as TaskEntry;
  expect(foundOf(T, issued('2026-11-20'), { today })).toEqual([]);
  expect(foundOf(T, issued('2026-11-21'))).toEqual([]);
  expect(foundOf(T, { status: 'in-progress' }, { today })).toEqual([]);
  expect(foundOf(T, issued('2026-11-21'), { today })).toEqual([
    { rule: 'date-ahead', field: 'issuedOn', facts: { date: '21/11/2026', today: '20/11/2026' } },
  ]);
});

const last = (numerator: number | undefined, denominator: number): Matrix =>
  ({ period: '2026', indicators: [{ id: A, cells: { [TINH_KHE]: { state: 'reported', numerator, denominator } } }] }) as unknown as Matrix;

test('a fall of ten points since the last period is named, of less it is not', () => {
  const previous = last(80, 100);
  expect(foundOf(A, counts(70, 100), { previous })).toEqual([
    { rule: 'fell-since-last-period', field: 'explanation', facts: { points: '10', before: '80%', now: '70%', period: '2026' } },
  ]);
  expect(foundOf(A, counts(701, 1000), { previous })).toEqual([]);
  expect(foundOf(A, counts(90, 100), { previous })).toEqual([]);
  expect(foundOf(A, counts(0, 100, { explanation: 'Đổi cách khảo sát' }), { previous })).toEqual([]);
});

test('a fall is named from a whole of twenty on, then and now; a last whole without its part says nothing', () => {
  expect(foundOf(A, counts(0, 100), { previous: last(20, 20) }).map(({ rule }) => rule)).toEqual(['fell-since-last-period']);
  expect(foundOf(A, counts(0, 100), { previous: last(19, 19) })).toEqual([]);
  expect(foundOf(A, counts(0, 20), { previous: last(100, 100) }).map(({ rule }) => rule)).toEqual(['fell-since-last-period']);
  expect(foundOf(A, counts(0, 19), { previous: last(100, 100) })).toEqual([]);
  expect(foundOf(A, counts(0, 100), { previous: last(undefined, 100) })).toEqual([]);
  expect(foundOf(A, counts(undefined, 100), { previous: last(90, 100) }).map(({ rule }) => rule)).toEqual(['both-counts']);
});

test('a change a hundredfold says from where to where', () => {
  expect(foundOf(A, counts(9_000, 10_000), { previous: last(90, 100) })).toEqual([
    { rule: 'changed-hundredfold', field: 'explanation', facts: { before: 100, now: 10_000, period: '2026', explained: false } },
  ]);
});

test('an own last whole of nought is none: the row that this one continues is asked', () => {
  const continuing = plan.indicators.find(({ continues }) => continues)!;
  const cells = (numerator: number, denominator: number) => ({ [TINH_KHE]: { state: 'reported', numerator, denominator } });
  const lastOf = (own: [number, number] | null, former: [number, number] | null) =>
    lastFigures(
      {
        indicators: [
          { id: continuing.id, cells: own ? cells(...own) : {} },
          { id: continuing.continues, cells: former ? cells(...former) : {} },
        ],
      } as unknown as Matrix,
      TINH_KHE,
    );
  expect(lastOf([1, 2], [3, 4])(continuing)).toEqual({ numerator: 1, denominator: 2 });
  expect(lastOf([0, 0], [3, 4])(continuing)).toEqual({ numerator: 3, denominator: 4 });
  expect(lastOf(null, [3, 4])(continuing)).toEqual({ numerator: 3, denominator: 4 });
  expect(lastOf([1, 2], [0, 0])(plan.indicators.find(({ id }) => id === continuing.continues)!)).toBeNull();
  expect(lastOf(null, null)(continuing)).toBeNull();
  expect(lastFigures({ indicators: [] } as unknown as Matrix, TINH_KHE)(continuing)).toBeNull();
});

const reported = (agency: string, entries: readonly IndicatorEntry[]): Report => ({
  plan: plan.id,
  period: '2026' as Report['period'],
  agency: agency as AgencyId,
  indicators: Object.fromEntries(entries.map((entry, k) => [plan.indicators[k]!.id, entry])),
  tasks: {},
});
const twins = (entries: readonly IndicatorEntry[], others: readonly IndicatorEntry[] = entries) =>
  [...equalReports([reported('A', entries), reported('B', others)], (id) => `cơ quan ${id}`)].map(([agency, { rule, facts }]) => [
    agency,
    rule,
    facts,
  ]);

test('two agencies are named as equal from four rows of counts on, of wholes from ten on', () => {
  const four = [counts(1, 10), counts(2, 11), counts(3, 12), counts(4, 13)];
  const named = (rows: number) => [
    ['B', 'same-as-another', { agency: 'cơ quan A', rows }],
    ['A', 'same-as-another', { agency: 'cơ quan B', rows }],
  ];
  expect(twins(four)).toEqual(named(4));
  expect(twins(four.slice(1))).toEqual([]);
  expect(twins([...four.slice(1), counts(1, 9)])).toEqual([]);
  expect(twins([...four.slice(1), counts(undefined, 10)])).toEqual([]);
  expect(twins([...four.slice(1), counts(1, 10, { state: 'no-figure' })])).toEqual([]);
  expect(twins([...four.slice(1), { state: 'reported', value: 3 }])).toEqual([]);
  // What is not counted may differ; what is counted may not.
  expect(twins([...four, counts(1, 9)], [...four, counts(2, 9)])).toEqual(named(4));
  expect(twins(four, [...four.slice(0, 3), counts(5, 13)])).toEqual([]);
});

test('the order of the rows in a report does not hide a copy, and the first named stays with its first twin', () => {
  const one = reported('A', [counts(1, 10), counts(2, 11), counts(3, 12), counts(4, 13)]);
  const turned = (agency: string): Report => ({
    ...one,
    agency: agency as AgencyId,
    indicators: Object.fromEntries(Object.entries(one.indicators).reverse()),
  });
  const found = equalReports([one, turned('B'), turned('C')], (id) => id);
  expect([...found].map(([agency, { facts }]) => [agency, facts])).toEqual([
    ['B', { agency: 'A', rows: 4 }],
    ['A', { agency: 'B', rows: 4 }],
    ['C', { agency: 'A', rows: 4 }],
  ]);
});
