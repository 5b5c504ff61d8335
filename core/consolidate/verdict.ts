import type { Verdict } from '../matrix.ts';
import type { Indicator, Period } from '../plan.ts';
import type { Outcome } from './measures.ts';
import type { Tally } from './tally.ts';

/** Whether one agency states the row's figure for the whole province. */
export const isStated = ({ measure }: Indicator): boolean => 'statedBy' in measure;

/**
 * The legal word. Targets fall due at the end of their phase (notes, "What missed means"): below it before the due year is
 * `below`, in the due year `missed`.
 */
export function verdictOf(indicator: Indicator, period: Period, tally: Tally, outcome: Outcome | null): Verdict {
  if (tally.obliged === 0) return 'not-due';
  if (!outcome) {
    const nothing = isStated(indicator) ? tally.stated?.state === 'nothing-arose' : tally.nothingArose === tally.obliged;
    return nothing ? 'nothing-arose' : 'not-reported';
  }
  if (outcome.met) return 'met';
  return indicator.due.startsWith(period) ? 'missed' : 'below';
}

/** A figure with agencies missing is provisional; a stated one only until its agency has answered. */
export function isProvisional(indicator: Indicator, tally: Tally): boolean {
  if (isStated(indicator) && (tally.stated?.state === 'reported' || tally.stated?.state === 'nothing-arose')) return false;
  return tally.obliged - tally.reported - tally.nothingArose > 0;
}
