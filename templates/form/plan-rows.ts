import type { AgencyId } from '../../core/agency.ts';
import { askedRows } from '../../core/form/asked-rows.ts';
import type { RowShape } from '../../core/form/row-shape.ts';
import type { Field } from '../../core/layout.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Obligations } from '../../core/obligations.ts';
import type { Indicator, RowId, Task } from '../../core/plan.ts';
import { methodText } from '../../core/wording/method-text.ts';

/** A line of the table: a heading of the plan, or one of its rows. */
export type Line = Heading | PlanRow;

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
  /** How the agency fills it; null where it does not owe the row. */
  readonly asks: RowShape | null;
  /** Whether a rate is computed beside it, owed or not. */
  readonly hasRate: boolean;
}

/** Phụ lục I as the plan prints it: phases, groups, indicators. */
export function indicatorLines(obligations: Obligations, agency: AgencyId): Line[] {
  const asks = askedRows(obligations, agency);
  const { plan } = obligations;
  let [phase, group] = ['', ''];
  return plan.indicators.flatMap((indicator) => {
    const lines: Line[] = [];
    if (indicator.phase !== phase) lines.push(...plan.phases.filter(({ id }) => id === indicator.phase).map(heading));
    if (indicator.group !== group)
      lines.push(...plan.groups.filter(({ id }) => id === indicator.group).map(({ id, title }) => heading({ tt: id, title })));
    [phase, group] = [indicator.phase, indicator.group];
    return [...lines, indicatorRow(indicator, asks.get(indicator.id) ?? null, obligations)];
  });
}

/** Phụ lục II: sections and tasks. */
export function taskLines(obligations: Obligations, agency: AgencyId): Line[] {
  const asks = askedRows(obligations, agency);
  const { plan } = obligations;
  let section = '';
  return plan.tasks.flatMap((task) => {
    const lines =
      task.section === section
        ? []
        : plan.sections.filter(({ id }) => id === task.section).map(({ id, title }) => heading({ tt: id, title }));
    section = task.section;
    return [...lines, taskRow(task, asks.get(task.id) ?? null)];
  });
}

const heading = ({ tt, title }: { readonly tt: string; readonly title: string }): Heading => ({ kind: 'heading', tt, title });

function indicatorRow(indicator: Indicator, asks: RowShape | null, obligations: Obligations): PlanRow {
  return {
    kind: 'row',
    id: indicator.id,
    texts: {
      id: indicator.id,
      tt: indicator.tt,
      name: indicator.name,
      target: indicator.targetText,
      leads: indicator.leadsText,
      implementers: indicator.implementersText,
      method: methodText(indicator, obligations),
    },
    asks,
    hasRate: measureOf(indicator).figure.shape.hasRate,
  };
}

const taskRow = (task: Task, asks: RowShape | null): PlanRow => ({
  kind: 'row',
  id: task.id,
  texts: {
    id: task.id,
    ...(task.tt && { tt: task.tt }),
    name: task.name,
    leads: task.leadsText,
    coordinators: task.coordinatorsText,
    deliverable: task.deliverable,
    timeframe: task.timeframeText,
  },
  asks,
  hasRate: false,
});
