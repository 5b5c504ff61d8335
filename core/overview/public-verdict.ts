import type { IndicatorRow } from '../matrix.ts';

/** Of a hundred agencies that owe a row so many must have answered for its verdict to be told in public, where settings say nothing. */
export const USUAL_PUBLIC_COVERAGE = 50;

/**
 * Whether a result is public without its verdict, because too few agencies have answered; a figure that one agency states for all is
 * enough, and that there is no result is told all the same. `least`: percent.
 */
export function hasVerdictWithheld(
  { coverage, provisional, result }: Pick<IndicatorRow, 'coverage' | 'provisional' | 'result'>,
  least: number,
): boolean {
  const answered = coverage.reported + coverage.nothingArose;
  return result !== null && provisional && 100 * answered < least * coverage.obliged;
}
