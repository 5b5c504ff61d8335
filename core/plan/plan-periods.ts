import type { Day } from '../day.ts';
import { oncePerObject } from '../once.ts';
import { comparePeriods, firstDayOf, isEarlier, type Period, type PeriodKind } from './period.ts';
import { dayOfPeriod, type PeriodDay } from './period-day.ts';
import { kindOfPeriod, periodsInYear, yearOfPeriod } from './period-parts.ts';
import type { Indicator, Plan, Task } from './plan.ts';

/** The days of a kind of periods. */
type KindDays = Pick<Plan['reporting'], 'cutOff' | 'deadline'>;

/** The kinds of periods that a plan has, its usual one first. */
export const kindsOf = ({ reporting }: Pick<Plan, 'reporting'>): PeriodKind[] => [
  ...new Set([reporting.every, ...(Object.keys(reporting.also ?? {}) as PeriodKind[])]), // keys of `also` are kinds
];

/** The rhythm in which a row is reported. */
export const kindOfRow = ({ reporting }: Pick<Plan, 'reporting'>, { every }: Pick<Indicator | Task, 'every'>): PeriodKind =>
  every ?? reporting.every;

/** Every period of a plan: of its kinds, in the years of its phases; the earliest first. */
export const planPeriods = oncePerObject((plan: Plan): readonly Period[] => {
  const years = new Set(plan.phases.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)));
  return [...years].flatMap((year) => kindsOf(plan).flatMap((kind) => periodsInYear(year, kind))).toSorted(comparePeriods);
});

/** Whether a period is one of the plan's. */
export function isPlanPeriod(plan: Plan, period: Period): boolean {
  const year = yearOfPeriod(period);
  return kindsOf(plan).includes(kindOfPeriod(period)) && plan.phases.some(({ from, to }) => from <= year && year <= to);
}

/** The plan's first period: the one that a new store opens. */
export function firstPeriodOf(plan: Plan): Period {
  const [first] = periodsInYear(Math.min(...plan.phases.map(({ from }) => from)), plan.reporting.every);
  return first as Period; // a year has periods of each kind
}

/** The plan's periods of the same kind before one, the latest first. */
export const periodsBefore = (plan: Plan, period: Period): Period[] =>
  planPeriods(plan)
    .filter((one) => isEarlier(one, period))
    .reverse();

/** The plan's next period of the same kind; undefined after its last. */
export const periodAfter = (plan: Plan, period: Period): Period | undefined => planPeriods(plan).find((one) => isEarlier(period, one));

/** The days that a plan sets for the kind of a period. */
export const usualDays = ({ reporting }: Pick<Plan, 'reporting'>, period: Period): KindDays =>
  reporting.also?.[kindOfPeriod(period)] ?? reporting;

/** The plan with other days for the kind of one period. */
export function withDays(plan: Plan, period: Period, days: Partial<KindDays>): Plan {
  const { reporting } = plan;
  const kind = kindOfPeriod(period);
  const own = reporting.also?.[kind];
  return {
    ...plan,
    reporting: own ? { ...reporting, also: { ...reporting.also, [kind]: { ...own, ...days } } } : { ...reporting, ...days },
  };
}

/** The day at which a period's figures are taken. */
export const cutOffOf = (plan: Plan, period: Period): Day => sound(period, usualDays(plan, period).cutOff);

/** The last day on which a period's report is on time. */
export const deadlineOf = (plan: Plan, period: Period): Day => sound(period, usualDays(plan, period).deadline);

/**
 * The first day whose figures belong to a period: its own first day, of a year the plan's `from`. A year that is cut off before that day
 * begins in the year before.
 */
export function startOf(plan: Plan, period: Period): Day {
  const { from } = plan.reporting;
  if (kindOfPeriod(period) !== 'year' || from === undefined) return firstDayOf(period);
  const first = sound(period, from);
  if (first <= cutOffOf(plan, period)) return first;
  return `${yearOfPeriod(period) - 1}-${from}` as Day; // both halves are checked
}

const sound = (period: Period, said: PeriodDay): Day => dayOfPeriod(period, said) as Day; // `checkPlan` and `settingsFaults` leave only days that are
