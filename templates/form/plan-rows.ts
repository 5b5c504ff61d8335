import { askedRows } from '../../core/form/asked-rows.ts';
import type { RowShape } from '../../core/form/row-shape.ts';
import { SHARED_TASK } from '../../core/form/task-shapes.ts';
import type { Field } from '../../core/layout.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { TextContext } from '../../core/tables/column.ts';
import { INDICATOR_COLUMNS } from '../../core/tables/indicators/columns.ts';
import { type ColumnOf, planColumns } from '../../core/tables/plan-columns.ts';
import { TASK_COLUMNS } from '../../core/tables/tasks/columns.ts';

/** A line of the table: a heading of the plan, or one of its rows. */
export type FormLine = Heading | PlanRow;

export interface Heading {
  readonly kind: 'heading';
  readonly tt: string;
  readonly title: string;
}

export interface PlanRow {
  readonly kind: 'row';
  readonly id: RowId;
  /** The plan's own texts, by column. */
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  /** How any agency fills it. */
  readonly shape: RowShape;
  /** How this agency fills it; null where it does not owe the row. */
  readonly asks: RowShape | null;
}

/** Phụ lục I as the plan prints it: phases, groups, indicators. */
export function indicatorLines(obligations: Obligations, agency: AgencyId): FormLine[] {
  const asks = askedRows(obligations, agency);
  const { plan } = obligations;
  let [phase, group] = ['', ''];
  return plan.indicators.flatMap((indicator) => {
    const lines: FormLine[] = [];
    if (indicator.phase !== phase) lines.push(...plan.phases.filter(({ id }) => id === indicator.phase).map(heading));
    if (indicator.group !== group)
      lines.push(...plan.groups.filter(({ id }) => id === indicator.group).map(({ id, title }) => heading({ tt: id, title })));
    [phase, group] = [indicator.phase, indicator.group];
    const { id } = indicator;
    const texts = textsOf(INDICATOR_COLUMNS, indicator, { agency: obligations.agency, reporter: agency });
    return [...lines, { kind: 'row', id, texts, shape: measureOf(indicator).figure.shape, asks: asks.get(id) ?? null }];
  });
}

/** Phụ lục II: sections and tasks. */
export function taskLines(obligations: Obligations, agency: AgencyId): FormLine[] {
  const asks = askedRows(obligations, agency);
  const { plan } = obligations;
  let section = '';
  return plan.tasks.flatMap((task) => {
    const lines =
      task.section === section
        ? []
        : plan.sections.filter(({ id }) => id === task.section).map(({ id, title }) => heading({ tt: id, title }));
    section = task.section;
    const texts = textsOf(TASK_COLUMNS, task, { agency: obligations.agency, reporter: agency });
    return [...lines, { kind: 'row', id: task.id, texts, shape: SHARED_TASK, asks: asks.get(task.id) ?? null }];
  });
}

const heading = ({ tt, title }: { readonly tt: string; readonly title: string }): Heading => ({ kind: 'heading', tt, title });

function textsOf<Row>(columns: readonly ColumnOf<Field, Row>[], row: Row, context: TextContext): PlanRow['texts'] {
  return Object.fromEntries(
    planColumns(columns).flatMap(({ field, text }) => {
      const own = text(row, context);
      return own === null ? [] : [[field, own]];
    }),
  );
}
