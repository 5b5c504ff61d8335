import { COLUMNS, type Field } from '../layout.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { TableColumn } from './column.ts';
import { isInput } from './inputs.ts';
import { sheetOf } from './sheets-of.ts';
import { TABLE_KINDS, type TableKind } from './table-kind.ts';
import type { FieldValue } from './value-kind.ts';

type PlanTables = Pick<Plan, 'appendices' | TableKind>;

/** The column of a field in its row's own table; of a row that left the plan, in the first table that may have such a field. */
export function columnOf(plan: PlanTables, row: string, field: string): TableColumn<Field> | undefined {
  const own = sheetOf(plan, row as RowId); // any other text is no row of the plan
  const kinds = own ? [own.kind] : TABLE_KINDS;
  return [...(own?.columns ?? []), ...kinds.flatMap((kind) => COLUMNS[kind])].find((column) => column.field === field);
}

/** The header of that column. */
export const headerOf = (plan: PlanTables, row: string, field: string): string => columnOf(plan, row, field)?.header ?? field;

/** What a version says in a field, as people read it; a dash where it says nothing. */
export function valueText(plan: PlanTables, row: string, field: string, value: FieldValue | null): string {
  if (value === null || value === '') return '–';
  const column = columnOf(plan, row, field);
  return column && isInput(column) ? column.valueKind.display(value) : String(value);
}
