import { consolidate, type Received } from '../../core/consolidating/consolidate.ts';
import type { Matrix } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { owedBy } from '../../core/plan/obligations.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import { obligationsIn } from './a-form.ts';
import { fc } from './properties.ts';

export const AT = new Date('2026-11-23T03:00:00Z');

export const received = (report: Report): Received => ({ report, source: { file: `${report.agency}.xlsx` }, cells: new Map() });

export const matrixOf = (
  reports: readonly Report[],
  obligations: Obligations,
  over: { at?: Date; previous?: Matrix | null } = {},
): Matrix => consolidate({ obligations, received: reports.map(received), at: over.at ?? AT, previous: over.previous ?? null });

/** An answer to one row of any kind, boundary values included. */
const anEntry = (indicator: Indicator): fc.Arbitrary<IndicatorEntry> => {
  const counts = fc
    .tuple(fc.constantFrom(1, 4, 20, 100, 1000, 1_000_000_000), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, share]): IndicatorEntry => ({ state: 'reported', numerator: Math.floor(denominator * share), denominator }));
  const figures: Record<string, fc.Arbitrary<IndicatorEntry>> = {
    counts,
    answer: fc.boolean().map((value): IndicatorEntry => ({ state: 'reported', value })),
    level: fc.integer({ min: 1, max: 5 }).map((value): IndicatorEntry => ({ state: 'reported', value })),
  };
  const figure = figures[measureOf(indicator).figure.name] ?? counts;
  return fc.oneof(
    { weight: 6, arbitrary: figure },
    fc.constant<IndicatorEntry>({ state: 'nothing-arose' }),
    fc.constant<IndicatorEntry>({ state: 'no-figure', explanation: 'Đang rà soát' }),
  );
};

/** Reports of some agencies of a period, each answering some of its rows. */
export const someReports = (period: string): fc.Arbitrary<Report[]> => {
  const obligations = obligationsIn(period);
  const agencies = obligations.agencies.filter(({ id }, k) => k < 18 || id === 'CAT');
  return fc.subarray(agencies).chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ id }) => {
        const { indicators, tasks } = owedBy(obligations, id);
        return fc
          .tuple(
            fc.tuple(...indicators.map((row) => fc.option(anEntry(row), { nil: undefined }))),
            fc.tuple(
              ...tasks.map(() => fc.constantFrom(undefined, 'done', 'in-progress', 'not-started', 'not-relevant', 'awaiting-guidance')),
            ),
          )
          .map(
            ([entries, statuses]): Report => ({
              plan: obligations.plan.id,
              period: obligations.period,
              agency: id,
              indicators: Object.fromEntries(indicators.flatMap((row, k) => (entries[k] ? [[row.id, entries[k]]] : []))),
              tasks: Object.fromEntries(tasks.flatMap((row, k) => (statuses[k] ? [[row.id, { status: statuses[k] }]] : []))),
            }),
          );
      }),
    ),
  );
};
