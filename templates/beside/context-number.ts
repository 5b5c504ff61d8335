import type { Heavy } from './job.ts';

const numbers = new WeakMap<object, number>();
let last = 0;

const serial = (one: object | null): number => {
  if (one === null) return 0;
  const known = numbers.get(one) ?? ++last;
  numbers.set(one, known);
  return known;
};

const combined = new Map<string, number>();
const MOST_COMBINED = 100;
let lastCombined = 0;

/** The same number for the same plan, agencies and previous matrix: objects that their owners never change. */
export function contextNumber({ plan, agencies, previous }: Heavy): number {
  const key = [plan, agencies, previous].map(serial).join(' ');
  const known = combined.get(key);
  if (known !== undefined) return known;
  // A forgotten one gets another number, and is handed over again.
  if (combined.size >= MOST_COMBINED) combined.clear();
  combined.set(key, ++lastCombined);
  return lastCombined;
}
