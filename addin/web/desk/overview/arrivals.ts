import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import { type Day, daysBetween } from '../../../../core/day.ts';
import { localDay } from '../../../../core/local-day.ts';
import type { DayCount } from '../../../ui/charts/day-steps.tsx';

const DAY_MS = 86_400_000;
/** Before the deadline so many days are shown at least. */
const LEAST_DAYS = 14;

/** How many agencies have a report in force, day by day, and over which days to show it. */
export interface Arrivals {
  readonly days: readonly DayCount[];
  readonly from: Day;
  readonly to: Day;
}

/** By the day on which each report in force came, up to today; a late one by how late it is. */
export function arrivalsOf(
  status: readonly Pick<StatusLine, 'at' | 'daysLate'>[],
  { deadline, utcOffset, today }: { readonly deadline: Day; readonly utcOffset: string; readonly today: Day },
): Arrivals {
  const came = status.flatMap(({ at, daysLate }) => (at === null ? [] : [dayOf(at, daysLate, deadline, utcOffset)])).sort();
  const days = [...new Set(came)].map((day) => ({ day, count: came.filter((one) => one <= day).length }));
  const start = later(deadline, -LEAST_DAYS);
  const first = came[0];
  return {
    days,
    from: first !== undefined && first < start ? first : start,
    to: [deadline, today, ...came.slice(-1)].sort().at(-1) ?? deadline,
  };
}

/** What was taken in later than it came counts from the day on which it came: on time it is not after the deadline. */
function dayOf(at: string, daysLate: number, deadline: Day, utcOffset: string): Day {
  const day = localDay(new Date(at), utcOffset);
  if (daysLate > 0) return later(deadline, daysLate);
  return daysBetween(deadline, day) > 0 ? deadline : day;
}

const later = (day: Day, days: number): Day => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day; // an ISO string begins with a day
