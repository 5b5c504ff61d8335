import { columnLetters } from '../../core/grid.ts';
import { oncePerObject, oncePerValue } from '../../core/once.ts';
import type { CellStyle, CellValue, Row, StyledCell } from '../../xlsx/write/cell.ts';
import { rowHeight } from '../style/row-height.ts';
import { SIZE } from '../style/type.ts';
import { LOOK } from './looks.ts';

/** A column of a table: its heading, its width in Excel's units, and what it shows of an item in a row of the sheet. */
export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly cell: (item: T, row: number) => StyledCell;
}

export const cell = (value: CellValue, style: CellStyle = LOOK.text): StyledCell => ({ value, style });

export const widthsOf = (columns: readonly Column<never>[]): number[] => columns.map(({ width }) => width);

/** Where a column stands by its key; 1 is column A. */
export const columnNumber = (columns: readonly Column<never>[], key: string): number =>
  columns.findIndex((column) => column.key === key) + 1;

/** Its letters. */
export const lettersOf = (columns: readonly Column<never>[], key: string): string => columnLetters(columnNumber(columns, key));

/** The heading row; a heading that stands upright makes it as tall as `least`. */
export function headerRow(columns: readonly Column<never>[], least = 0): Row {
  const cells = columns.map(({ header }) => cell(header, LOOK.header));
  return { height: Math.max(least, heightOf(cells, widthsOf(columns))), cells };
}

/** An item's row, as high as its tallest wrapped text. */
export function itemRow<T>(columns: readonly Column<T>[], item: T, row: number): Row {
  const cells = columns.map((column) => column.cell(item, row));
  return { height: heightOf(cells, widthsOf(columns)), cells };
}

/** The height at which none of these wrapped texts is cut off. */
export function heightOf(cells: readonly (StyledCell | null)[], widths: readonly number[]): number {
  const heights = cells.map((one, k) => {
    if (!one?.style.alignment?.wrapText) return 0;
    const text = shownText(one.value);
    const ofText = heightIn(one.style)(widths[k] ?? 10);
    return text === '' ? 0 : text.length > LONGEST_REMEMBERED ? ofText.measured(text) : ofText.known(text);
  });
  return Math.max(LOWEST, ...heights);
}

const LOWEST = 18;
/** Thousands of rows say the same names, words and files: each of a sheet's columns remembers how high those are. */
const [MOST_REMEMBERED, LONGEST_REMEMBERED, MOST_WIDTHS] = [4096, 80, 64];

/** How high a text is in a look and a column's width. */
const heightIn = oncePerObject(({ font: { size = SIZE.table, bold } }: CellStyle) =>
  oncePerValue(MOST_WIDTHS, (width: number) => {
    const measured = (text: string): number => rowHeight([{ text, width, size, weight: bold ? 'bold' : 'regular' }]);
    return { measured, known: oncePerValue(MOST_REMEMBERED, measured) };
  }),
);

function shownText(value: CellValue): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && typeof value.result === 'string') return value.result;
  return '';
}
