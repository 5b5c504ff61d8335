import { type Day, daysBetween, plusDays } from '../../core/day.ts';
import { isWorkday, workdayFrom, workdayUpTo } from './workday.ts';

/** Days before the deadline on which whoever has sent nothing is reminded; 0 is the deadline itself. */
const DAYS_BEFORE = [10, 5, 2, 1, 0] as const;
/** Days that an agency has to fix a returned report before it is reminded. */
const DAYS_TO_MEND = 2;

/**
 * Whether reminders go out on a day: some days before the deadline, brought forward to a workday where one falls on a weekend, and
 * every workday after it.
 */
export function isReminderDay(today: Day, deadline: Day): boolean {
  if (!isWorkday(today)) return false;
  if (daysBetween(deadline, today) > 0) return true;
  return DAYS_BEFORE.some((days) => workdayUpTo(plusDays(deadline, -days)) === today);
}

/** Whether a report returned on a day is reminded of today: on the first workday after two days, then as the missing ones are. */
export function isReturnedDay(today: Day, returnedOn: Day, deadline: Day): boolean {
  const first = workdayFrom(plusDays(returnedOn, DAYS_TO_MEND));
  return today === first || (daysBetween(first, today) > 0 && isReminderDay(today, deadline));
}
