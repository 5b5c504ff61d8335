import { type PlanDraft, withPlaces } from './draft.ts';

/**
 * The active agencies that each code stands for: an agency's own, or a group's. What a broken agency or group does not say is taken to be
 * so: a fault is told once, where it is.
 */
export function membersByCode({ plan, agencies }: PlanDraft): ReadonlyMap<string, readonly string[]> {
  const groups = new Map(withPlaces(plan.agencyGroups).map(([group]) => [group.id, group]));
  const members = new Map<string, string[]>();
  const add = (code: string, id: string): void => {
    const known = members.get(code);
    if (known) known.push(id);
    else members.set(code, [id]);
  };
  for (const [{ id, kind, active = true, defaultReporter = true }] of withPlaces(agencies)) {
    if (id === undefined || !active) continue;
    add(id, id);
    for (const [code, group] of groups)
      if (code !== undefined && defaultReporter && (group.kind === undefined || kind === undefined || kind === group.kind)) add(code, id);
  }
  return members;
}
