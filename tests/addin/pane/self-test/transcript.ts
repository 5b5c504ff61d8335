import type { ExcelFacts } from '../../../../addin/excel/excel-facts.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What one scenario gave. */
export interface Step {
  readonly step: string;
  readonly outcome: Json;
  readonly ms: number;
}

/** What an Excel did in the scenarios, to be held against the model of Excel that the tests run on. Names no person, file or key. */
export interface Transcript {
  readonly kind: 'phuluc-self-test';
  /** Of this shape and of the scenarios: transcripts of different versions are not compared. */
  readonly version: 7;
  readonly at: string;
  readonly excel: ExcelFacts;
  /** Other requirement sets that it says it has, as `SharedRuntime 1.1`. */
  readonly sets: readonly string[];
  /** How long each of some small questions took, in milliseconds. */
  readonly syncMs: readonly number[];
  readonly steps: readonly Step[];
}

/** The outcome of a scenario that was not tried: the person left it out, or did not say that it was done. */
export const SKIPPED = { skipped: true } as const;

export const isSkipped = (outcome: Json): boolean => typeof outcome === 'object' && outcome !== null && 'skipped' in outcome;
