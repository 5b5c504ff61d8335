import { type Finding, finding } from '../findings/finding.ts';
import type { Cell, GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { planTextChanged } from '../rules/looks.ts';
import { INDICATOR_COLUMNS, type IndicatorField } from '../tables/indicators/columns.ts';
import { type ColumnOf, planColumns } from '../tables/plan-columns.ts';
import { TASK_COLUMNS, type TaskField } from '../tables/tasks/columns.ts';
import { matchKey, squash } from '../text.ts';
import { shownText } from './filled-cell.ts';
import { nameKeys } from './name-keys.ts';
import { fieldCell, type PlanTable } from './plan-table.ts';
import { findingPlace } from './scan-rows.ts';

/** The plan's own texts of every row, by column: what the form shows and the reader compares. */
export interface PlanTexts {
  readonly indicators: ReadonlyMap<RowId, TextList<IndicatorField>>;
  readonly tasks: ReadonlyMap<RowId, TextList<TaskField>>;
}

export type TextList<F extends Field> = readonly (readonly [F, string])[];

/** Made once for a period's obligations. */
export const planTexts = oncePerObject(
  (obligations: Obligations): PlanTexts => ({
    indicators: textsOf(INDICATOR_COLUMNS, obligations.plan.indicators, obligations),
    tasks: textsOf(TASK_COLUMNS, obligations.plan.tasks, obligations),
  }),
);

function textsOf<F extends Field, Row extends { readonly id: RowId }>(
  columns: readonly ColumnOf<F, Row>[],
  rows: readonly Row[],
  obligations: Obligations,
): ReadonlyMap<RowId, TextList<F>> {
  const own = planColumns(columns).filter(({ role }) => role === 'plan');
  return new Map(rows.map((row) => [row.id, own.map(({ field, text }) => [field, text(row, obligations) ?? ''] as const)]));
}

/** Decomposed letters and blanks make a text longer, but never so much: it is another one, and not worth making a key of. */
const isFarLonger = (value: unknown, text: string): boolean => typeof value === 'string' && value.length > 8 * text.length + 1000;

/** A list's texts as they came from the last workbook. A hundred forms share their strings, and a string is equal to itself at once. */
const seenOf = oncePerObject((texts: TextList<Field>): Cell['value'][] => texts.map(([, text]) => text));

/** The first plan text of a row that somebody changed; the plan's own text is what counts. A percentage typed anew (100% as 1) and a name with its number before it are the same. */
export function changedText<F extends Field>(table: PlanTable<F>, row: GridRow, id: RowId, texts: TextList<F>): Finding[] {
  const seen = seenOf(texts);
  for (let k = 0; k < texts.length; k++) {
    const [field, text] = texts[k] as TextList<F>[number]; // k is below the length
    if (table.columns[field] === undefined) continue;
    const cell = fieldCell(table, row, field);
    if (cell && cell.value === seen[k]) {
      seen[k] = cell.value;
      continue;
    }
    if (isFarLonger(cell?.value, text)) return [finding(planTextChanged, {}, { row: id, field, ...findingPlace(table, row, field) })];
    const shown = typeof cell?.value === 'number' ? shownText({ ...cell, value: cell.value }) : squash(String(cell?.value ?? ''));
    const keys = field === 'name' ? nameKeys(shown) : [matchKey(shown)];
    if (!keys.includes(matchKey(text))) return [finding(planTextChanged, {}, { row: id, field, ...findingPlace(table, row, field) })];
  }
  return [];
}
