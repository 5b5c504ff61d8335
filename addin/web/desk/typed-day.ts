import { type Day, dayOf, yearIn } from '../../../core/day.ts';
import { formatDate } from '../../../core/format.ts';
import type { Period } from '../../../core/plan/period.ts';
import { dayOfPeriod, type PeriodDay } from '../../../core/plan/period-day.ts';
import { yearOfPeriod } from '../../../core/plan/period-parts.ts';

/** A day of a period as a person reads it: "30/11" in the period's own year, else "15/01/2027". */
export function shownDay(period: Period, said: PeriodDay): string {
  const day = dayOfPeriod(period, said);
  if (day === null) return String(said);
  const text = formatDate(day);
  return yearIn(day) === yearOfPeriod(period) && typeof said === 'string' ? text.slice(0, 5) : text;
}

/** "30/11" → "11-30"; with a year that of the period, or the year after ("+01-15"); null where it is no day of these. */
export function typedPeriodDay(period: Period, text: string): PeriodDay | null {
  const own = yearOfPeriod(period);
  const found = typedDay(text, own);
  const year = found === null ? null : yearIn(found);
  if (found === null || year === null || year < own || year > own + 1) return null;
  return `${year > own ? '+' : ''}${found.slice(5)}`;
}

/** "5/12/2026" → that day; without a year in `year`, where one is given; null where it is no day. */
export function typedDay(text: string, year?: number): Day | null {
  const [, day = '', month = '', typed = year] = /^\s*(\d{1,2})\s*\/\s*(\d{1,2})(?:\s*\/\s*(\d{4}))?\s*$/.exec(text) ?? [];
  return typed === undefined ? null : dayOf(Number(typed), Number(month), Number(day));
}
