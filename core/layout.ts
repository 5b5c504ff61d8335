import type { TableColumn } from './tables/column.ts';
import { INDICATOR_COLUMNS, type IndicatorField } from './tables/indicators/columns.ts';
import { TASK_COLUMNS, type TaskField } from './tables/tasks/columns.ts';

export type Field = IndicatorField | TaskField;

/** A sheet of the form as builder, reader and pane know it. Columns are found by header, rows by `Mã`: position is never trusted. */
export interface SheetLayout<F extends Field = Field> {
  readonly title: string;
  /** Points at the header cell `Mã`. */
  readonly definedName: string;
  readonly columns: readonly TableColumn<F>[];
}

/** The columns that every table of its kind has. */
const always = <F extends Field>(columns: readonly TableColumn<F>[]): readonly TableColumn<F>[] =>
  columns.filter((column) => column.role !== 'input' || column.openIn !== 'tables-that-ask');

export const INDICATOR_SHEET: SheetLayout<IndicatorField> = {
  title: 'Phụ lục I',
  definedName: 'PhuLuc_I',
  columns: always<IndicatorField>(INDICATOR_COLUMNS),
};

export const TASK_SHEET: SheetLayout<TaskField> = {
  title: 'Phụ lục II',
  definedName: 'PhuLuc_II',
  columns: always<TaskField>(TASK_COLUMNS),
};

/** Every column that a table of a kind may have. */
export const COLUMNS = { indicators: INDICATOR_COLUMNS, tasks: TASK_COLUMNS } as const;

/** The tables of a plan, under the names by which plan and report have their rows. */
export const SHEETS = { indicators: INDICATOR_SHEET, tasks: TASK_SHEET } as const;

/** Where a report's rows stand in a workbook: sheet, row number, and the column of each field of that sheet. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}
