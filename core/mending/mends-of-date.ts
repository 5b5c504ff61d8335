import { dayOf, serialOfDay } from '../day.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mending.ts';

/** A day that was read from a text or a bare number, "05/11/2026", as a real date. */
export function mendsOfReadDate(shown: string, { here }: MendPlace): readonly Mend[] {
  const [day, month, year] = shown.split('/').map(Number);
  const date = dayOf(year ?? 0, month ?? 0, day ?? 0);
  return date ? [{ kind: 'as-date', date, changes: [here(serialOfDay(date), 'date')] }] : [];
}
