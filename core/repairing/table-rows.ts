import type { RowShape } from '../form/row-shape.ts';
import { SHARED_TASK, TASK_SHAPES } from '../form/task-shapes.ts';
import type { SheetLayout } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { PlanTexts, TextList } from '../reading/plan-texts.ts';
import { rowsOfTable } from '../tables/sheets-of.ts';
import type { TableKind } from '../tables/table-kind.ts';

/** A row of a plan as a form is to have it. */
export interface FormRow {
  readonly id: RowId;
  readonly texts: TextList;
  /** How any agency fills it. */
  readonly shape: RowShape;
  /** How this agency fills it; null where it does not owe it. */
  readonly asks: RowShape | null;
  /** Of which shapes the formulas may be that stand there: settings may have changed since the form was made. */
  readonly mayBe: readonly RowShape[];
}

/** The rows of one table of the plan, as the form of one agency is to have them. */
export const tableRows = (plan: Plan, layout: SheetLayout, texts: PlanTexts, asked: ReadonlyMap<RowId, RowShape>): FormRow[] =>
  ROWS[layout.kind](plan, layout).map(({ id, shape, mayBe }) => ({
    id,
    texts: texts[layout.kind].get(id) ?? [],
    shape,
    asks: asked.get(id) ?? null,
    mayBe,
  }));

type ShapedRow = Pick<FormRow, 'id' | 'shape' | 'mayBe'>;

const ROWS: Readonly<Record<TableKind, (plan: Plan, layout: SheetLayout) => readonly ShapedRow[]>> = {
  indicators: ({ indicators }, layout) =>
    rowsOfTable(indicators, layout).map((row) => {
      const { shape } = measureOf(row).figure;
      return { id: row.id, shape, mayBe: [shape] };
    }),
  tasks: ({ tasks }, layout) => rowsOfTable(tasks, layout).map(({ id }) => ({ id, shape: SHARED_TASK, mayBe: TASK_SHAPES })),
};
