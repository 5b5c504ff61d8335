import { dayInYear } from '../../day.ts';
import { type PlanDraft, withPlaces, yearsOf } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

/** A target may lie beyond the plan's last year (a vision, "tầm nhìn 2035"), but not so far that its year must be a slip. */
const VISION_YEARS = 10;

/** Days that a year of the plan does not have, days that are missing, and rows that are due before the plan or after it. */
export function dayFaults({ plan }: PlanDraft): PlanFault[] {
  const years = yearsOf(plan);
  const outside = (due: string | null | undefined, path: PropertyKey[], yearsMore = 0): PlanFault[] => {
    if (!due || !years || (years.from <= yearIn(due) && yearIn(due) <= years.to + yearsMore)) return [];
    return [planFault('due-outside-plan', path, due)];
  };
  return [
    ...(['from', 'cutOff', 'deadline'] as const).flatMap((field) => {
      const day = plan.reporting?.[field];
      return day === undefined || !years || isDayOf(day, years) ? [] : [planFault('no-such-day', ['reporting', field], day)];
    }),
    ...withPlaces(plan.indicators).flatMap(([{ due }, k]) => outside(due, ['indicators', k, 'due'], VISION_YEARS)),
    ...withPlaces(plan.tasks).flatMap(([{ schedule }, k]) =>
      schedule?.kind === 'by-date' && schedule.due === null
        ? [planFault('day-missing', ['tasks', k, 'schedule', 'due'])]
        : outside(schedule?.due, ['tasks', k, 'schedule', 'due']),
    ),
  ];
}

const yearIn = (day: string): number => Number(day.slice(0, 4));

/** Whether each year of the plan has this day: 29 February is none. */
function isDayOf(monthDay: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let year = from; year <= to; year++) if (dayInYear(year, monthDay) === null) return false;
  return true;
}
