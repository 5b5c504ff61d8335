import type { Day } from './day.ts';

const DAY_MS = 86_400_000;

/** The calendar day of an instant where clocks are `offset` ("+07:00") ahead of UTC. Viet Nam has no summer time. */
export function localDay(at: Date, offset: string): Day {
  return new Date(at.getTime() + offsetMs(offset)).toISOString().slice(0, 10) as Day; // an ISO string begins with a day
}

/** The last moment of a day where clocks are `offset` ahead of UTC. */
export function endOfDay(day: Day, offset: string): Date {
  return new Date(Date.parse(day) + DAY_MS - 1 - offsetMs(offset));
}

/** "14:05" of an instant where clocks are `offset` ahead of UTC. */
export function localTime(at: Date, offset: string): string {
  return new Date(at.getTime() + offsetMs(offset)).toISOString().slice(11, 16);
}

/** "14:05:09" of an instant where clocks are `offset` ahead of UTC. */
export function localClock(at: Date, offset: string): string {
  return new Date(at.getTime() + offsetMs(offset)).toISOString().slice(11, 19);
}

/** Milliseconds that clocks at `offset` ("+07:00") are ahead of UTC. */
export function offsetMs(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
