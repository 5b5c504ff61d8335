import { type Day, yearIn } from '../../day.ts';
import type { PeriodKind } from '../period.ts';
import { dayOfPeriod, type PeriodDay } from '../period-day.ts';
import { periodsInYear } from '../period-parts.ts';
import { type DraftPlan, type PlanDraft, withPlaces, yearsOf } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

/** A target may lie beyond the plan's last year (a vision, "tầm nhìn 2035"), but not so far that its year must be a slip. */
const VISION_YEARS = 10;

/** Days that a year of the plan does not have, days that are missing, and rows that are due before the plan or after it. */
export function dayFaults({ plan }: PlanDraft): PlanFault[] {
  const years = yearsOf(plan);
  const outside = (due: string | null | undefined, path: PropertyKey[], yearsMore = 0): PlanFault[] => {
    if (!due || !years || (years.from <= yearIn(due as Day) && yearIn(due as Day) <= years.to + yearsMore)) return [];
    return [planFault('due-outside-plan', path, due)];
  };
  return [
    ...writtenDays(plan).flatMap(([path, day]) =>
      typeof day !== 'string' || !years || isDayOf(day, years) ? [] : [planFault('no-such-day', ['reporting', ...path], day)],
    ),
    ...daysTurned(plan, years),
    ...withPlaces(plan.tasks).flatMap(([{ schedule }, k]) =>
      schedule?.start && schedule.due && schedule.start > schedule.due
        ? [planFault('start-after-due', ['tasks', k, 'schedule', 'start'], schedule.start)]
        : [],
    ),
    ...withPlaces(plan.indicators).flatMap(([{ due, until }, k]) => [
      ...outside(due, ['indicators', k, 'due'], VISION_YEARS),
      ...outside(until, ['indicators', k, 'until']),
    ]),
    ...withPlaces(plan.tasks).flatMap(([{ until }, k]) => outside(until, ['tasks', k, 'until'])),
    ...withPlaces(plan.tasks).flatMap(([{ schedule }, k]) =>
      schedule?.kind === 'by-date' && schedule.due === null
        ? [planFault('day-missing', ['tasks', k, 'schedule', 'due'])]
        : outside(schedule?.due, ['tasks', k, 'schedule', 'due']),
    ),
  ];
}

/** The days that reporting sets, with their paths in it. */
function writtenDays({ reporting = {} }: DraftPlan): readonly (readonly [readonly string[], PeriodDay | undefined])[] {
  const { from, cutOff, deadline, also = {} } = reporting;
  return [
    [['from'], from],
    [['cutOff'], cutOff],
    [['deadline'], deadline],
    ...Object.entries(also).flatMap(([kind, days]) =>
      (['cutOff', 'deadline'] as const).map((field) => [['also', kind, field], days?.[field]] as const),
    ),
  ];
}

/** Deadlines that are over before the figures are taken, in the first period of each kind. */
function daysTurned({ reporting = {} }: DraftPlan, years: ReturnType<typeof yearsOf>): PlanFault[] {
  const { every = 'year', cutOff, deadline, also = {} } = reporting;
  const kinds = [
    [every, ['reporting'], { cutOff, deadline }] as const,
    ...Object.entries(also).map(([kind, days]) => [kind as PeriodKind, ['reporting', 'also', kind], days ?? {}] as const), // keys that the schema took
  ];
  return kinds.flatMap(([kind, path, { cutOff, deadline }]) => {
    const [first] = years ? periodsInYear(years.from, kind) : [];
    if (!first || cutOff === undefined || deadline === undefined) return [];
    const [taken, last] = [dayOfPeriod(first, cutOff), dayOfPeriod(first, deadline)];
    return taken !== null && last !== null && last < taken ? [planFault('deadline-before-cut-off', [...path, 'deadline'], last)] : [];
  });
}

/** Whether each year of the plan has this day: 29 February is none. */
function isDayOf(said: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let year = from; year <= to; year++) {
    const [period] = periodsInYear(year, 'year');
    if (period === undefined || dayOfPeriod(period, said) === null) return false;
  }
  return true;
}
