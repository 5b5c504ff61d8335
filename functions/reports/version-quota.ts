import { failed, ok, type Result } from '../../core/result.ts';

/** How many versions an agency may send at once, and after which pause it may send one more. */
interface VersionQuota {
  readonly atOnce: number;
  readonly pauseS: number;
}

/** Enough for corrections, a bound for a program that runs wild. */
export const SHORT_QUOTA: VersionQuota = { atOnce: 60, pauseS: 30 };
/** Versions are kept for good: what one agency can add to the storage, day after day, has a bound too (96 a day). */
export const DAY_QUOTA: VersionQuota = { atOnce: 200, pauseS: 15 * 60 };

/**
 * Until when the versions that an agency has sent are paid for, at one pause each, under either quota. It stands in the store, so that
 * a restart or a second instance changes nothing.
 */
export interface PaidUntil {
  readonly paidUntil?: string | undefined;
  /** Absent in heads of earlier releases. */
  readonly dayPaidUntil?: string | undefined;
}

/** The same once the agency sends one more at `at`; which of the quotas makes it wait where one does. */
export function nextPaidUntil(
  before: PaidUntil,
  at: Date,
): Result<Readonly<Record<keyof PaidUntil, string>>, 'too-many-versions' | 'too-many-versions-today'> {
  const dayPaidUntil = paidUnder(DAY_QUOTA, before.dayPaidUntil, at);
  if (dayPaidUntil === null) return failed('too-many-versions-today');
  const paidUntil = paidUnder(SHORT_QUOTA, before.paidUntil, at);
  return paidUntil === null ? failed('too-many-versions') : ok({ paidUntil, dayPaidUntil });
}

/** Null where that would be further ahead than all versions that may be sent at once. */
function paidUnder({ atOnce, pauseS }: VersionQuota, paidUntil: string | undefined, at: Date): string | null {
  const now = at.getTime();
  const [pause, most] = [pauseS * 1000, now + atOnce * pauseS * 1000];
  const before = Date.parse(paidUntil ?? '');
  // A moment further ahead was written under a clock that has been set back since.
  const from = before > now && before <= most ? before : now;
  return from + pause > most ? null : new Date(from + pause).toISOString();
}
