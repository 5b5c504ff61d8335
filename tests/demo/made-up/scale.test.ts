import { obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { type IndicatorEntry, Report } from '../../../core/report.ts';
import { madeUpAgencies } from '../../../demo/made-up/made-up-agencies.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

describe('a made-up country of agencies', () => {
  test('has as many agencies as asked for, ids and names all different', () => {
    const agencies = madeUpAgencies(3400);
    expect(agencies).toHaveLength(3400);
    expect(new Set(agencies.map(({ id }) => id)).size).toBe(3400);
    expect(new Set(agencies.map(({ name }) => name)).size).toBe(3400);
    expect(madeUpAgencies(16).every(({ kind }) => kind === 'provincial')).toBe(true);
  });

  test('gives each agency a full and faultless report', () => {
    const obligations = obligationsOf(defaultPlan(), madeUpAgencies(400), Period.parse('2026'));
    for (const agency of obligations.agencies) {
      const report = Report.parse(plainReport(obligations, agency));
      const { indicators, tasks } = owedBy(obligations, agency.id);
      expect(Object.keys(report.indicators)).toEqual(indicators.map(({ id }) => id));
      expect(tasks.filter(({ id }) => !report.tasks[id])).toEqual([]);
      const entries = Object.values(report.indicators) as IndicatorEntry[];
      expect(entries.filter(({ numerator = 0, denominator = 0 }) => numerator > denominator)).toEqual([]);
      expect(entries.filter(({ state }) => state === 'no-figure')).toEqual([]);
    }
  });
});
