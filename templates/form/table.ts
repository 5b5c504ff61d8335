import { INDICATOR_WIDTHS, TASK_WIDTHS } from '../../core/form/column-widths.ts';
import type { CellOf } from '../../core/form/condition.ts';
import { cellName, columnLetters } from '../../core/grid.ts';
import { type Field, INDICATOR_SHEET, type SheetLayout, TASK_SHEET } from '../../core/layout.ts';

/** Rows above the plan's table: letterhead, annex heading, and the line that says what is due when. */
export const HEADER_ROW = 9;

/** One sheet's table as it is built: fields in their order, with widths and letters. */
export interface Table {
  readonly layout: SheetLayout;
  readonly fields: readonly Field[];
  readonly widths: readonly number[];
  readonly firstInput: number;
  readonly lastLetters: string;
  /** 1 is column A. */
  readonly columnOf: (field: Field) => number;
  readonly widthOf: (field: Field) => number;
  /** Names the cells of one row. */
  readonly cellsOf: (row: number) => CellOf;
}

function tableOf(layout: SheetLayout, widths: Readonly<Partial<Record<Field, number>>>): Table {
  const fields = layout.columns.map(({ field }) => field);
  const columnOf = (field: Field): number => fields.indexOf(field) + 1;
  const widthOf = (field: Field): number => widths[field] ?? 10;
  return {
    layout,
    fields,
    widths: fields.map(widthOf),
    firstInput: layout.columns.findIndex(({ role }) => role === 'input') + 1,
    lastLetters: columnLetters(fields.length),
    columnOf,
    widthOf,
    cellsOf: (row) => (field) => cellName(row, columnOf(field)),
  };
}

export const INDICATOR_TABLE = tableOf(INDICATOR_SHEET, INDICATOR_WIDTHS);
export const TASK_TABLE = tableOf(TASK_SHEET, TASK_WIDTHS);
