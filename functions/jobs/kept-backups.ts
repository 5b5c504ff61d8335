import type { Day } from '../../core/day.ts';
import { mondayOf } from './workday.ts';

const DAILY = 7;
const WEEKLY = 4;

/** Of backups by their days the ones to keep: the seven newest, and of the weeks before them the newest of each of four. */
export function keptBackups(days: readonly Day[]): ReadonlySet<Day> {
  const newestFirst = [...new Set(days)].sort().reverse();
  const daily = newestFirst.slice(0, DAILY);
  const weeks = new Set<Day>();
  const newestOfWeek = newestFirst.filter((day) => {
    const isNewest = !weeks.has(mondayOf(day));
    weeks.add(mondayOf(day));
    return isNewest;
  });
  const weekly = newestOfWeek.filter((day) => !daily.includes(day)).slice(0, WEEKLY);
  return new Set([...daily, ...weekly]);
}
