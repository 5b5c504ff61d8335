import type { Field, SheetLayout } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import { headingsAbove } from '../plan/headings.ts';
import type { Obligations } from '../plan/obligations.ts';
import { type Indicator, type RowId, wholeOf } from '../plan/plan.ts';
import type { TextContext } from '../tables/column.ts';
import { INDICATOR_COLUMNS } from '../tables/indicators/columns.ts';
import { type ColumnOf, planColumns } from '../tables/plan-columns.ts';
import { rowsOfTable } from '../tables/sheets-of.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { TASK_COLUMNS } from '../tables/tasks/columns.ts';
import { lastFigureText } from '../wording/last-figure-text.ts';
import { askedRows } from './asked-rows.ts';
import type { LastPeriod } from './last-period.ts';
import type { RowShape } from './row-shape.ts';
import { SHARED_TASK } from './task-shapes.ts';

/**
 * Whose lines of which period are wanted; `lastPeriod`: what the agency reported in the period before, which the lines name for reference.
 */
export interface LinesRequest {
  readonly obligations: Obligations;
  readonly agency: AgencyId;
  readonly lastPeriod?: LastPeriod;
}

/** Above the rows that are only there to be read. */
const NOT_OWED_TITLE = 'Các dòng không thuộc đơn vị (để tham khảo)';

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

/** A table's lines: those with rows that the agency fills in or may fill in, and all others, each below the plan's own headings. */
export interface PlanLines {
  readonly owed: readonly FormLine[];
  readonly others: readonly FormLine[];
}

/** The lines of one table in the form of one agency. */
export const planLines = (request: LinesRequest, layout: SheetLayout): PlanLines => LINES[layout.kind](request, layout);

const LINES: Readonly<Record<TableKind, typeof planLines>> = {
  /** Phases, groups, indicators. */
  indicators({ obligations, agency, lastPeriod }, layout) {
    const { plan } = obligations;
    const phases = asHeadings(plan.phases);
    const groups = asHeadings(plan.groups);
    const context = textContext(obligations, agency);
    return linesOf(rowsOfTable(plan.indicators, layout), obligations, agency, {
      texts: (row, isAsked) => withLastFigure(textsOf(INDICATOR_COLUMNS, row, context), row, isAsked ? lastPeriod : undefined),
      shape: (row) => measureOf(row).figure.shape,
      above: ({ phase, group }) => [phases.get(phase), ...headingsAbove(plan.groups, group).map(({ id }) => groups.get(id))],
    });
  },
  /** Sections and tasks. */
  tasks({ obligations, agency }, layout) {
    const { plan } = obligations;
    const sections = asHeadings(plan.sections);
    const context = textContext(obligations, agency);
    return linesOf(rowsOfTable(plan.tasks, layout), obligations, agency, {
      texts: (row) => textsOf(TASK_COLUMNS, row, context),
      shape: () => SHARED_TASK,
      above: ({ section }) => headingsAbove(plan.sections, section).map(({ id }) => sections.get(id)),
    });
  },
};

const textContext = ({ agency, plan }: Obligations, reporter: AgencyId): TextContext => ({ agency, whole: wholeOf(plan), reporter });

/** What a line of a table says of its row; `above`: the headings that it stands below, the widest first. */
interface RowParts<Row> {
  readonly texts: (row: Row, isAsked: boolean) => PlanRow['texts'];
  readonly shape: (row: Row) => RowShape;
  readonly above: (row: Row) => readonly (Heading | undefined)[];
}

function linesOf<Row extends { readonly id: RowId }>(
  rows: readonly Row[],
  obligations: Obligations,
  agency: AgencyId,
  { texts, shape, above }: RowParts<Row>,
): PlanLines {
  const asks = askedRows(obligations, agency);
  const below = (some: readonly Row[]): FormLine[] => {
    let last: readonly (Heading | undefined)[] = [];
    return some.flatMap((row) => {
      const headings = above(row);
      const first = headings.findIndex((one, k) => one !== last[k]);
      last = headings;
      const begun = first < 0 ? [] : headings.slice(first).filter((one) => one !== undefined);
      return [
        ...begun,
        { kind: 'row', id: row.id, texts: texts(row, asks.has(row.id)), shape: shape(row), asks: asks.get(row.id) ?? null } as const,
      ];
    });
  };
  const others = below(rows.filter(({ id }) => !asks.has(id)));
  return {
    owed: below(rows.filter(({ id }) => asks.has(id))),
    others: others.length === 0 ? [] : [{ kind: 'heading', tt: '', title: NOT_OWED_TITLE }, ...others],
  };
}

/** Headings by their ids; one that has no number of its own is numbered by its id. */
const asHeadings = (
  titled: readonly { readonly id: string; readonly tt?: string; readonly title: string }[],
): ReadonlyMap<string, Heading> => new Map(titled.map(({ id, tt = id, title }) => [id, { kind: 'heading', tt, title }]));

function textsOf<Row>(columns: readonly ColumnOf<Field, Row>[], row: Row, context: TextContext): PlanRow['texts'] {
  return Object.fromEntries(
    planColumns(columns).flatMap(({ field, text }) => {
      const own = text(row, context);
      return own === null ? [] : [[field, own]];
    }),
  );
}

/** The texts with the agency's figure of the last period, in the columns that name it. */
function withLastFigure(texts: PlanRow['texts'], row: Indicator, lastPeriod: LastPeriod | undefined): PlanRow['texts'] {
  const figure = lastPeriod?.figureOf(row);
  if (!lastPeriod || !figure) return texts;
  const naming = planColumns(INDICATOR_COLUMNS).filter(({ lastFigure }) => lastFigure === 'below');
  const named = naming.map(({ field }) => [field, `${texts[field] ?? ''}\n${lastFigureText(lastPeriod.period, row, figure)}`] as const);
  return { ...texts, ...Object.fromEntries(named) };
}
