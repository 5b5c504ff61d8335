import type { Worksheet } from 'exceljs';
import { cellValueOf } from '../../core/plan/book/cell-value.ts';
import { GENERAL_HEADERS } from '../../core/plan/book/marks.ts';
import { GENERAL, LISTS, partTitle } from '../../core/plan/book/parts.ts';
import { partAt } from '../../core/plan/checking/sound-part.ts';
import { headerNote } from '../form/header-note.ts';
import { BOX, FRAME, font, MIDDLE, solidFill, WRAPPED } from '../style/type.ts';
import { sheetFrame } from './book-frame.ts';
import { dropDown, type ListRanges } from './drop-downs.ts';
import { columnNote, FREE_ROWS, titleCell, valueCell, writeList } from './write-list.ts';

const WIDTHS = [28, 52, 44, 30, 24, 24, 24];
const HEADER = 3;

/** The plan's own values, a line each, then its lists but for the rows, a part each. */
export function writePlanSheet(sheet: Worksheet, plan: object, ranges: ListRanges): void {
  WIDTHS.forEach((width, k) => {
    sheet.getColumn(k + 1).width = width;
  });
  titleCell(sheet.getCell(1, 1), 'PHẦN 1. Thông tin chung của kế hoạch');
  sheet.getCell(2, 1).value =
    'Điền cột “Nội dung”. Thêm dòng vào chỗ trống của mỗi phần; không xóa dòng tên phần, tên cột. Trỏ vào tên cột để xem cách ghi.';
  sheet.getCell(2, 1).style = { font: font({ italic: true, colour: 'quiet' }) };
  GENERAL_HEADERS.forEach((text, k) => {
    const cell = sheet.getCell(HEADER, k + 1);
    cell.value = text;
    cell.style = { font: font({ bold: true }), alignment: MIDDLE, fill: solidFill('header'), border: FRAME };
  });
  placeLists(plan, HEADER + GENERAL.length + 2, sheet.name, ranges);
  GENERAL.forEach((column, k) => {
    const row = HEADER + 1 + k;
    const label = sheet.getCell(row, 1);
    label.value = column.header;
    label.style = { font: font({ bold: true }), alignment: WRAPPED, fill: solidFill('header'), border: BOX };
    label.note = headerNote(columnNote(column));
    valueCell(sheet.getCell(row, 2), column, cellValueOf(column, plan));
    for (const [at, text] of [
      [3, column.note],
      [4, column.example],
    ] as const) {
      const cell = sheet.getCell(row, at);
      cell.value = text;
      cell.style = { font: font({ colour: 'quiet' }), alignment: WRAPPED, border: BOX, numFmt: '@' };
    }
    dropDown(sheet, column, { column: 2, from: row, to: row }, ranges);
  });
  let last = HEADER;
  for (const list of LISTS) {
    const header = (ranges.get(list.key)?.from ?? 1) - 1;
    titleCell(sheet.getCell(header - 1, 1), partTitle(list));
    last = writeList(sheet, {
      header,
      columns: list.columns,
      rows: itemsOf(plan, list.key).map((one) => list.columns.map((column) => cellValueOf(column, one))),
      ranges,
    });
  }
  sheetFrame(sheet, { header: HEADER, columns: WIDTHS.length, last });
}

const itemsOf = (plan: object, key: string): readonly unknown[] => {
  const list = partAt(plan, [key]);
  return Array.isArray(list) ? list : [];
};

/** Where each list begins and ends is known before anything names it: parts name one another. */
function placeLists(plan: object, from: number, sheet: string, ranges: ListRanges): void {
  let title = from;
  for (const { key } of LISTS) {
    const first = title + 2;
    const to = first + itemsOf(plan, key).length + FREE_ROWS - 1;
    ranges.set(key, { sheet, from: first, to });
    title = to + 2;
  }
}
