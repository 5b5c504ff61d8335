import { oncePerObject } from '../once.ts';
import type { Plan, RowId } from '../plan/plan.ts';

/** What a table's rows are: the name under which plan and report have them. */
export type TableKind = (typeof TABLE_KINDS)[number];

export const TABLE_KINDS = ['indicators', 'tasks'] as const satisfies readonly (keyof Plan)[];

/** As much of a plan as says which rows stand in which table. */
export type PlanRows = Pick<Plan, TableKind>;

const kindsByRow = oncePerObject(
  (plan: PlanRows): ReadonlyMap<RowId, TableKind> =>
    new Map(TABLE_KINDS.flatMap((kind) => plan[kind].map(({ id }) => [id, kind] as const))),
);

/** The table in which a row of the plan stands; undefined for a row that is none of the plan's. */
export const tableKindOf = (plan: PlanRows, row: RowId): TableKind | undefined => kindsByRow(plan).get(row);
