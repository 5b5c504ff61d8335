import type { DerivedColumn, InputColumn, PlanColumn } from './column.ts';

/** A column of a table whose rows are of this kind. */
export type ColumnOf<F extends string, Row> = PlanColumn<F, Row> | InputColumn<F> | DerivedColumn<F>;

/** The columns in which the plan's own texts stand, the key among them. */
export const planColumns = <F extends string, Row>(columns: readonly ColumnOf<F, Row>[]): PlanColumn<F, Row>[] => columns.filter(isPlan);

const isPlan = <F extends string, Row>(column: ColumnOf<F, Row>): column is PlanColumn<F, Row> =>
  column.role === 'key' || column.role === 'plan';
