import type { Worksheet } from 'exceljs';
import type { ShownColumn } from '../../core/plan/book/book-columns.ts';
import { setPage } from '../style/page.ts';
import { rowHeight } from '../style/row-height.ts';
import { SIZE } from '../style/type.ts';

const WIDTH = 16;
const LEAST_HEIGHT = 18;

export function columnWidths(sheet: Worksheet, columns: readonly ShownColumn[]): void {
  columns.forEach(({ width = WIDTH }, k) => {
    sheet.getColumn(k + 1).width = width;
  });
}

/** Gives rows the height that their texts need; the columns have their widths. */
function fitRows(sheet: Worksheet, from: number): void {
  for (let number = from; number <= sheet.rowCount; number++) {
    const row = sheet.getRow(number);
    const cells = sheet.columns.flatMap(({ width = WIDTH }, k) => {
      const { value, font } = row.getCell(k + 1);
      return typeof value === 'string'
        ? [{ text: value, width, size: SIZE.table, weight: font?.bold ? ('bold' as const) : ('regular' as const) }]
        : [];
    });
    if (cells.length > 1) row.height = Math.max(LEAST_HEIGHT, rowHeight(cells));
  }
}

/** What stays in view, and how it is printed. */
export function sheetFrame(
  sheet: Worksheet,
  at: { readonly header: number; readonly columns: number; readonly last: number; readonly naming?: number },
): void {
  fitRows(sheet, at.header);
  sheet.views = [{ state: 'frozen', xSplit: at.naming ?? 1, ySplit: at.header, showGridLines: false, zoomScale: 90 }];
  const columns = { first: 1, last: at.columns };
  setPage(sheet, {
    columns,
    lastRow: at.last,
    titles: { first: at.header, last: at.header },
    pages: 'as-many',
    foot: { left: '', right: sheet.name },
  });
}
