import { useState } from 'preact/hooks';
import type { Day } from '../../core/day.ts';
import { endOfDay, localDay } from '../../core/local-day.ts';
import { useAtOnce } from './use-at-once.ts';

/** A machine that slept wakes its timers late, and its clock may have been put right. */
const MOST_MS = 600_000;

/** The calendar day where the plan's office is: what is on the screen over midnight is drawn anew. */
export function useToday(utcOffset: string): Day {
  const [today, setToday] = useState(() => localDay(new Date(), utcOffset));
  useAtOnce(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const now = new Date();
      const day = localDay(now, utcOffset);
      setToday(day);
      timer = setTimeout(look, Math.min(MOST_MS, endOfDay(day, utcOffset).getTime() + 1 - now.getTime()));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [utcOffset]);
  return today;
}
