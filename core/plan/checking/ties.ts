import { editDistance } from '../../adopting/edit-distance.ts';
import { matchKey } from '../../text.ts';
import { type DraftIndicator, type PlanDraft, withPlaces } from './draft.ts';
import { membersByCode } from './members.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { draftMeasure } from './stated.ts';

/**
 * What a plan ties together in a way that cannot be: rows that continue themselves or what they cannot be compared with, agencies that
 * stand for themselves, targets of agencies that do not report, names that are nearly those of others.
 */
export function tieFaults(draft: PlanDraft): PlanFault[] {
  return [
    ...continuedFaults(draft),
    ...standInFaults(draft),
    ...ownTargetFaults(draft),
    ...misspeltFaults(draft),
    ...sameNameFaults(draft),
    ...consolidatorFaults(draft),
  ];
}

/** Rows that continue a row: another one, of an earlier phase, on the same scale. */
function continuedFaults({ plan }: PlanDraft): PlanFault[] {
  const rows = new Map(withPlaces(plan.indicators).flatMap(([row]) => (row.id === undefined ? [] : [[row.id, row] as const])));
  const startOf = ({ phase }: DraftIndicator) => withPlaces(plan.phases).find(([{ id }]) => id === phase)?.[0].from;
  return withPlaces(plan.indicators).flatMap(([row, k]): PlanFault[] => {
    const before = row.continues === undefined ? undefined : rows.get(row.continues);
    if (!before || row.continues === undefined) return [];
    const told = (rule: Parameters<typeof planFault>[0]) => [planFault(rule, ['indicators', k, 'continues'], row.continues)];
    if (leadsBack(row.id, (id) => [rows.get(id)?.continues])) return told('names-itself');
    if (!isSameScale(row, before)) return told('continues-unlike');
    const [own, earlier] = [startOf(row), before.until === undefined ? startOf(before) : undefined]; // one that an amendment has ended may go on
    return own !== undefined && earlier !== undefined && earlier >= own ? told('continues-no-earlier') : [];
  });
}

/** Whether both are told in percent, or in numbers of one unit; what is broken is told by itself. */
function isSameScale(one: DraftIndicator, other: DraftIndicator): boolean {
  const [own, before] = [draftMeasure(one), draftMeasure(other)];
  if (!own || !before) return true;
  return own.base === before.base && (own.base !== 'number' || own.scale.gapUnit === before.scale.gapUnit);
}

/** Whether what names one thing after the other comes back to where it began. */
function leadsBack(start: string | undefined, namedBy: (id: string) => readonly (string | undefined)[]): boolean {
  const seen = new Set<string>();
  let next = start === undefined ? [] : namedBy(start);
  while (next.length > 0) {
    const known = next.flatMap((id) => (id === undefined || seen.has(id) ? [] : [id]));
    if (known.some((id) => id === start)) return true;
    for (const id of known) seen.add(id);
    next = known.flatMap(namedBy);
  }
  return false;
}

/**
 * Agencies that succeed themselves, over others too, or send for themselves, and counts that stand twice: of one that goes on reporting, or
 * that two succeed.
 */
function standInFaults({ agencies }: PlanDraft): PlanFault[] {
  const byId = new Map(
    withPlaces(agencies).flatMap(([agency]) => (agency.id === undefined ? [] : [[agency.id as string, agency] as const])),
  );
  return withPlaces(agencies).flatMap(([{ id, submitsFor, succeeds }, k]) => {
    const told = (rule: 'names-itself' | 'succeeds-active' | 'succeeded-twice', field: string, at: number, name: string): PlanFault => ({
      file: 'agencies',
      path: [k, field, at],
      rule,
      name,
    });
    return [
      ...withPlaces(submitsFor).flatMap(([one, at]) => (one === id ? [told('names-itself', 'submitsFor', at, one)] : [])),
      ...withPlaces(succeeds).flatMap(([one, at]) => {
        if (one === id || leadsBack(one, (next) => byId.get(next)?.succeeds ?? [])) return [told('names-itself', 'succeeds', at, one)];
        if (byId.get(one)?.active === true) return [told('succeeds-active', 'succeeds', at, one)];
        const first = withPlaces(agencies).find(([other]) => other.succeeds?.some((name) => name === one))?.[1];
        return first !== undefined && first < k ? [told('succeeded-twice', 'succeeds', at, one)] : [];
      }),
    ];
  });
}

/** Targets of agencies that report, but not this row: nobody is judged by them. Those out of use may come back. */
function ownTargetFaults(draft: PlanDraft): PlanFault[] {
  const members = membersByCode(draft);
  return withPlaces(draft.plan.indicators).flatMap(([{ perAgency, reporters }, k]) => {
    if (!perAgency || !reporters?.every((code) => code !== undefined && draft.named.has(code))) return [];
    const own = new Set(reporters.flatMap((code) => (code === undefined ? [] : (members.get(code) ?? []))));
    return Object.keys(perAgency).flatMap((id) =>
      own.has(id) || !members.has(id) ? [] : [planFault('target-not-reporting', ['indicators', k, 'perAgency', id], id)],
    );
  });
}

/** As ids of agencies are written; the plan's "where concerned" stands as a question mark behind it. */
const LIKE_ID = /^([A-Z][A-Za-z0-9-]*)\??$/;

/** Who only does, or helps, may be called as the plan likes; what is nearly the id of an agency or a group must be a slip. */
function misspeltFaults({ plan, named }: PlanDraft): PlanFault[] {
  const isSlip = (text: string): boolean => {
    const id = LIKE_ID.exec(text)?.[1];
    if (id === undefined || id.length < 3 || named.has(id)) return false;
    const most = id.length < 5 ? 1 : 2;
    return [...named].some((one) => editDistance(id, one, most) <= most);
  };
  const each = (texts: readonly (string | undefined)[] | undefined, path: readonly PropertyKey[]): PlanFault[] =>
    withPlaces(texts).flatMap(([text, at]) => (isSlip(text) ? [planFault('misspelt-agency', [...path, at], text)] : []));
  return [
    ...withPlaces(plan.indicators).flatMap(([{ implementers }, k]) => each(implementers, ['indicators', k, 'implementers'])),
    ...withPlaces(plan.tasks).flatMap(([{ coordinators }, k]) => each(coordinators, ['tasks', k, 'coordinators'])),
  ];
}

/** Agencies that lists and letters would call alike; of one id twice is told where that is. */
function sameNameFaults({ agencies }: PlanDraft): PlanFault[] {
  return (['name', 'shortName'] as const).flatMap((field) => {
    const seen = new Map<string, string | undefined>();
    return withPlaces(agencies).flatMap(([agency, k]): PlanFault[] => {
      const { id, active = true, [field]: said } = agency;
      if (said === undefined || !active) return [];
      const key = matchKey(said);
      const isTaken = seen.has(key) && seen.get(key) !== id;
      if (!seen.has(key)) seen.set(key, id);
      return isTaken ? [{ file: 'agencies', path: [k, field], rule: 'same-name', name: said }] : [];
    });
  });
}

/** Nobody who consolidates: no one could follow, close or publish a period on a server; the command line asks for nobody. An agency whose roles cannot be read may be one. */
function consolidatorFaults({ agencies }: PlanDraft): PlanFault[] {
  const all = withPlaces(agencies);
  const may = all.some(
    ([{ roles, active = true }]) => active && (roles === undefined || roles.some((role) => role === undefined || role === 'consolidator')),
  );
  return all.length === 0 || may ? [] : [{ file: 'agencies', path: [], rule: 'no-consolidator', name: '' }];
}
