import * as z from 'zod';
import { type Day, dayInYear, plusDays } from '../day.ts';
import { lastDayOf, type Period } from './period.ts';
import { yearOfPeriod } from './period-parts.ts';

/** A day of every year, as `MM-DD`. */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Days that no sensible deadline is away from the end of its period. */
const MOST_DAYS = 366;

/** A day that a period sets: `MM-DD` of its year, `+MM-DD` of the year after, or whole days after its last day (before it: negative). */
export const PeriodDay = z.union([z.string().regex(/^\+?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.int().min(-MOST_DAYS).max(MOST_DAYS)]);
export type PeriodDay = z.infer<typeof PeriodDay>;

/** The day that it means in one period; null where that year has none (30 February). */
export function dayOfPeriod(period: Period, said: PeriodDay): Day | null {
  if (typeof said === 'number') return plusDays(lastDayOf(period), said);
  const year = yearOfPeriod(period);
  return said.startsWith('+') ? dayInYear(year + 1, said.slice(1)) : dayInYear(year, said);
}
