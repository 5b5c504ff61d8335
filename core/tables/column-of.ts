import { COLUMNS, type Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { TableColumn } from './column.ts';
import { isInput } from './inputs.ts';
import { type PlanRows, TABLE_KINDS, tableKindOf } from './table-kind.ts';
import type { FieldValue } from './value-kind.ts';

/** The column of a field in its row's own table; of a row that left the plan, in the first table that has such a field. */
export function columnOf(plan: PlanRows, row: string, field: string): TableColumn<Field> | undefined {
  const kind = tableKindOf(plan, row as RowId); // any other text is no row of the plan
  const kinds = kind === undefined ? TABLE_KINDS : [kind];
  return kinds.flatMap((one): readonly TableColumn<Field>[] => COLUMNS[one]).find((column) => column.field === field);
}

/** The header of that column. */
export const headerOf = (plan: PlanRows, row: string, field: string): string => columnOf(plan, row, field)?.header ?? field;

/** What a version says in a field, as people read it; a dash where it says nothing. */
export function valueText(plan: PlanRows, row: string, field: string, value: FieldValue | null): string {
  if (value === null || value === '') return '–';
  const column = columnOf(plan, row, field);
  return column && isInput(column) ? column.valueKind.display(value) : String(value);
}
