import { type DraftAgency, type DraftGroup, type PlanDraft, withPlaces } from './draft.ts';

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
  for (const [agency] of withPlaces(agencies)) {
    const { id, active = true } = agency;
    if (id === undefined || !active) continue;
    add(id, id);
    for (const [code, group] of groups) if (code !== undefined && isMember(agency, group)) add(code, id);
  }
  return members;
}

function isMember({ id, kind, defaultReporter = true }: DraftAgency, group: DraftGroup): boolean {
  if ('members' in group) return group.members?.some((member) => member === id) ?? true;
  const wanted = 'kind' in group ? group.kind : undefined;
  return defaultReporter && (wanted === undefined || kind === undefined || kind === wanted);
}
