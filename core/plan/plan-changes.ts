import * as z from 'zod';
import { canonicalJson } from '../canonical.ts';

/**
 * What an amended plan says otherwise: of a row, by its id, of an agency, by its id, or of the plan itself. `fields`: the members that
 * differ, in the order of the later plan; `ended`: a row has a last day that it had not, or an agency is not in use any more.
 */
export const PlanChange = z.strictObject({
  row: z.string().optional(),
  agency: z.string().optional(),
  change: z.enum(['added', 'removed', 'ended', 'renamed', 'changed']),
  fields: z.array(z.string()),
});
export type PlanChange = z.infer<typeof PlanChange>;

type Json = Parameters<typeof canonicalJson>[0];
type Members = { readonly [key: string]: Json | undefined };

const ROW_LISTS = ['indicators', 'tasks'] as const;

/** All that a plan says otherwise than an earlier one of whatever release: both as JSON; the plan's own members first, then its rows. */
export function planChanges(before: unknown, after: unknown): PlanChange[] {
  const [earlier, later] = [membersOf(before), membersOf(after)];
  const fields = differing(earlier, later).filter((name) => !ROW_LISTS.some((list) => list === name));
  return [
    ...(fields.length > 0 ? [{ change: 'changed' as const, fields }] : []),
    ...ROW_LISTS.flatMap((list) =>
      listChanges(earlier[list], later[list], hasEnd).map(({ id, ...change }): PlanChange => ({ row: id, ...change })),
    ),
  ];
}

/** The same of two lists of agencies, in the order of the later one. */
export const agencyChanges = (before: unknown, after: unknown): PlanChange[] =>
  listChanges(before, after, isOutOfUse).map(({ id, ...change }) => ({ agency: id, ...change }));

/** More changes than anybody reads as one of the plan itself; `rows` and `agencies` stand for all that is otherwise among them. */
export function inOneChange(changes: readonly PlanChange[]): PlanChange {
  const own = changes.flatMap(({ row, agency, fields }) => (row === undefined && agency === undefined ? fields : []));
  const [rows, agencies] = [changes.some(({ row }) => row !== undefined), changes.some(({ agency }) => agency !== undefined)];
  return { change: 'changed', fields: [...own, ...(rows ? ['rows'] : []), ...(agencies ? ['agencies'] : [])] };
}

/** Whether what had no end before has one now, by the members that differ. */
type Ended = (fields: readonly string[], later: Members) => boolean;
const hasEnd: Ended = (fields, { until }) => fields.includes('until') && until !== undefined;
const isOutOfUse: Ended = (fields, { active }) => fields.includes('active') && active === false;

type ListChange = Omit<PlanChange, 'row' | 'agency'> & { readonly id: string };

function listChanges(earlierList: unknown, laterList: unknown, ended: Ended): ListChange[] {
  const [before, after] = [membersById(earlierList), membersById(laterList)];
  return [
    ...[...after].flatMap(([id, later]): ListChange[] => {
      const earlier = before.get(id);
      if (!earlier) return [{ id, change: 'added', fields: [] }];
      const fields = differing(earlier, later);
      if (fields.length === 0) return [];
      return [{ id, change: ended(fields, later) ? 'ended' : fields.includes('name') ? 'renamed' : 'changed', fields }];
    }),
    ...[...before.keys()].filter((id) => !after.has(id)).map((id): ListChange => ({ id, change: 'removed', fields: [] })),
  ];
}

/** The members that two objects do not have alike. */
function differing(before: Members, after: Members): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => canonicalJson([before[name] ?? null]) !== canonicalJson([after[name] ?? null]));
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const membersOf = (value: unknown): Members => (isObject(value) ? value : {});

function membersById(list: unknown): ReadonlyMap<string, Members> {
  const members = Array.isArray(list) ? list.filter(isObject) : [];
  return new Map(members.flatMap((one) => (typeof one.id === 'string' ? [[one.id, one] as const] : [])));
}
