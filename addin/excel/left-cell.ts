import type { EditQueue } from './edit-queue.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import { areasOf, excelRange } from './ranges.ts';
import type { SheetHandler } from './sheet-event.ts';

/**
 * Looks at the cell that was left, for a choice from a drop-down list may come without any event of an edit (OfficeDev/office-js
 * issue 3888). One small batch a move of the cursor, none while an edit is being dealt with anyway.
 */
export function leftCell(excel: ExcelCalls, known: KnownSheets, queue: EditQueue): SheetHandler {
  let before: { readonly sheet: string; readonly row: number; readonly column: number } | null = null;
  return async ({ worksheetId, address }) => {
    const left = before;
    const [area] = areasOf(address);
    const sheet = known.titleOf(worksheetId);
    before = area && sheet !== null ? { sheet, row: area.top, column: area.left } : null;
    if (!left || queue.busy) return;
    const remembered = known.valueAt(left.sheet, left.row, left.column);
    if (remembered === undefined) return;
    const cell = { top: left.row, left: left.column, bottom: left.row, right: left.column };
    const now = await excel.ask(async (context) => {
      const range = excelRange(context.workbook.worksheets.getItem(left.sheet), cell);
      range.load('values');
      await context.sync();
      return range.values[0]?.[0];
    });
    if (now.ok && now.value !== (remembered ?? '')) queue.add({ sheet: left.sheet, areas: [cell], source: 'local' });
  };
}
