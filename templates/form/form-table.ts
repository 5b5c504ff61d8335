import type { CellOf } from '../../core/form/condition.ts';
import { isFigure } from '../../core/form/live-formula.ts';
import { ownRowCell } from '../../core/form/own-row.ts';
import type { Field, SheetLayout } from '../../core/layout.ts';
import { oncePerObject } from '../../core/once.ts';
import type { TableColumn } from '../../core/tables/column.ts';
import type { ColumnSpan } from '../style/page.ts';

/** Rows above the plan's table: letterhead, annex heading, and the line that says what is due when. */
export const HEADER_ROW = 9;

/** One sheet's table as it is built: its columns in their order, with widths and letters. */
export interface FormTable {
  readonly layout: SheetLayout;
  readonly columns: readonly TableColumn<Field>[];
  readonly widths: readonly number[];
  readonly firstInput: number;
  /** Up to this column rows are known by their names. */
  readonly lastNaming: number;
  /** The columns that stand on paper: what is signed holds neither the key of its rows nor what the checks say. */
  readonly printed: ColumnSpan;
  /** 1 is column A. */
  readonly columnOf: (field: Field) => number;
  /** Names the cells of a formula's own row. */
  readonly cellOf: CellOf;
}

function formTable(layout: SheetLayout): FormTable {
  const { columns } = layout;
  const columnOf = (field: Field): number => columns.findIndex((column) => column.field === field) + 1;
  return {
    layout,
    columns,
    widths: columns.map(({ width }) => width),
    firstInput: layout.columns.findIndex(({ role }) => role === 'input') + 1,
    lastNaming: columnOf('name'),
    printed: {
      first: columns.findIndex(({ role }) => role !== 'key') + 1,
      last: columns.findLastIndex((column) => column.role !== 'derived' || isFigure(column)) + 1,
    },
    columnOf,
    cellOf: (field) => ownRowCell(columnOf(field)),
  };
}

/** The table of a plan as it is built. */
export const formTableOf = oncePerObject(formTable);
