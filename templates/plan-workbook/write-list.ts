import type { Cell, Worksheet } from 'exceljs';
import type { ShownColumn } from '../../core/plan/book/book-columns.ts';
import { headerNote } from '../form/header-note.ts';
import { BOX, COLOUR, FRAME, font, MIDDLE, solidFill, WRAPPED } from '../style/type.ts';
import { dropDown, type ListRanges } from './drop-downs.ts';

/** Rows that stay free below a list, with its formats and drop-downs. */
export const FREE_ROWS = 10;

export type BookValue = string | number | null;

export interface ListContent {
  /** The row of the names of the columns. */
  readonly header: number;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly (readonly BookValue[])[];
  readonly ranges: ListRanges;
  /** Rows between the header and the first item. */
  readonly skip?: number;
}

/** Writes a list: the names of its columns with a note each, its items, and free rows; gives the last of these. */
export function writeList(sheet: Worksheet, { header, columns, rows, ranges, skip = 0 }: ListContent): number {
  const first = header + 1 + skip;
  const last = first + rows.length + FREE_ROWS - 1;
  columns.forEach((column, k) => {
    // what is pasted further down stays the text that it is, too
    if (column.kind !== 'day' && column.kind !== 'number') sheet.getColumn(k + 1).style = { numFmt: '@' };
    headerCell(sheet.getCell(header, k + 1), column);
    for (let row = first; row <= last; row++) valueCell(sheet.getCell(row, k + 1), column, rows[row - first]?.[k] ?? null);
    dropDown(sheet, column, { column: k + 1, from: first, to: last }, ranges);
  });
  return last;
}

/** The name of a column, with a note on how it is filled in and an example. */
export function headerCell(cell: Cell, column: ShownColumn): void {
  cell.value = column.header;
  cell.style = { font: font({ bold: true }), alignment: MIDDLE, fill: solidFill('header'), border: FRAME };
  cell.note = headerNote(columnNote(column));
}

export const columnNote = ({ header, note, example }: ShownColumn): string =>
  [header, note, example === '' ? '' : `Ví dụ: ${example}`].filter((line) => line !== '').join('\n');

/** A value as people type it: days as days, texts as texts whatever they look like. */
export function valueCell(cell: Cell, { kind }: ShownColumn, value: BookValue): void {
  const day = kind === 'day' && typeof value === 'string' ? dateOf(value) : null;
  cell.value = day ?? value;
  const numFmt = kind === 'day' ? 'dd/mm/yyyy' : kind === 'number' || typeof value === 'number' ? 'General' : '@';
  cell.style = { font: font({ colour: 'ink' }), alignment: WRAPPED, border: BOX, numFmt };
}

/** Spreadsheets know days from 1900 to 9999; others stand as text. */
function dateOf(day: string): Date | null {
  return day >= '1900-03-01' ? new Date(`${day}T00:00:00Z`) : null;
}

/** A cell that is to be looked at. */
export function markProposal(cell: Cell): void {
  cell.style = { ...cell.style, fill: solidFill('missingInput') };
}

/** A line above a part. */
export function titleCell(cell: Cell, text: string): void {
  cell.value = text;
  cell.style = { font: { ...font({ bold: true, size: 13 }), color: { argb: COLOUR.accent } } };
}
