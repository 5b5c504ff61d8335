import { type Heading, type PlanRow, planLines } from '../../../core/form/plan-lines.ts';
import type { RowShape } from '../../../core/form/row-shape.ts';
import type { SheetLayout } from '../../../core/layout.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { oncePerObject } from '../../../core/once.ts';
import { obligationsOf } from '../../../core/plan/obligations.ts';
import type { Indicator, RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import { rateColumn } from '../../../core/tables/indicators/counts.ts';
import type { AnyEntry } from '../../../core/tables/inputs.ts';
import { sheetsOf } from '../../../core/tables/sheets-of.ts';
import { citedAs } from '../../../core/wording/names.ts';
import type { AgencyPeriod } from './agency-period.ts';

/** A row that the agency fills in or may fill in. */
export interface OwnRow extends Pick<PlanRow, 'kind' | 'id' | 'texts'> {
  readonly layout: SheetLayout;
  /** "I.1.3". */
  readonly cited: string;
  readonly name: string;
  readonly shape: RowShape;
  /** Null for a task. */
  readonly indicator: Indicator | null;
}

/** The agency's rows of one table in the plan's order, below the plan's own headings. */
export interface OwnTable {
  readonly title: string;
  readonly lines: readonly (Heading | OwnRow)[];
}

/** What an agency answers in a period, tables without a row left out. */
export const ownTables = oncePerObject(({ ground: { plan, agencies, period }, agency }: AgencyPeriod): readonly OwnTable[] => {
  const obligations = obligationsOf(plan, agencies, period.period);
  const indicators = new Map(obligations.plan.indicators.map((row) => [row.id, row]));
  const rowOf = (layout: SheetLayout, { id, texts }: PlanRow, shape: RowShape): OwnRow => ({
    kind: 'row',
    id,
    texts,
    layout,
    cited: citedAs(id),
    name: texts.name ?? '',
    shape,
    indicator: indicators.get(id) ?? null,
  });
  const tables = sheetsOf(obligations.plan).map((layout) => ({
    title: layout.title,
    lines: planLines({ obligations, agency }, layout).owed.flatMap((line): readonly (Heading | OwnRow)[] => {
      if (line.kind === 'heading') return [line];
      return line.asks === null ? [] : [rowOf(layout, line, line.asks)];
    }),
  }));
  return tables.filter(({ lines }) => lines.length > 0);
});

/** The rows of all its tables, in the form's order. */
export const ownRows = (place: AgencyPeriod): readonly OwnRow[] =>
  ownTables(place).flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'row' ? [line] : [])));

/** What a report says of a row. */
export const entryOf = (report: Report | null, row: RowId): AnyEntry | undefined => report?.indicators[row] ?? report?.tasks[row];

/** "Tỷ lệ: 94,96%" of an entry; null where it has none. */
export function rateLine({ indicator }: OwnRow, entry: AnyEntry | undefined): { readonly header: string; readonly text: string } | null {
  const text = indicator && entry ? measureOf(indicator).figure.rate(entry) : null;
  return text === null ? null : { header: rateColumn.header, text };
}
