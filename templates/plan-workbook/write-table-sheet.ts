import type { Worksheet } from 'exceljs';
import type { Appendix } from '../../core/plan/appendix.ts';
import type { ShownColumn } from '../../core/plan/book/book-columns.ts';
import { cellValueOf } from '../../core/plan/book/cell-value.ts';
import { CONFIRMED, HEADINGS_MARK, PROPOSAL_HEADER, TO_CONFIRM } from '../../core/plan/book/marks.ts';
import { ROW_COLUMNS } from '../../core/plan/book/parts.ts';
import { partAt } from '../../core/plan/checking/sound-part.ts';
import { BOX, font, MIDDLE, solidFill } from '../style/type.ts';
import { columnWidths, sheetFrame } from './book-frame.ts';
import type { ListRanges } from './drop-downs.ts';
import { markProposal, titleCell, writeList } from './write-list.ts';

const HEADER = 2;

/** The last column: whether a row is still what the program proposed. */
const PROPOSAL: ShownColumn & { readonly heading: null } = {
  kind: 'word',
  header: PROPOSAL_HEADER,
  note: 'Phần mềm ghi “cần xác nhận” khi tự điền ô tô màu. Xem lại, sửa nếu cần, rồi chọn “đã xác nhận”.',
  example: CONFIRMED,
  words: { open: TO_CONFIRM, done: CONFIRMED },
  heading: null,
};

interface TableContent {
  readonly table: Appendix;
  readonly rows: readonly { readonly id: string }[];
  readonly ranges: ListRanges;
  /** Rows of which the program filled in what the plan's texts do not say: a person must confirm it. */
  readonly proposed: ReadonlySet<string>;
}

/** One table of the plan: the names of the columns, the plan's own headings below them, and its rows. */
export function writeTableSheet(sheet: Worksheet, { table, rows, ranges, proposed }: TableContent): void {
  const columns = [...ROW_COLUMNS[table.kind], PROPOSAL];
  titleCell(sheet.getCell(1, 1), `${table.heading}. ${table.title}`);
  const values = rows.map((row) => [
    ...ROW_COLUMNS[table.kind].map((column) => cellValueOf(column, row)),
    proposed.has(row.id) ? TO_CONFIRM : null,
  ]);
  const last = writeList(sheet, { header: HEADER, columns, rows: values, ranges, skip: 1 });
  columns.forEach(({ heading }, k) => {
    const cell = sheet.getCell(HEADER + 1, k + 1);
    if (k === 0) cell.value = HEADINGS_MARK;
    else if (heading !== null) cell.value = headingOf(table, heading);
    cell.style = {
      font: font({ italic: true }),
      alignment: MIDDLE,
      fill: solidFill(heading === null ? 'group' : 'input'),
      border: BOX,
      numFmt: '@',
    };
  });
  rows.forEach(({ id }, k) => {
    if (!proposed.has(id)) return;
    columns.forEach(({ heading }, at) => {
      const cell = sheet.getCell(HEADER + 2 + k, at + 1);
      if (heading === null && cell.value !== null) markProposal(cell);
    });
  });
  columnWidths(sheet, columns);
  sheetFrame(sheet, { header: HEADER + 1, columns: columns.length, last, naming: 3 });
}

function headingOf({ columns }: Appendix, field: string): string | null {
  const text = partAt(columns, [field]);
  return typeof text === 'string' ? text : null;
}
