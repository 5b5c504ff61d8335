import { type DraftIndicator, type PlanDraft, withPlaces } from './draft.ts';
import { membersByCode } from './members.ts';
import { numbersInText } from './numbers-in-text.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { draftMeasure, staterPath } from './stated.ts';

/**
 * What does not fit together within one indicator: its phase and group, who states it and who reports it, its target and the text of it.
 */
export function indicatorFaults(draft: PlanDraft): PlanFault[] {
  const members = membersByCode(draft);
  return withPlaces(draft.plan.indicators).flatMap(([row, k]) => {
    const at = (...path: PropertyKey[]) => ['indicators', k, ...path];
    const [group, stater] = [groupOfAnotherPhase(draft, row), strangeStater(draft, row, members)];
    return [
      ...(group === null ? [] : [planFault('group-of-another-phase', at('group'), group)]),
      ...(stater === null ? [] : [planFault('stated-by-not-reporting', at(...staterPath(row)), stater)]),
      ...(row.targetText !== undefined && differs(row.targetText, draftMeasure(row)?.bounds ?? [])
        ? [planFault('target-differs', at('targetText'), row.targetText)]
        : []),
    ];
  });
}

/** The group of a row where it belongs to another phase than the row does. A phase that is not there is told by itself. */
function groupOfAnotherPhase({ plan }: PlanDraft, { phase, group }: DraftIndicator): string | null {
  const known = withPlaces(plan.groups).find(([{ id }]) => id === group)?.[0].phase;
  const isPhase = withPlaces(plan.phases).some(([{ id }]) => id === phase);
  return group !== undefined && known !== undefined && isPhase && known !== phase ? group : null;
}

/** Who states the figure of a row without reporting it. */
function strangeStater(draft: PlanDraft, row: DraftIndicator, members: ReturnType<typeof membersByCode>): string | null {
  const stater = draftMeasure(row)?.statedBy ?? null;
  if (stater === null || !row.reporters || !allNamed(draft, [...row.reporters, stater])) return null;
  return row.reporters.some((code) => code !== undefined && members.get(code)?.includes(stater)) ? null : stater;
}

/** A row, where it stands who must report it, and who may besides. */
interface AskedRow {
  readonly path: readonly PropertyKey[];
  readonly codes: readonly (string | undefined)[];
  readonly optional: readonly (string | undefined)[];
}

/** Rows that nobody reports, and agencies that report nothing. */
export function owingFaults(draft: PlanDraft): PlanFault[] {
  const asked: AskedRow[] = [
    ...withPlaces(draft.plan.indicators).flatMap(([{ reporters: codes }, k]) =>
      codes ? [{ codes, optional: [], path: ['indicators', k, 'reporters'] }] : [],
    ),
    ...withPlaces(draft.plan.tasks).flatMap(([{ leads: codes, optionalLeads: optional = [] }, k]) =>
      codes ? [{ codes, optional, path: ['tasks', k, 'leads'] }] : [],
    ),
  ];
  const members = membersByCode(draft);
  const whoAnswer = (codes: Iterable<string | undefined>) =>
    [...codes].flatMap((code) => (code === undefined ? [] : (members.get(code) ?? [])));
  const owing = new Set(whoAnswer(new Set(asked.flatMap(({ codes, optional }) => [...codes, ...optional]))));
  return [
    ...asked.flatMap(({ codes, optional, path }) =>
      allNamed(draft, codes) && whoAnswer([...codes, ...optional]).length === 0 ? [planFault('nobody-reports', path)] : [],
    ),
    ...withPlaces(draft.agencies).flatMap(([{ id, active = true }, k]): PlanFault[] =>
      id === undefined || !active || owing.has(id) ? [] : [{ file: 'agencies', path: [k], rule: 'owes-nothing', name: id }],
    ),
  ];
}

/** Codes that name nothing are told where they stand; what hangs on them is not told again. */
const allNamed = ({ named }: PlanDraft, codes: readonly (string | undefined)[]): boolean =>
  codes.every((code) => code !== undefined && named.has(code));

/** The text of a target has numbers, and none of them is a bound of it. */
function differs(text: string, bounds: readonly number[]): boolean {
  const numbers = numbersInText(text);
  return bounds.length > 0 && numbers.length > 0 && !numbers.some((number) => bounds.includes(number));
}
