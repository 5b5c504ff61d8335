import * as z from 'zod';

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export const Day = z.iso.date().brand('Day');
export type Day = z.infer<typeof Day>;

const DAY_MS = 86_400_000;

/** Order in time. A language's own order would be the same, and costs the program twenty milliseconds when it is asked for first. */
export const compareDays = (one: Day, two: Day): number => (one < two ? -1 : Number(one > two));

/** A real calendar day from its parts, or null (31 February). */
export function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const parsed = Day.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** A day of a year from its month and day, `MM-DD`; null where that year has none. */
export function dayInYear(year: number, monthDay: string): Day | null {
  const [month, day] = monthDay.split('-').map(Number);
  return dayOf(year, month ?? 0, day ?? 0);
}

/** The last day of a month from 1 to 12. */
export function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day; // an ISO string begins with a day
}

/** So many days later; earlier for a negative number. */
export const plusDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as Day; // an ISO string begins with a day

/** The year of a day. */
export const yearIn = (day: Day): number => Number(day.slice(0, 4));

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day of a spreadsheet serial in the 1900 system (60 is Excel's 29 February 1900, which never was); null out of range. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!(whole > 60 && whole < 2_958_466)) return null;
  return new Date(Date.UTC(1899, 11, 30) + whole * DAY_MS).toISOString().slice(0, 10) as Day; // an ISO string begins with a day
}

/** The serial of a day in the 1900 system. */
export function serialOfDay(day: Day): number {
  return Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / DAY_MS);
}
