import * as z from 'zod';
import { canonicalJson } from '../canonical.ts';

/**
 * What an amended plan says otherwise: of a row, by its id, or of the plan itself. `fields`: the members that differ, in the order of
 * the later plan; `ended`: a row has a last day that it had not.
 */
export const PlanChange = z.strictObject({
  row: z.string().optional(),
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
    ...ROW_LISTS.flatMap((list) => rowChanges(rowsById(earlier[list]), rowsById(later[list]))),
  ];
}

function rowChanges(before: ReadonlyMap<string, Members>, after: ReadonlyMap<string, Members>): PlanChange[] {
  return [
    ...[...after].flatMap(([row, later]): PlanChange[] => {
      const earlier = before.get(row);
      if (!earlier) return [{ row, change: 'added', fields: [] }];
      const fields = differing(earlier, later);
      return fields.length === 0 ? [] : [{ row, change: kindOfChange(fields, later), fields }];
    }),
    ...[...before.keys()].filter((row) => !after.has(row)).map((row): PlanChange => ({ row, change: 'removed', fields: [] })),
  ];
}

function kindOfChange(fields: readonly string[], later: Members): PlanChange['change'] {
  if (fields.includes('until') && later.until !== undefined) return 'ended';
  return fields.includes('name') ? 'renamed' : 'changed';
}

/** The members that two objects do not have alike. */
function differing(before: Members, after: Members): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => canonicalJson([before[name] ?? null]) !== canonicalJson([after[name] ?? null]));
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const membersOf = (value: unknown): Members => (isObject(value) ? value : {});

function rowsById(list: unknown): ReadonlyMap<string, Members> {
  const rows = Array.isArray(list) ? list.filter(isObject) : [];
  return new Map(rows.flatMap((row) => (typeof row.id === 'string' ? [[row.id, row] as const] : [])));
}
