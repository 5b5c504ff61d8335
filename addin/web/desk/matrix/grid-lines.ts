import { headingsAbove } from '../../../../core/plan/headings.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';

/** A group of the plan's indicators, and those of its rows that a filter leaves. */
export interface RowGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PlannedRow[];
}

/** A line of the grid: an indicator, or a group that is folded into one line. */
export type GridLine = { readonly planned: PlannedRow } | { readonly group: RowGroup };

/** The plan's groups that have rows here, in the order of the rows; a row of no group is in none. */
export function rowGroups(rows: readonly PlannedRow[], { groups }: Pick<Plan, 'groups'>): readonly RowGroup[] {
  const ids = [...new Set(rows.flatMap(({ indicator }) => indicator.group ?? []))];
  return ids.map((id) => ({
    id,
    title: headingsAbove(groups, id)
      .map(({ title }) => title)
      .join(' · '),
    rows: rows.filter(({ indicator }) => indicator.group === id),
  }));
}

/** The rows as lines: a folded group is one line where its first row would stand. */
export function gridLines(rows: readonly PlannedRow[], groups: readonly RowGroup[], folded: ReadonlySet<string>): readonly GridLine[] {
  return rows.flatMap((planned): GridLine[] => {
    const group = groups.find(({ id }) => id === planned.indicator.group);
    if (!group || !folded.has(group.id)) return [{ planned }];
    return group.rows[0] === planned ? [{ group }] : [];
  });
}
