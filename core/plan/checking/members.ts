import { type PlanDraft, withPlaces } from './draft.ts';

/**
 * The active agencies that codes stand for. What a broken agency or group does not say is taken to be so: a fault is told once, where
 * it is.
 */
export function membersOf({ plan, agencies }: PlanDraft, codes: readonly (string | undefined)[]): ReadonlySet<string> {
  const active = withPlaces(agencies).flatMap(([{ id, active = true, ...agency }]) =>
    id !== undefined && active ? [{ id, ...agency }] : [],
  );
  const groups = new Map(withPlaces(plan.agencyGroups).map(([group]) => [group.id, group]));
  const inGroup = (code: string, { id, kind, defaultReporter = true }: (typeof active)[number]): boolean => {
    const group = groups.get(code);
    if (group === undefined) return false;
    if ('members' in group) return group.members?.some((member) => member === id) ?? true;
    const wanted = 'kind' in group ? group.kind : undefined;
    return defaultReporter && (wanted === undefined || kind === undefined || kind === wanted);
  };
  const wanted = codes.filter((code) => code !== undefined);
  return new Set(active.filter((agency) => wanted.some((code) => code === agency.id || inGroup(code, agency))).map(({ id }) => id));
}
