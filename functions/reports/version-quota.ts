/** An agency may send sixty versions at once, then one every half minute: enough for corrections, a bound for a program that runs wild. */
export const MOST_VERSIONS_AT_ONCE = 60;
/** Whoever waits so long may send one more. */
export const VERSION_PAUSE_S = 30;

const EACH_MS = VERSION_PAUSE_S * 1000;
const SPAN_MS = MOST_VERSIONS_AT_ONCE * EACH_MS;

/**
 * Until when an agency's versions are paid for, at half a minute each, once it sends one at `at`; null where that would be further
 * ahead than sixty of them, and it must wait. `paidUntil`: what the version before has left behind; it stands in the store, so that a
 * restart or a second instance changes nothing.
 */
export function nextPaidUntil(paidUntil: string | undefined, at: Date): string | null {
  const now = at.getTime();
  const before = Date.parse(paidUntil ?? '');
  // A moment further ahead was written under a clock that has been set back since.
  const from = before > now && before <= now + SPAN_MS ? before : now;
  return from + EACH_MS > now + SPAN_MS ? null : new Date(from + EACH_MS).toISOString();
}
