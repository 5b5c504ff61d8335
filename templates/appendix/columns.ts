import { columnLetters } from '../../core/grid.ts';
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
  return {
    height: heightOf(
      cells,
      columns.map(({ width }) => width),
    ),
    cells,
  };
}

/** The height at which none of these wrapped texts is cut off. */
export function heightOf(cells: readonly (StyledCell | null)[], widths: readonly number[]): number {
  const texts = cells.flatMap((one, k) => {
    if (!one?.style.alignment?.wrapText) return [];
    const text = shownText(one.value);
    if (text === '') return [];
    const { size = SIZE.table, bold } = one.style.font;
    return [{ text, width: widths[k] ?? 10, size, weight: bold ? ('bold' as const) : ('regular' as const) }];
  });
  return Math.max(18, rowHeight(texts));
}

function shownText(value: CellValue): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && typeof value.result === 'string') return value.result;
  return '';
}
