import { rowOutcome } from '../../../core/consolidating/outcome.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { obligationsIn, plan } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
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

test('a verdict never depends on rounding', () => {
  const indicator = plan.indicators.find(({ id }) => id === 'PL1.I.1.3');
  if (!indicator) throw new Error('no such row');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000_000_000 }), fc.integer({ min: -3, max: 3 }), (twentieths, off) => {
      const denominator = twentieths * 20;
      const numerator = Math.min(denominator, Math.max(0, twentieths * 19 + off));
      const { judged } = rowOutcome(indicator, [['A' as AgencyId, { state: 'reported', numerator, denominator }]]);
      expect(judged?.isMet).toBe(BigInt(numerator) * 100n >= 95n * BigInt(denominator));
    }),
  );
});
