import { type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

type Listed = readonly ({ readonly id?: string | undefined } | undefined)[] | undefined;

/** Ids that stand twice where one must name one thing. Groups of agencies share theirs with agencies, indicators with tasks. */
export function twiceFaults({ plan, agencies }: PlanDraft): PlanFault[] {
  const agencyIds = new Set(withPlaces(agencies).map(([{ id }]) => id));
  return [
    ...again([['phases', plan.phases]]),
    ...again([['groups', plan.groups]]),
    ...again([['sections', plan.sections]]),
    ...again([['openQuestions', plan.openQuestions]]),
    ...again([
      ['indicators', plan.indicators],
      ['tasks', plan.tasks],
    ]),
    ...again([['agencyGroups', plan.agencyGroups]], agencyIds),
    ...again([['', agencies]]).map((fault): PlanFault => ({ ...fault, file: 'agencies', path: fault.path.slice(1) })),
  ];
}

function again(lists: readonly (readonly [string, Listed])[], taken: ReadonlySet<string | undefined> = new Set()): PlanFault[] {
  const seen = new Set(taken);
  return lists.flatMap(([name, list]) =>
    withPlaces(list).flatMap(([{ id }, k]) => {
      if (id === undefined) return [];
      const known = seen.has(id);
      seen.add(id);
      return known ? [planFault('twice', [name, k, 'id'], id)] : [];
    }),
  );
}
