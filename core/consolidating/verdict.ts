import type { Verdict } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import { lastDayOf, type Period } from '../plan/period.ts';
import type { Indicator } from '../plan/plan.ts';
import { hasOwnTarget } from '../plan/plan-in.ts';
import type { RowOutcome } from './outcome.ts';

const isStated = (indicator: Indicator): boolean => measureOf(indicator).statedBy !== null;

/** Whether a row that falls short in a period has missed: it is due by the period's end, or the period has a target of its own. */
export const isFinalIn = (indicator: Indicator, period: Period): boolean =>
  indicator.due <= lastDayOf(period) || hasOwnTarget(indicator, period);

/**
 * The legal word. Targets fall due at the end of their phase (notes, "What missed means"): below it before the due year is
 * `below`, from then on `missed`.
 */
export function verdictOf(indicator: Indicator, period: Period, { coverage, stated, judged }: RowOutcome): Verdict {
  if (coverage.obliged === 0) return 'not-due';
  if (!judged) {
    const nothing = isStated(indicator) ? stated?.state === 'nothing-arose' : coverage.nothingArose === coverage.obliged;
    return nothing ? 'nothing-arose' : 'not-reported';
  }
  if (judged.isMet) return 'met';
  return isFinalIn(indicator, period) ? 'missed' : 'below';
}

/** A figure with agencies missing is provisional; a stated one only until its agency has answered. */
export function isProvisional(indicator: Indicator, { coverage, stated }: RowOutcome): boolean {
  if (isStated(indicator) && (stated?.state === 'reported' || stated?.state === 'nothing-arose')) return false;
  return coverage.noFigure + coverage.missing > 0;
}
