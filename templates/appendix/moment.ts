import { serialOfDay } from '../../core/day.ts';
import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';

const MINUTES_A_DAY = 1440;

/** An instant as a spreadsheet's date and time, on the clock of the plan's province. */
export function serialOf(at: Date, offset: string): number {
  const [hours, minutes] = localTime(at, offset).split(':').map(Number);
  return serialOfDay(localDay(at, offset)) + ((hours ?? 0) * 60 + (minutes ?? 0)) / MINUTES_A_DAY;
}

/** "14:05 ngày 25/11/2026". */
export const documentMoment = (at: Date, offset: string): string => `${localTime(at, offset)} ngày ${formatDate(localDay(at, offset))}`;
