import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { IndicatorEntry, Report } from '../../../core/report.ts';
import { heavyReports } from '../../../core/rules/outweighs-others.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { madeUpInbox } from '../../../demo/made-up/inbox.ts';
import { obligationsIn, plan, row } from '../../support/a-form.ts';

const POOLED = row('PL1.I.1.3');
const obligations = obligationsIn('2026');

/** Reports of the first agencies that owe a row, each with this entry in it. */
const reports = (entries: readonly (IndicatorEntry | null)[], id = POOLED, period = '2026'): Report[] =>
  entries.map((entry, k) => ({
    plan: plan.id,
    period: period as Period,
    agency: obligationsIn(period)
      .reporters.get(id)!
      .at(-1 - k)!,
    indicators: entry ? { [id]: entry } : {},
    tasks: {},
  }));
const [first] = reports([null]).map(({ agency }) => agency);
const of = (denominator: number): IndicatorEntry => ({ state: 'reported', numerator: 0, denominator });
const heavy = (entries: readonly (IndicatorEntry | null)[], id = POOLED, period = '2026'): AgencyId[] => [
  ...heavyReports(reports(entries, id, period), obligationsIn(period)).keys(),
];

test('a denominator above those of all four others together is named; an equal one is not', () => {
  expect(heavy([of(41), of(10), of(10), of(10), of(10)])).toEqual([first]);
  expect(heavy([of(40), of(10), of(10), of(10), of(10)])).toEqual([]);
});

test('among four reported figures nobody is named: nothing arose, no figure and silence are no figures', () => {
  const four = [of(905_123_456), of(10), of(10), of(10)];
  expect(heavy(four)).toEqual([]);
  expect(heavy([...four, null, { state: 'nothing-arose' }, { state: 'no-figure', explanation: 'Đang rà soát' }])).toEqual([]);
  expect(heavy([...four, of(0)])).toEqual([first]);
});

test('counts are held against counts, whatever the result is made of: not answers of yes or no', () => {
  const kinds = (period: string, wanted: (named: number) => boolean) =>
    plan.indicators
      .filter(({ id }) => (obligationsIn(period).reporters.get(id) ?? []).length >= 5)
      .filter(({ id }) => wanted(heavy([of(1000), of(1), of(1), of(1), of(1)], id, period).length))
      .map(({ measure }) => measure.kind);
  const years = ['2026', '2028'];
  expect(new Set(years.flatMap((year) => kinds(year, (named) => named === 1)))).toEqual(
    new Set(['pooled-ratio', 'each-agency', 'stated-ratio']),
  );
  expect(new Set(years.flatMap((year) => kinds(year, (named) => named === 0)))).toEqual(new Set(['share-of-agencies']));
});

test('what one agency states for the province is neither heavy nor makes another light', () => {
  const stated = row('PL1.I.1.1');
  const office = { ...reports([of(905_123_456)], stated)[0]!, agency: 'VPUB' as AgencyId };
  const names = (own: readonly number[]) =>
    [...heavyReports([office, ...reports(own.map(of), stated)], obligations)].flatMap(([agency, all]) =>
      all.map(({ facts }) => ({ agency, facts })),
    );
  expect(names([10, 10, 10, 10, 10])).toEqual([]);
  expect(names([41, 10, 10, 10])).toEqual([]);
  expect(names([41, 10, 10, 10, 10])).toEqual([{ agency: first, facts: { denominator: 41, others: 40, reported: 4 } }]);
});

test('a figure of an agency that does not owe the row is not compared', () => {
  const stranger = { ...reports([of(905_123_456)])[0]!, agency: 'VPUB' as AgencyId };
  const five = reports([of(10), of(10), of(10), of(10), of(10)]);
  const without = { ...obligations, reporters: new Map([[POOLED, five.map(({ agency }) => agency)]]) };
  expect([...heavyReports([stranger, ...five], obligations).keys()]).toEqual(['VPUB']);
  expect([...heavyReports([stranger, ...five], without)]).toEqual([]);
});

test('the sentence names the figure, the others’ sum and what it may be instead', () => {
  const [found] = [...heavyReports(reports([of(905_123_456), of(1000), of(1000), of(1000), of(1000)]), obligations).values()].flat();
  expect([found?.row, found?.field, found?.severity]).toEqual([POOLED, 'denominator', 'warning']);
  expect(found && sentenceOf(found)).toBe(
    'Mẫu số (905.123.456) lớn hơn tổng mẫu số của 4 đơn vị khác cộng lại (4.000). Kiểm tra xem có nhập nhầm số khác, như số điện thoại, vào ô này không.',
  );
});

test('among the made-up reports, as far apart in size as real ones, only these figures stand out', () => {
  const found = ['2026', '2027', '2028'].flatMap((period) => {
    const under = obligationsIn(period);
    const sent = madeUpInbox(under).files.map(({ report }) => report);
    return [...heavyReports(sent, under)].flatMap(([agency, all]) => all.map((one) => `${period} ${agency} ${one.row}`));
  });
  expect(found).toEqual([]);
});
