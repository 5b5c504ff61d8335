import type { Field, SheetLayout } from '../../../../core/layout.ts';
import { loadedBook } from '../../../support/loaded-book.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../../support/plan-sheets.ts';

/** What is typed into the rows of a form, by `Mã` and column. */
export type Typed = Readonly<Record<string, Readonly<Partial<Record<Field, string | number | Date>>>>>;

/** The rows that a commune owes in 2026, all answered. */
export const soundValues = (): Typed => ({
  ...Object.fromEntries(
    ['PL1.I.1.1', 'PL1.I.1.2', 'PL1.I.1.3', 'PL1.I.2.3', 'PL1.I.2.4', 'PL1.I.2.6', 'PL1.I.2.7'].map((id) => [
      id,
      { state: 'Có số liệu', numerator: 90, denominator: 100 },
    ]),
  ),
  ...Object.fromEntries(
    ['PL2.II.1', 'PL2.II.2', 'PL2.IV.4', 'PL2.V.2', 'PL2.VI.2', 'PL2.VI.6'].map((id) => [id, { status: 'Đang thực hiện', percent: 0.4 }]),
  ),
});

/** A form as an agency sends it back: opened in another program, typed into, saved. */
export async function fillForm(form: Buffer, typed: Typed): Promise<Buffer> {
  const book = await loadedBook(form);
  const sheets: readonly SheetLayout[] = [INDICATOR_SHEET, TASK_SHEET];
  for (const { title, columns: own } of sheets) {
    const headerOf = (field: string) => own.find((column) => column.field === field)?.header ?? '';
    const sheet = book.getWorksheet(title)!;
    const columns = new Map<string, number>();
    sheet.eachRow((row) => {
      if (row.values && (row.values as unknown[]).includes('Mã')) row.eachCell((cell, column) => columns.set(String(cell.text), column));
      const id = String(row.getCell(columns.get('Mã') ?? 1).text);
      const values = typed[id];
      for (const [field, value] of Object.entries(values ?? {})) row.getCell(columns.get(headerOf(field))!).value = value;
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
