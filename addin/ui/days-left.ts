import { type Day, daysBetween } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';

/** "còn 3 ngày", "hôm nay", "quá hạn 2 ngày": how long a deadline is off, by the calendar of the plan's office. */
export function daysLeft(deadline: Day, utcOffset: string, now = new Date()): string {
  const days = daysBetween(localDay(now, utcOffset), deadline);
  if (days > 0) return `còn ${days} ngày`;
  return days === 0 ? 'hôm nay' : `quá hạn ${-days} ngày`;
}
