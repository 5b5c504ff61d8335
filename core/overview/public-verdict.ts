import type { IndicatorRow, Verdict } from '../matrix.ts';

/** Of a hundred agencies that owe a row so many must have answered for its verdict to be told in public, where settings say nothing. */
export const USUAL_PUBLIC_COVERAGE = 50;

/** Whether enough agencies have answered for the verdict to be told; a figure that one agency states for all is enough. `least`: percent. */
export function hasEnoughReported({ coverage, provisional }: Pick<IndicatorRow, 'coverage' | 'provisional'>, least: number): boolean {
  const answered = coverage.reported + coverage.nothingArose;
  return !provisional || 100 * answered >= least * coverage.obliged;
}

/** The verdict as the public sees it: null where there is a result of too few; that there is none is told all the same. */
export const publicVerdict = ({ verdict, result }: Pick<IndicatorRow, 'verdict' | 'result'>, enoughReported: boolean): Verdict | null =>
  enoughReported || result === null ? verdict : null;
