import type { AgencyId } from '../../../core/plan/agency.ts';
import { obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { Plan } from '../../../core/plan/plan.ts';
import { cutOffOf, deadlineOf, firstPeriodOf, isPlanPeriod, periodsBefore, planPeriods, startOf } from '../../../core/plan/plan-periods.ts';
import { NO_SETTINGS, withSettings } from '../../../core/plan/settings.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

const seeds = defaultPlan();
const agencies = defaultAgencies();
const period = (text: string) => Period.parse(text);
const planWith = (reporting: object, everyOf: Readonly<Record<string, string>> = {}): Plan => {
  const rhythm = <R extends { readonly id: string }>(row: R) => ({ ...row, ...(everyOf[row.id] && { every: everyOf[row.id] }) });
  return Plan.parse({
    ...seeds,
    reporting: { ...seeds.reporting, ...reporting },
    indicators: seeds.indicators.map(rhythm),
    tasks: seeds.tasks.map(rhythm),
  });
};
const yearly = planWith({ from: '01-01', cutOff: '12-31', deadline: '+01-15', also: { quarter: { cutOff: -5, deadline: 10 } } });
const daysOf = (plan: Plan, text: string) => [startOf, cutOffOf, deadlineOf].map((day) => day(plan, period(text)));

test('a plan that says nothing has years alone', () => {
  expect(planPeriods(seeds)).toEqual(['2026', '2027', '2028', '2029', '2030']);
  expect([firstPeriodOf(seeds), isPlanPeriod(seeds, period('2026-Q1')), isPlanPeriod(seeds, period('2031'))]).toEqual([
    '2026',
    false,
    false,
  ]);
});

test('a plan of quarters opens its first quarter', () => {
  expect(firstPeriodOf(planWith({ every: 'quarter', from: undefined, cutOff: 0, deadline: 10 }))).toBe('2026-Q1');
});

test('each kind has its own days; a year that is cut off before it begins starts in the year before', () => {
  expect(daysOf(yearly, '2026')).toEqual(['2026-01-01', '2026-12-31', '2027-01-15']);
  expect(daysOf(yearly, '2026-Q2')).toEqual(['2026-04-01', '2026-06-25', '2026-07-10']);
  expect(daysOf(planWith({ from: '12-01', cutOff: '11-30', deadline: 0 }), '2026')).toEqual(['2025-12-01', '2026-11-30', '2026-12-31']);
  expect(daysOf(planWith({ every: 'month', from: undefined, cutOff: -3, deadline: 5 }), '2028-M02')).toEqual([
    '2028-02-01',
    '2028-02-26',
    '2028-03-05',
  ]);
});

test('settings change the days of their own kind of period alone', () => {
  const { plan } = withSettings(yearly, agencies, { ...NO_SETTINGS, deadline: 20 }, period('2026-Q2'));
  expect([daysOf(plan, '2026-Q2')[2], daysOf(plan, '2026')[2]]).toEqual(['2026-07-20', '2027-01-15']);
});

test('the periods before one are those of its kind, the latest first', () => {
  expect(periodsBefore(yearly, period('2027-Q2'))).toEqual(['2027-Q1', '2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1']);
  expect(periodsBefore(yearly, period('2027'))).toEqual(['2026']);
});

test('a row of its own rhythm is owed in periods of that kind alone, and who owes nothing in one is not asked', () => {
  const plan = planWith({ also: { quarter: { cutOff: -5, deadline: 10 } } }, { 'PL1.I.2.1': 'quarter', 'PL2.I.1': 'quarter' });
  const owed = (text: string, agency: string) => {
    const { indicators, tasks } = owedBy(obligationsOf(plan, agencies, period(text)), agency as AgencyId);
    return [...indicators, ...tasks].map(({ id }) => id as string);
  };
  const [quarter, year] = ['2026-Q1', '2026'].map((text) => obligationsOf(plan, agencies, period(text)));
  const asked = (row: string) => plan.indicators.find(({ id }) => id === row)?.reporters ?? [];
  expect(asked('PL1.I.2.1').length).toBeGreaterThan(0);
  const rows = new Set(quarter!.agencies.flatMap(({ id }) => owed('2026-Q1', id)));
  expect([...rows].sort()).toEqual(['PL1.I.2.1', 'PL2.I.1']);
  expect(year!.agencies.flatMap(({ id }) => owed('2026', id)).filter((row) => rows.has(row))).toEqual([]);
  expect(quarter!.agencies.every(({ id }) => owed('2026-Q1', id).length > 0)).toBe(true);
});
