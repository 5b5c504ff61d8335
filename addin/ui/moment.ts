import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';

/** "14:05 25/11/2026" in the plan's own time, wherever the browser stands. */
export const momentText = (at: string, utcOffset: string): string =>
  `${localTime(new Date(at), utcOffset)} ${formatDate(localDay(new Date(at), utcOffset))}`;
