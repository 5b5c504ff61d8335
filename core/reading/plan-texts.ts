import { type Finding, finding } from '../findings/finding.ts';
import { type Cell, cellAt, type GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import { type RowId, wholeOf } from '../plan/plan.ts';
import { planTextChanged } from '../rules/looks.ts';
import type { TextContext } from '../tables/column.ts';
import { INDICATOR_COLUMNS } from '../tables/indicators/columns.ts';
import { type ColumnOf, planColumns } from '../tables/plan-columns.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { TASK_COLUMNS } from '../tables/tasks/columns.ts';
import { matchKey, squash } from '../text.ts';
import { withoutLastFigure } from '../wording/last-figure-text.ts';
import { shownText } from './filled-cell.ts';
import { nameKeys } from './name-keys.ts';
import type { PlanTable } from './plan-table.ts';
import { findingPlace } from './scan-rows.ts';

/** The plan's own texts of every row, by column: what the form shows and the reader compares. */
export type PlanTexts = Readonly<Record<TableKind, ReadonlyMap<RowId, TextList>>>;

/** A text by its column; of a name also those that the row had before an amendment. */
export type TextList = readonly (readonly [Field, string, former?: readonly string[]])[];

/** The texts alone, by their columns. */
export const textsByField = (texts: TextList = []): ReadonlyMap<Field, string> => new Map(texts.map(([field, text]) => [field, text]));

const MOST_REPORTERS = 4096;

/** Made once for a period's obligations, and once more for each agency for whom the plan says something of its own. */
const textsByReporter = oncePerObject((obligations: Obligations) =>
  oncePerValue<AgencyId | null, PlanTexts>(MOST_REPORTERS, (reporter) => {
    const context = { agency: obligations.agency, whole: wholeOf(obligations.plan), reporter };
    return {
      indicators: textsOf(INDICATOR_COLUMNS, obligations.plan.indicators, context),
      tasks: textsOf(TASK_COLUMNS, obligations.plan.tasks, context),
    };
  }),
);

/** As they stand in the form of one agency. */
export function planTexts(obligations: Obligations, agency: AgencyId | null): PlanTexts {
  const hasOwn = agency !== null && obligations.plan.indicators.some(({ perAgency }) => perAgency?.[agency] !== undefined);
  return textsByReporter(obligations)(hasOwn ? agency : null);
}

function textsOf<Row extends { readonly id: RowId; readonly renamed?: readonly string[] | undefined }>(
  columns: readonly ColumnOf<Field, Row>[],
  rows: readonly Row[],
  context: TextContext,
): ReadonlyMap<RowId, TextList> {
  const own = planColumns(columns).filter(({ role }) => role === 'plan');
  const former = (field: Field, { renamed = [] }: Row) => (field === 'name' && renamed.length > 0 ? ([renamed] as const) : ([] as const));
  return new Map(
    rows.map((row) => [row.id, own.map(({ field, text }) => [field, text(row, context) ?? '', ...former(field, row)] as const)]),
  );
}

const mayNameLastFigure = ({ layout }: PlanTable, field: Field): boolean =>
  layout.columns.some((column) => column.field === field && column.role === 'plan' && column.lastFigure === 'below');

/** Decomposed letters and blanks make a text longer, but never so much: it is another one, and not worth making a key of. */
const isFarLonger = (value: unknown, text: string): boolean => typeof value === 'string' && value.length > 8 * text.length + 1000;

/** A list's texts as they came from the last workbook. A hundred forms share their strings, and a string is equal to itself at once. */
const seenOf = oncePerObject((texts: TextList): Cell['value'][] => texts.map(([, text]) => text));

/**
 * The first plan text of a row that somebody changed; the plan's own text is what counts. A percentage typed anew (100% as 1) and a name
 * with its number before it are the same.
 */
export function changedText(table: PlanTable, row: GridRow, id: RowId, texts: TextList): Finding[] {
  const seen = seenOf(texts);
  for (let k = 0; k < texts.length; k++) {
    const planned = texts[k] as TextList[number]; // k is below the length
    const column = table.columns[planned[0]];
    if (column === undefined) continue;
    const cell = cellAt(row, column);
    if (cell && cell.value === seen[k]) {
      seen[k] = cell.value;
      continue;
    }
    const [field, text, former = []] = planned;
    if (isFarLonger(cell?.value, text)) return [finding(planTextChanged, {}, { row: id, field, ...findingPlace(table, row, field) })];
    const value = typeof cell?.value === 'string' && mayNameLastFigure(table, field) ? withoutLastFigure(cell.value) : cell?.value;
    if (value === text) continue;
    const shown = typeof value === 'number' && cell ? shownText({ ...cell, value }) : squash(String(value ?? ''));
    const keys = field === 'name' ? nameKeys(shown) : [matchKey(shown)];
    if (![text, ...former].some((one) => keys.includes(matchKey(one))))
      return [finding(planTextChanged, {}, { row: id, field, ...findingPlace(table, row, field) })];
  }
  return [];
}
