import type { EditQueue } from './edit-queue.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { areasOf, excelRange } from './ranges.ts';
import type { SheetHandler } from './sheet-event.ts';

/** A cell as it was when the workbook was read. */
interface LeftCell {
  readonly sheet: string;
  /** As Excel's events name it; it stays when the sheet gets another title. */
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Looks at the cell that was left, for a choice from a drop-down list may come without any event of an edit (OfficeDev/office-js
 * issue 3888). One small batch a move of the cursor, none while an edit is being dealt with anyway; cells that were left while Excel was
 * asked are looked at together.
 */
export function leftCell(excel: ExcelCalls, known: KnownSheets, queue: EditQueue): SheetHandler {
  let before: LeftCell | null = null;
  const look = oneAtATime<LeftCell>(async (all) => {
    const cells = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].filter(
      ({ sheet, row, column }) => known.valueAt(sheet, row, column) !== undefined,
    );
    if (cells.length === 0) return;
    const now = await excel.ask(async (context) => {
      // A sheet that has gone since must not take the others' cells with it.
      const asked = cells.map(({ sheetId, row, column }) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheetId).load('name');
        return { worksheet, range: excelRange(worksheet, areaOfCell(row, column)).load('values') };
      });
      await context.sync();
      return asked.map(({ worksheet, range }) => (worksheet.isNullObject ? undefined : range.values[0]?.[0]));
    });
    if (!now.ok) return;
    for (const [k, { sheet, row, column }] of cells.entries())
      if (now.value[k] !== undefined && now.value[k] !== (known.valueAt(sheet, row, column) ?? ''))
        queue.add({ sheet, areas: [areaOfCell(row, column)], source: 'local' });
  });
  return async ({ worksheetId, address }) => {
    const left = before;
    const [area] = areasOf(address);
    const sheet = known.titleOf(worksheetId);
    before = area && sheet !== null ? { sheet, sheetId: worksheetId, row: area.top, column: area.left } : null;
    if (left && !queue.busy) await look(left);
  };
}

const areaOfCell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
