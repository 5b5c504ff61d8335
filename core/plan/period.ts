import * as z from 'zod';
import { type Day, dayOf, lastDayOfMonth } from '../day.ts';

/** The rhythms in which reports are due. */
export const PeriodKind = z.enum(['year', 'half', 'quarter', 'month']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** A reporting period: `2026`, `2026-H1`, `2026-Q2`, `2026-M07`. Nobody else takes its text apart. */
export const Period = z
  .string()
  .regex(/^20\d\d(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$/)
  .brand('Period');
export type Period = z.infer<typeof Period>;

/** How long a period of a kind is, and the letter that its text has before its number. */
const KINDS: Readonly<Record<PeriodKind, { readonly months: number; readonly letter: string; readonly digits: number }>> = {
  year: { months: 12, letter: '', digits: 0 },
  half: { months: 6, letter: 'H', digits: 1 },
  quarter: { months: 3, letter: 'Q', digits: 1 },
  month: { months: 1, letter: 'M', digits: 2 },
};

/** What a period's text says: the `number`-th of its kind in its year, from 1. */
export interface PeriodParts {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly number: number;
}

export function partsOf(period: Period): PeriodParts {
  const [year, part = ''] = period.split('-');
  const kind = PeriodKind.options.find((one) => part !== '' && KINDS[one].letter === part.charAt(0)) ?? 'year';
  return { kind, year: Number(year), number: kind === 'year' ? 1 : Number(part.slice(1)) };
}

export const kindOfPeriod = (period: Period): PeriodKind => partsOf(period).kind;
export const yearOfPeriod = (period: Period): number => partsOf(period).year;

/** The periods of a kind in one year, in their order. */
export function periodsInYear(year: number, kind: PeriodKind): Period[] {
  const { months, letter, digits } = KINDS[kind];
  if (kind === 'year') return [Period.parse(String(year))];
  return Array.from({ length: 12 / months }, (_, k) => Period.parse(`${year}-${letter}${String(k + 1).padStart(digits, '0')}`));
}

/** The first calendar day of a period. */
export function firstDayOf(period: Period): Day {
  const { kind, year, number } = partsOf(period);
  return dayOf(year, (number - 1) * KINDS[kind].months + 1, 1) as Day; // every month has a first
}

/** The last calendar day of a period. */
export function lastDayOf(period: Period): Day {
  const { kind, year, number } = partsOf(period);
  return lastDayOfMonth(year, number * KINDS[kind].months);
}

/** Order in time: by the last day; of two that end together the shorter one comes first. */
export function comparePeriods(one: Period, two: Period): number {
  const [ends, begins] = [lastDayOf(one).localeCompare(lastDayOf(two)), firstDayOf(two).localeCompare(firstDayOf(one))];
  return ends || begins;
}

/** Whether a period comes before another of the same kind. */
export const isEarlier = (one: Period, two: Period): boolean => kindOfPeriod(one) === kindOfPeriod(two) && comparePeriods(one, two) < 0;
