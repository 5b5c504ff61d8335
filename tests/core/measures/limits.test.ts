import { indicatorRow } from '../../../core/consolidating/indicator-row.ts';
import { shortfalls } from '../../../core/consolidating/shortfall.ts';
import type { IndicatorCell, Matrix } from '../../../core/matrix.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { Measure } from '../../../core/measures/schemas.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { obligationsOf } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { Indicator, type Plan } from '../../../core/plan/plan.ts';
import { agencies, plan } from '../../support/a-form.ts';
import { aCappedRate, anEachAgency, anIndicator, answered, aRate, counted, outcomeWith } from '../../support/an-indicator.ts';
import { fc } from '../../support/properties.ts';

const TEXTS = { numerator: 'Số đạt', denominator: 'Tổng số' };
const [STC, SNV, VPUB] = ['STC', 'SNV', 'VPUB'] as AgencyId[];

test('a rate at its upper bound is met, a hair above it is not', () => {
  expect(outcomeWith(aCappedRate(1.5), [counted(15, 1000)]).judged?.isMet).toBe(true);
  expect(outcomeWith(aCappedRate(1.5), [counted(15_001, 1_000_000)]).judged?.isMet).toBe(false);
  expect(outcomeWith(aCappedRate(0), [counted(0, 10)]).judged?.isMet).toBe(true);
});

test('what is said of an upper bound is true of it', () => {
  const judgedOf = (numerator: number) => outcomeWith(aCappedRate(1.5), [counted(numerator, 1000)]).judged;
  expect(judgedOf(12)?.metSentence('toàn tỉnh')).toBe('Kết quả toàn tỉnh là 1,2% (12/1.000), không vượt mức tối đa 1,5%.');
  expect(judgedOf(20)?.gapSentence({ due: aCappedRate(1).due, yearsLeft: null }, 'toàn tỉnh')).toBe(
    'Kết quả toàn tỉnh là 2% (20/1.000), cao hơn mức tối đa 1,5% là 0,5 điểm phần trăm; vượt 5 ở tử số; chỉ tiêu đến hạn 19/12/2027.',
  );
});

test('agencies above an upper bound pull it down, those below do not', () => {
  const cells: [AgencyId, IndicatorCell][] = [
    [STC!, counted(1, 100)],
    [SNV!, counted(5, 100)],
    [VPUB!, counted(9, 100)],
  ];
  expect(shortfalls(aCappedRate(2), cells)).toEqual([
    { agency: VPUB, units: 7 },
    { agency: SNV, units: 3 },
  ]);
});

test('of a share with an upper bound a no counts for it', () => {
  const share = anIndicator({ kind: 'share-of-agencies', op: 'at-most', atMostPercent: 50, ...TEXTS });
  expect(outcomeWith(share, [answered(true), answered(false)]).judged?.isMet).toBe(true);
  expect([true, false].map((value) => measureOf(share).reaches({ value }, null))).toEqual([false, true]);
});

test('a ratio has the bound that its op asks for, and no other', () => {
  const isRight = (over: object) => Measure.safeParse({ kind: 'pooled-ratio', ...TEXTS, ...over }).success;
  expect([
    isRight({ atLeastPercent: 5 }),
    isRight({ op: 'at-least', atLeastPercent: 5 }),
    isRight({ op: 'at-most', atMostPercent: 5 }),
    isRight({}),
    isRight({ op: 'at-most', atLeastPercent: 5 }),
    isRight({ atLeastPercent: 5, atMostPercent: 9 }),
    isRight({ op: 'between', atLeastPercent: 5 }),
  ]).toEqual([true, true, true, false, false, false, false]);
});

const rowIn = (indicator: Indicator, year: string, cells: readonly IndicatorCell[], previous: Matrix | null = null) => {
  const own: Plan = { ...plan, indicators: [{ ...indicator, reporters: ['STC', 'SNV', 'VPUB', 'CAT'].slice(0, cells.length) }] };
  const obligations = obligationsOf(own, agencies, Period.parse(year));
  const asked = obligations.reporters.get(indicator.id) ?? [];
  const inOrder = ['STC', 'SNV', 'VPUB', 'CAT'];
  const row = indicatorRow(obligations.plan.indicators[0]!, (agency) => cells[inOrder.indexOf(agency)], { obligations, previous });
  return { ...row, asked };
};
const asMatrix = (row: ReturnType<typeof rowIn>, period: string): Matrix => ({
  plan: plan.id,
  period: Period.parse(period),
  asOf: `${period}-11-30T00:00:00Z`,
  agencies: { obliged: 0, received: 0, missing: [] },
  indicators: [row],
  tasks: [],
});

test('an upper bound is the mirror of a lower one: verdict, gap and pace', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(1000), fc.nat(1000)),
      fc.constantFrom('2026', '2027'),
      ([percent, before, now], year) => {
        const mirrored = (indicator: Indicator, of: (part: number) => number) => {
          const first = rowIn(indicator, '2026', [counted(of(before), 1000)]);
          const last =
            year === '2026'
              ? first
              : rowIn({ ...indicator, due: '2029-12-31' as Indicator['due'] }, year, [counted(of(now), 1000)], asMatrix(first, '2026'));
          return [last.verdict, last.gapPoints, last.pace];
        };
        expect(mirrored(aCappedRate(percent), (part) => part)).toEqual(mirrored(aRate(100 - percent), (part) => 1000 - part));
      },
    ),
  );
});

test('a period with a target of its own is met or missed by it, never still below', () => {
  const row = { ...aRate(80), targets: { [Period.parse('2026')]: 60 } };
  const verdicts = (part: number) =>
    ['2026', '2027'].map((year) => rowIn({ ...row, due: '2028-12-31' as Indicator['due'] }, year, [counted(part, 100)]).verdict);
  expect([verdicts(59), verdicts(60), verdicts(80)]).toEqual([
    ['missed', 'below'],
    ['met', 'below'],
    ['met', 'met'],
  ]);
  expect(rowIn(row, '2026', [counted(50, 100)]).gapPoints).toBe(10);
});

test('a row due in an earlier year and not met stays missed', () => {
  expect(rowIn({ ...aRate(50), due: '2026-12-31' as Indicator['due'] }, '2027', [counted(1, 100)]).verdict).toBe('missed');
});

test('an agency with a level of its own is held against that', () => {
  const row = { ...anEachAgency(90), perAgency: { [STC!]: 95, [SNV!]: 80 } };
  const cells = [counted(92, 100), counted(82, 100), counted(91, 100)];
  expect(rowIn(row, '2026', cells).result).toEqual({ meeting: 2, obliged: 3, numerator: 265, denominator: 300 });
  expect(rowIn(row, '2026', cells).why.pulledDownBy).toEqual([STC]);
  expect(measureOf(row).method({ nameOf: (id) => id, whole: 'toàn tỉnh', agency: STC! })).toContain(
    'Từng cơ quan phải đạt từ 95% trở lên.',
  );
  expect(measureOf(row).method({ nameOf: (id) => id, whole: 'toàn tỉnh', agency: VPUB! })).toContain(
    'Từng cơ quan phải đạt từ 90% trở lên.',
  );
});

test('targets of its own are such as the measure can have', () => {
  const written = (over: object) =>
    Indicator.safeParse({ ...plan.indicators[2], ...over }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(written({ targets: { 2026: 60, 2027: 65.5 } })).toEqual([]);
  expect(written({ targets: { 2026: 160 } })).toEqual(['targets.2026']);
  expect(written({ perAgency: { STC: 60 } })).toEqual(['perAgency']);
  const number = { kind: 'number', from: 'sum', unit: 'km', decimals: 0, target: { op: 'between', value: 1, high: 2 } };
  expect(written({ measure: number, targets: { 2026: 1 } })).toEqual(['targets.2026']);
});
