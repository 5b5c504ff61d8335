import type { TableColumn } from './tables/column.ts';
import { INDICATOR_COLUMNS, type IndicatorField } from './tables/indicators/columns.ts';
import type { TableKind } from './tables/table-kind.ts';
import { TASK_COLUMNS, type TaskField } from './tables/tasks/columns.ts';

export type Field = IndicatorField | TaskField;

/**
 * A table of the plan as builder, reader and pane know it, with the sheet that it has in a form. Columns are found by header, rows by `Mã`:
 * position is never trusted.
 */
export interface SheetLayout {
  /** The id of the table: those of its rows begin with it. */
  readonly table: string;
  readonly kind: TableKind;
  readonly title: string;
  /** Points at the header cell `Mã`. */
  readonly definedName: string;
  readonly columns: readonly TableColumn<Field>[];
  /** Other tables of its kind, whose headers may be the same: they are told apart by the ids of their rows. */
  readonly siblings: readonly string[];
}

/** Every column that a table of a kind may have. */
export const COLUMNS: Readonly<Record<TableKind, readonly TableColumn<Field>[]>> = {
  indicators: INDICATOR_COLUMNS,
  tasks: TASK_COLUMNS,
};

/** Where a report's rows stand in a workbook: sheet, row number, and the column of each field of that sheet. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}
