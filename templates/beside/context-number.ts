import type { SharedContext } from './job.ts';
import { numberOf } from './numbered.ts';

const combined = new Map<string, number>();
const MOST_COMBINED = 100;
let lastCombined = 0;

/** The same number for the same plan, agencies and previous matrix: objects that their owners never change. */
export function contextNumber({ plan, agencies, previous }: SharedContext): number {
  const key = [plan, agencies, previous].map(numberOf).join(' ');
  const known = combined.get(key);
  if (known !== undefined) return known;
  // A forgotten one gets another number, and is handed over again.
  if (combined.size >= MOST_COMBINED) combined.clear();
  combined.set(key, ++lastCombined);
  return lastCombined;
}
