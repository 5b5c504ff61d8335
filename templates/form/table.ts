import { cellName, columnLetters } from '../../core/grid.ts';
import { type Field, INDICATOR_SHEET, type SheetLayout, TASK_SHEET } from '../../core/layout.ts';
import type { CellOf } from './condition.ts';

/** Rows above the plan's table: letterhead, annex heading, and the line that says what is due when. */
export const HEADER_ROW = 9;

/** Column widths in Excel's units: together they must let A4 landscape hold the table at 9 points or more. */
const INDICATOR_WIDTHS: Readonly<Partial<Record<Field, number>>> = {
  id: 9.7,
  tt: 4.3,
  name: 25.2,
  target: 6.8,
  leads: 11.2,
  implementers: 11.2,
  method: 24,
  state: 9.4,
  numerator: 8.3,
  denominator: 8.3,
  rate: 8.2,
  value: 7.2,
  explanation: 13,
  evidence: 11,
  check: 13.2,
};

const TASK_WIDTHS: Readonly<Partial<Record<Field, number>>> = {
  id: 10.2,
  tt: 5,
  name: 36.8,
  leads: 9.3,
  coordinators: 11.8,
  deliverable: 14.5,
  timeframe: 10.3,
  status: 9.5,
  percent: 7,
  document: 10.2,
  issuedOn: 10.7,
  summary: 13,
  note: 9.5,
  check: 13.2,
};

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
