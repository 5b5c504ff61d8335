import type { Verdict } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator, Period } from '../plan/plan.ts';
import type { RowOutcome } from './outcome.ts';

const isStated = (indicator: Indicator): boolean => measureOf(indicator).statedBy !== null;

/**
 * The legal word. Targets fall due at the end of their phase (notes, "What missed means"): below it before the due year is
 * `below`, in the due year `missed`.
 */
export function verdictOf(indicator: Indicator, period: Period, { coverage, stated, judged }: RowOutcome): Verdict {
  if (coverage.obliged === 0) return 'not-due';
  if (!judged) {
    const nothing = isStated(indicator) ? stated?.state === 'nothing-arose' : coverage.nothingArose === coverage.obliged;
    return nothing ? 'nothing-arose' : 'not-reported';
  }
  if (judged.isMet) return 'met';
  return indicator.due.startsWith(period) ? 'missed' : 'below';
}

/** A figure with agencies missing is provisional; a stated one only until its agency has answered. */
export function isProvisional(indicator: Indicator, { coverage, stated }: RowOutcome): boolean {
  if (isStated(indicator) && (stated?.state === 'reported' || stated?.state === 'nothing-arose')) return false;
  return coverage.noFigure + coverage.missing > 0;
}
