import { Period, type PeriodKind } from '../period.ts';
import { kindOfPeriod, partsOf } from '../period-parts.ts';
import { type DraftIndicator, type DraftPlan, type PlanDraft, withPlaces, yearsOf } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

/** Rhythms of rows that the plan does not have, and targets of periods that their row is not asked for. */
export function rhythmFaults({ plan }: PlanDraft): PlanFault[] {
  const kinds = draftKinds(plan);
  const rhythm = (every: PeriodKind | undefined, path: PropertyKey[]): PlanFault[] =>
    every === undefined || kinds === null || kinds.includes(every) ? [] : [planFault('unknown-period', [...path, 'every'], every)];
  const years = yearsOf(plan);
  const isOwn = (text: string, { every = kinds?.[0], phase }: Pick<DraftIndicator, 'every' | 'phase'>): boolean => {
    const period = Period.safeParse(text);
    if (!period.success) return true; // told as a fault of shape
    const { year } = partsOf(period.data);
    const { from, to } = withPlaces(plan.phases).find(([{ id }]) => id === phase)?.[0] ?? {};
    const own = from !== undefined && to !== undefined ? { from, to } : years;
    return kindOfPeriod(period.data) === every && (!years || !own || (own.from <= year && year <= own.to));
  };
  return [
    ...withPlaces(plan.indicators).flatMap(([row, k]) => [
      ...rhythm(row.every, ['indicators', k]),
      ...Object.keys(row.targets ?? {}).flatMap((period) =>
        kinds === null || isOwn(period, row) ? [] : [planFault('unknown-period', ['indicators', k, 'targets', period], period)],
      ),
    ]),
    ...withPlaces(plan.tasks).flatMap(([row, k]) => rhythm(row.every, ['tasks', k])),
  ];
}

/** The kinds of periods that a plan says it has, its usual one first; null where that cannot be read. */
function draftKinds({ reporting }: DraftPlan): readonly PeriodKind[] | null {
  if (!reporting) return null;
  const { every = 'year', also = {} } = reporting;
  return [every, ...(Object.keys(also) as PeriodKind[])]; // keys that the schema took
}
