/** The little of Excel's own API that the self-test needs and the port does not offer: protecting a sheet is nothing that the pane ever does unasked. */
interface OwnSheet {
  getRange(address: string): { readonly format: { readonly protection: { locked: boolean } } };
  readonly protection: { protect(options: { readonly allowFormatCells: boolean }): void };
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
