import ExcelJS from 'exceljs';
import { sealWorkbook } from '../style/package.ts';
import { BOX } from '../style/type.ts';

/** An agency that got a form and a letter, and in which folder they are. */
export interface HandoutLine {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

const COLUMNS = [
  { header: 'STT', width: 6 },
  { header: 'Mã đơn vị', width: 14 },
  { header: 'Đơn vị', width: 60 },
  { header: 'Thư mục', width: 40 },
  { header: 'Hạn gửi', width: 14 },
  { header: 'Ngày giao', width: 14 },
  { header: 'Người nhận', width: 30 },
] as const;

/** The list of a handout of a moment as .xlsx, with room for when it was given to whom; no code stands in it. */
export async function buildHandoutList(
  lines: readonly HandoutLine[],
  { period, deadline, at }: { readonly period: string; readonly deadline: string; readonly at: Date },
): Promise<Uint8Array> {
  const book = Object.assign(new ExcelJS.Workbook(), { created: at, modified: at });
  const sheet = book.addWorksheet(`Giao biểu ${period}`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '1:1' },
  });
  sheet.columns = COLUMNS.map(({ header, width }) => ({ header, width, style: { font: { name: 'Times New Roman', size: 12 } } }));
  sheet.addRows(lines.map(({ id, name, folder }, k) => [k + 1, id, name, folder, deadline]));
  // To be signed by hand: empty columns have their lines too.
  for (let row = 1; row <= lines.length + 1; row++)
    for (let column = 1; column <= COLUMNS.length; column++) sheet.getCell(row, column).border = BOX;
  sheet.getColumn(1).alignment = { horizontal: 'center' };
  sheet.getRow(1).font = { name: 'Times New Roman', size: 12, bold: true };
  return sealWorkbook(book);
}
