import { yearIn } from '../../day.ts';
import { type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

/** Phases that end before they begin or share years, rows that are due before their phase begins, cuts of the pace in the wrong order. */
export function phaseFaults({ plan }: PlanDraft): PlanFault[] {
  const phases = withPlaces(plan.phases);
  return [
    ...phases.flatMap(([{ from, to, id = '' }, k]): PlanFault[] => {
      if (from === undefined || to === undefined) return [];
      if (from > to) return [planFault('phase-backwards', ['phases', k, 'to'], id)];
      const shared = phases.find(
        ([one, at]) => at < k && one.from !== undefined && one.to !== undefined && one.from <= to && from <= one.to,
      );
      return shared && (shared[0].from ?? 0) <= (shared[0].to ?? 0)
        ? [planFault('phases-overlap', ['phases', k, 'from'], shared[0].id)]
        : [];
    }),
    ...withPlaces(plan.indicators).flatMap(([{ phase, due }, k]) => {
      const [begins, first] = [phases.find(([{ id }]) => id === phase)?.[0], Math.min(...phases.map(([{ from }]) => from ?? Number.NaN))];
      if (!due || begins?.from === undefined || begins.from > (begins.to ?? begins.from)) return [];
      const year = yearIn(due as never);
      return year < begins.from && year >= first ? [planFault('due-before-phase', ['indicators', k, 'due'], due)] : [];
    }),
    ...turnedCuts(plan.thresholds),
  ];
}

/** On track asks for most, slow for least. */
function turnedCuts(thresholds: PlanDraft['plan']['thresholds']): PlanFault[] {
  const { onTrack, accelerate, slow } = thresholds ?? {};
  if (onTrack === undefined || accelerate === undefined || slow === undefined) return [];
  if (accelerate > onTrack) return [planFault('cuts-turned', ['thresholds', 'accelerate'], String(accelerate))];
  return slow > accelerate ? [planFault('cuts-turned', ['thresholds', 'slow'], String(slow))] : [];
}
