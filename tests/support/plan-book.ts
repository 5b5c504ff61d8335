import type ExcelJS from 'exceljs';
import { loadedBook } from './loaded-book.ts';

/** A plan workbook after a person's changes, saved by another program than wrote it. */
export async function changedPlanBook(bytes: Uint8Array, change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = await loadedBook(bytes);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The cell below the name of a column, in the row of an id. */
export function planCell(book: ExcelJS.Workbook, sheet: string, id: string, header: string): ExcelJS.Cell {
  const grid = book.getWorksheet(sheet);
  let [row, column] = [0, 0];
  grid?.eachRow((line) =>
    line.eachCell((cell) => {
      if (cell.value === id && Number(cell.col) === 1) row = Number(cell.row);
      if (cell.value === header) column = Number(cell.col);
    }),
  );
  if (!grid || row === 0 || column === 0) throw new Error(`${sheet} ${id} ${header}`);
  return grid.getCell(row, column);
}
