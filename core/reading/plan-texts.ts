import { type Finding, finding } from '../findings/finding.ts';
import type { GridRow } from '../grid.ts';
import type { Field, IndicatorField, TaskField } from '../layout.ts';
import type { Obligations } from '../obligations.ts';
import type { Indicator, RowId, Task } from '../plan.ts';
import { matchKey, squash } from '../text.ts';
import { methodText } from '../wording/method-text.ts';
import { at } from './scan-rows.ts';
import { fieldCell, type Table } from './table.ts';

type Texts<F extends Field> = Readonly<Partial<Record<F, string>>>;

/** The plan's own texts of an indicator row, by column. */
export const indicatorTexts = (row: Indicator, obligations: Obligations): Texts<IndicatorField> => ({
  tt: row.tt,
  name: row.name,
  target: row.targetText,
  leads: row.leadsText,
  implementers: row.implementersText,
  method: methodText(row, obligations),
});

/** The plan's own texts of a task row, by column. */
export const taskTexts = (row: Task): Texts<TaskField> => ({
  tt: row.tt ?? '',
  name: row.name,
  leads: row.leadsText,
  coordinators: row.coordinatorsText,
  deliverable: row.deliverable,
  timeframe: row.timeframeText,
});

/** The first plan text of a row that somebody changed; the plan's own text is what counts. A percentage typed anew (100% as 1) is the same. */
export function changedText<F extends Field>(table: Table<F>, row: GridRow, id: RowId, texts: Texts<F>): Finding[] {
  for (const [field, text] of Object.entries(texts) as [F, string][]) {
    if (table.columns[field] === undefined) continue;
    const cell = fieldCell(table, row, field);
    if (cell?.value === text) continue;
    const shown = typeof cell?.value === 'number' && cell.format === 'percent' ? `${cell.value * 100}%` : squash(String(cell?.value ?? ''));
    if (matchKey(shown) !== matchKey(text)) return [finding('plan-text-changed', {}, { row: id, field, ...at(table, row, field) })];
  }
  return [];
}
