import type { Field } from '../../core/layout.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { headerOf } from '../../core/tables/column-of.ts';
import { type AnyEntry, displayedValue, inputsIn, valueIn } from '../../core/tables/inputs.ts';
import { tableKindOf } from '../../core/tables/table-kind.ts';
import type { PanelLine } from '../ui/panel-lines.ts';

/** A text that an agency wrote beside its figures in the last period, and may write again as it was. */
export interface RepeatableText {
  readonly field: Field;
  readonly header: string;
  readonly text: string;
}

/** What an agency said of a row in the last period. */
export interface LastAnswer {
  /** Column by column, those alone that said something. */
  readonly lines: readonly PanelLine[];
  /** Its evidence, reasons and notes. State and answers are this period's own: they are never written again. */
  readonly texts: readonly RepeatableText[];
}

/** What the report of the last period says of a row, or where it says nothing of the row that this one continues; null where of neither. */
export function lastAnswer(plan: Plan, row: RowId, { indicators, tasks }: Pick<Report, 'indicators' | 'tasks'>): LastAnswer | null {
  const kind = tableKindOf(plan, row);
  const continued = plan.indicators.find(({ id }) => id === row)?.continues;
  const entryOf = (id: RowId): AnyEntry | undefined => indicators[id] ?? tasks[id];
  const entry = entryOf(row) ?? (continued && entryOf(continued));
  if (!kind || !entry) return null;
  const said = inputsIn(kind).flatMap((column) => {
    const text = displayedValue(entry, column);
    return text === '' ? [] : [{ column, line: { field: column.field, label: headerOf(plan, row, column.field), text, blank: '' } }];
  });
  const texts = said.flatMap(({ column: { field, part }, line: { label } }) => {
    const text = valueIn(entry, field);
    return (part === 'remark' || part === 'reason') && typeof text === 'string' ? [{ field, header: label, text }] : [];
  });
  return { lines: said.map(({ line }) => line), texts };
}
