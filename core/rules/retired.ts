import type * as z from 'zod';
import type { SentencePlace } from './rule.ts';

/** A rule that finds nothing any more: its id is never used again, and what it found once is still stored and told. */
export interface RetiredRule {
  readonly id: string;
  readonly facts: z.ZodType<object>;
  readonly sentence: (facts: never, where: SentencePlace) => string;
}

export const RETIRED: readonly RetiredRule[] = [];
