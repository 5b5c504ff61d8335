import type { Worksheet } from 'exceljs';
import type { BookColumn } from '../../core/plan/book/book-columns.ts';
import { setPage } from '../style/page.ts';

const WIDTH = 16;

export function columnWidths(sheet: Worksheet, columns: readonly BookColumn[]): void {
  columns.forEach(({ width = WIDTH }, k) => {
    sheet.getColumn(k + 1).width = width;
  });
}

/** What stays in view, and how it is printed. */
export function sheetFrame(sheet: Worksheet, at: { readonly header: number; readonly columns: number; readonly last: number; readonly naming?: number }): void {
  sheet.views = [{ state: 'frozen', xSplit: at.naming ?? 1, ySplit: at.header, showGridLines: false, zoomScale: 90 }];
  const columns = { first: 1, last: at.columns };
  setPage(sheet, { columns, lastRow: at.last, titles: { first: at.header, last: at.header }, pages: 'as-many', foot: { left: '', right: sheet.name } });
}
