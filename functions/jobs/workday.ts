import { type Day, daysBetween, plusDays } from '../../core/day.ts';

/** Monday to Friday. Public holidays are not known here: a reminder on one of them does no harm. */
export function isWorkday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself when it is a workday, else the last one before it. */
export const workdayUpTo = (day: Day): Day => (isWorkday(day) ? day : workdayUpTo(plusDays(day, -1)));

/** The day itself when it is a workday, else the first one after it. */
export const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : workdayFrom(plusDays(day, 1)));

/** Monday of the week that holds a day; names the week. */
export const mondayOf = (day: Day): Day => plusDays(day, -(((daysBetween(MONDAY, day) % 7) + 7) % 7));

const MONDAY = '2026-11-23' as Day;
