import fc from 'fast-check';
import type { AgencyId } from '../../../core/agency.ts';
import { addUp } from '../../../core/consolidate/measures.ts';
import { EMPTY_TALLY, mergeTallies, tallyCell } from '../../../core/consolidate/tally.ts';
import type { IndicatorCell } from '../../../core/matrix.ts';
import { obligationsIn, plan } from '../../support/a-form.ts';
import { matrixOf, someReports } from '../../support/some-reports.ts';

const RUNS = { numRuns: 60 };

test.each(['2026', '2028'])('the order of the reports does not matter (%s)', (period) => {
  fc.assert(
    fc.property(
      someReports(period).chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))),
      ([reports, shuffled]) => {
        expect(JSON.stringify(matrixOf(shuffled, obligationsIn(period)))).toBe(JSON.stringify(matrixOf(reports, obligationsIn(period))));
      },
    ),
    RUNS,
  );
});

test('one more reported cell changes only its own row', () => {
  fc.assert(
    fc.property(someReports('2026'), fc.nat(), (reports, pick) => {
      const report = reports[pick % Math.max(1, reports.length)];
      const rows = Object.keys(report?.indicators ?? {});
      const dropped = rows[pick % Math.max(1, rows.length)];
      fc.pre(report !== undefined && dropped !== undefined && rows.length > 1);
      const fewer = reports.map((one) =>
        one === report ? { ...one, indicators: Object.fromEntries(Object.entries(one.indicators).filter(([id]) => id !== dropped)) } : one,
      );
      const [more, less] = [matrixOf(reports, obligationsIn('2026')), matrixOf(fewer, obligationsIn('2026'))];
      const changed = more.indicators.filter((one, k) => JSON.stringify(one) !== JSON.stringify(less.indicators[k])).map(({ id }) => id);
      expect(changed).toEqual([dropped]);
      expect(less.tasks).toEqual(more.tasks);
    }),
    RUNS,
  );
});

const aCell: fc.Arbitrary<IndicatorCell> = fc.oneof(
  fc
    .tuple(fc.nat(1e9), fc.nat(1e9))
    .map(([a, b]): IndicatorCell => ({ state: 'reported', numerator: Math.min(a, b), denominator: Math.max(a, b) + 1 })),
  fc.constantFrom<IndicatorCell>(
    { state: 'nothing-arose' },
    { state: 'no-figure' },
    { state: 'not-reported' },
    { state: 'reported', value: true },
  ),
);

test.each(plan.indicators.map((indicator) => [indicator.id, indicator] as const))(
  'parts added up apart and merged are the whole (%s)',
  (_, indicator) => {
    const tally = (cells: readonly IndicatorCell[], from: number) =>
      cells
        .map((cell, k) => tallyCell(indicator, (k + from === 3 ? 'VPUB' : `A${k + from}`) as AgencyId, cell))
        .reduce(mergeTallies, EMPTY_TALLY);
    fc.assert(
      fc.property(fc.array(aCell, { maxLength: 12 }), fc.nat(12), (cells, cut) => {
        const merged = mergeTallies(tally(cells.slice(cut), Math.min(cut, cells.length)), tally(cells.slice(0, cut), 0));
        expect(merged).toEqual(tally(cells, 0));
      }),
      { numRuns: 40 },
    );
  },
);

test('a verdict never depends on rounding', () => {
  const indicator = plan.indicators.find(({ id }) => id === 'PL1.I.1.3');
  if (indicator?.measure.kind !== 'pooled-ratio') throw new Error('no pooled row');
  const { measure } = indicator;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000_000_000 }), fc.integer({ min: -3, max: 3 }), (twentieths, off) => {
      const denominator = twentieths * 20;
      const numerator = Math.min(denominator, Math.max(0, twentieths * 19 + off));
      const outcome = addUp(measure, tallyCell(indicator, 'A' as AgencyId, { state: 'reported', numerator, denominator }));
      expect(outcome?.met).toBe(BigInt(numerator) * 100n >= 95n * BigInt(denominator));
    }),
  );
});
