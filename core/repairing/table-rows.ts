import type { RowShape } from '../form/row-shape.ts';
import { SHARED_TASK, TASK_SHAPES } from '../form/task-shapes.ts';
import type { Field } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { PlanTexts, TextList } from '../reading/plan-texts.ts';
import type { IndicatorField } from '../tables/indicators/columns.ts';
import type { TaskField } from '../tables/tasks/columns.ts';

/** A row of a plan as a form is to have it. */
export interface FormRow<F extends Field> {
  readonly id: RowId;
  readonly texts: TextList<F>;
  /** How any agency fills it. */
  readonly shape: RowShape;
  /** How this agency fills it; null where it does not owe it. */
  readonly asks: RowShape | null;
  /** Of which shapes the formulas may be that stand there: settings may have changed since the form was made. */
  readonly mayBe: readonly RowShape[];
}

export const indicatorRows = (
  { indicators }: Plan,
  texts: PlanTexts['indicators'],
  asked: ReadonlyMap<RowId, RowShape>,
): FormRow<IndicatorField>[] =>
  indicators.map((row) => {
    const { shape } = measureOf(row).figure;
    return { id: row.id, texts: texts.get(row.id) ?? [], shape, asks: asked.get(row.id) ?? null, mayBe: [shape] };
  });

export const taskRows = ({ tasks }: Plan, texts: PlanTexts['tasks'], asked: ReadonlyMap<RowId, RowShape>): FormRow<TaskField>[] =>
  tasks.map(({ id }) => ({ id, texts: texts.get(id) ?? [], shape: SHARED_TASK, asks: asked.get(id) ?? null, mayBe: TASK_SHAPES }));
