import type { CellPosition } from '../../../../addin/excel/port.ts';
import { cellName } from '../../../../core/grid.ts';

/**
 * The little of Excel's own API that the self-test needs and the port does not offer: protecting a sheet is nothing that the pane ever does
 * unasked, and it never reads a note but to write it anew.
 */
interface OwnSheet {
  getRange(address: string): { readonly format: { readonly protection: { locked: boolean } } };
  readonly protection: { protect(options: { readonly allowFormatCells: boolean }): void };
  readonly notes: { getItemOrNullObject(address: string): OwnNote };
}

interface OwnNote {
  readonly isNullObject: boolean;
  readonly content: string;
  load(names: string): OwnNote;
}

interface OwnExcel {
  run<T>(
    batch: (context: {
      readonly workbook: { readonly worksheets: { getItem(title: string): OwnSheet } };
      sync(): Promise<void>;
    }) => Promise<T>,
  ): Promise<T>;
}

/** Opens one cell of a sheet and protects the sheet, without a password and without the right to format cells. */
export const protectAllBut = (sheet: string, cell: string): Promise<void> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.getRange(cell).format.protection.locked = false;
    worksheet.protection.protect({ allowFormatCells: false });
    await context.sync();
  });

/** The notes of cells of a sheet; null where there is none. Excel has notes from ExcelApi 1.18 on. */
export const notesAt = (sheet: string, cells: readonly CellPosition[]): Promise<(string | null)[]> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    const { notes } = context.workbook.worksheets.getItem(sheet);
    const asked = cells.map(({ row, column }) => notes.getItemOrNullObject(cellName(row, column)).load('content'));
    await context.sync();
    return asked.map((note) => (note.isNullObject ? null : note.content));
  });
