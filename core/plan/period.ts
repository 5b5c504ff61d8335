import * as z from 'zod';
import { compareDays, type Day, dayOf, lastDayOfMonth } from '../day.ts';
import { kindOfPeriod, PERIOD_KINDS, PERIOD_TEXT, partsOf } from './period-parts.ts';

/** The rhythms in which reports are due. */
export const PeriodKind = z.enum(['year', 'half', 'quarter', 'month']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** A reporting period: `2026`, `2026-H1`, `2026-Q2`, `2026-M07`. Only `period-parts.ts` takes its text apart. */
export const Period = z.string().regex(PERIOD_TEXT).brand('Period');
export type Period = z.infer<typeof Period>;

/** The first calendar day of a period. */
export function firstDayOf(period: Period): Day {
  const { kind, year, number } = partsOf(period);
  return dayOf(year, (number - 1) * PERIOD_KINDS[kind].months + 1, 1) as Day; // every month has a first
}

/** The last calendar day of a period. */
export function lastDayOf(period: Period): Day {
  const { kind, year, number } = partsOf(period);
  return lastDayOfMonth(year, number * PERIOD_KINDS[kind].months);
}

/** Order in time: by the last day; of two that end together the shorter one comes first. */
export const comparePeriods = (one: Period, two: Period): number =>
  compareDays(lastDayOf(one), lastDayOf(two)) || compareDays(firstDayOf(two), firstDayOf(one));

/** Whether a period comes before another of the same kind. */
export const isEarlier = (one: Period, two: Period): boolean => kindOfPeriod(one) === kindOfPeriod(two) && comparePeriods(one, two) < 0;
