import { isBlankText } from '../../text.ts';
import { type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

/** Names that say nothing: forms, letters and reports call things by them. */
export function blankFaults({ plan, agencies }: PlanDraft): PlanFault[] {
  const blank = (text: string | undefined, path: readonly PropertyKey[]): PlanFault[] =>
    text !== undefined && isBlankText(text) ? [planFault('blank-name', path)] : [];
  return [
    ...blank(plan.title, ['title']),
    ...withPlaces(plan.groups).flatMap(([{ title }, k]) => blank(title, ['groups', k, 'title'])),
    ...withPlaces(plan.sections).flatMap(([{ title }, k]) => blank(title, ['sections', k, 'title'])),
    ...withPlaces(plan.agencyGroups).flatMap(([{ name }, k]) => blank(name, ['agencyGroups', k, 'name'])),
    ...withPlaces(plan.indicators).flatMap(([{ name }, k]) => blank(name, ['indicators', k, 'name'])),
    ...withPlaces(plan.tasks).flatMap(([{ name }, k]) => blank(name, ['tasks', k, 'name'])),
    ...withPlaces(agencies).flatMap(([agency, k]) =>
      (['name', 'shortName'] as const).flatMap((field) =>
        blank(agency[field], [k, field]).map((fault): PlanFault => ({ ...fault, file: 'agencies' })),
      ),
    ),
  ];
}
