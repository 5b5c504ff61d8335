import type { CellPosition } from '../../../../addin/excel/port.ts';
import { cellName } from '../../../../core/grid.ts';

/**
 * The little of Excel's own API that the self-test needs and the port does not offer: protecting a sheet is nothing that the pane ever does
 * unasked, and it never reads a note but to write it anew.
 */
interface OwnSheet {
  getRange(address: string): OwnRange;
  readonly protection: { protect(options: { readonly allowFormatCells: boolean }): void };
  readonly notes: { getItemOrNullObject(address: string): OwnNote };
}

interface OwnRange {
  readonly format: { readonly protection: { locked: boolean } };
  readonly dataValidation: { readonly type: string; load(names: string): void };
  readonly conditionalFormats: { readonly items: readonly unknown[]; load(names: string): void };
  clear(what: 'Formats'): void;
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

/** Opens one cell of a sheet. */
export const openCell = (sheet: string, cell: string): Promise<void> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).format.protection.locked = false;
    await context.sync();
  });

/** Protects a sheet without a password, with the right to format cells or without it. */
export const protectSheet = (sheet: string, { allowFormatCells }: { readonly allowFormatCells: boolean }): Promise<void> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).protection.protect({ allowFormatCells });
    await context.sync();
  });

/** Takes the formats of a cell; Excel's code where it refuses. */
export const clearFormats = (sheet: string, cell: string): Promise<string> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).clear('Formats');
    return context.sync().then(
      () => 'cleared',
      (error: { readonly code?: string }) => String(error.code),
    );
  });

/** The kind of a cell's input rule, `None` without one, and how many conditional formats it has. */
export const rulesOf = (sheet: string, cell: string): Promise<{ readonly inputRule: string; readonly conditions: number }> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    const { dataValidation, conditionalFormats } = context.workbook.worksheets.getItem(sheet).getRange(cell);
    dataValidation.load('type');
    conditionalFormats.load('items/type');
    await context.sync();
    return { inputRule: dataValidation.type, conditions: conditionalFormats.items.length };
  });

/** The notes of cells of a sheet; null where there is none. Excel has notes from ExcelApi 1.18 on. */
export const notesAt = (sheet: string, cells: readonly CellPosition[]): Promise<(string | null)[]> =>
  (globalThis as never as { readonly Excel: OwnExcel }).Excel.run(async (context) => {
    const { notes } = context.workbook.worksheets.getItem(sheet);
    const asked = cells.map(({ row, column }) => notes.getItemOrNullObject(cellName(row, column)).load('content'));
    await context.sync();
    return asked.map((note) => (note.isNullObject ? null : note.content));
  });
