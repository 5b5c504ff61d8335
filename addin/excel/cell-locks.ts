import { ok, type Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { SheetAreas } from './port.ts';
import { addressesOf, excelRange } from './ranges.ts';
import type { Trouble } from './trouble.ts';

/**
 * The areas that a protected sheet has locked, of those named: one small batch where there are none. A pasted cell brings its own lock, and
 * nobody can type there any more.
 */
export async function lockedAmong(cells: readonly SheetAreas[], excel: ExcelCalls): Promise<Result<readonly SheetAreas[], Trouble>> {
  if (cells.every(({ areas }) => areas.length === 0)) return ok([]);
  return excel.ask(async (context) => {
    const asked = cells.map(({ sheet, areas }) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
      worksheet.load('name');
      worksheet.protection.load('protected');
      const together = addressesOf(areas).map((addresses) => worksheet.getRanges(addresses).format.protection.load('locked'));
      return { sheet, areas, worksheet, together };
    });
    await context.sync();
    // Null where some cells are locked and others are not.
    const some = asked.filter(
      ({ worksheet, together }) =>
        !worksheet.isNullObject && worksheet.protection.protected && together.some(({ locked }) => locked !== false),
    );
    const each = some.map(({ sheet, areas, worksheet }) => ({
      sheet,
      locks: areas.map((area) => ({ area, lock: excelRange(worksheet, area).format.protection.load('locked') })),
    }));
    if (each.length > 0) await context.sync();
    return each.map(({ sheet, locks }) => ({ sheet, areas: locks.filter(({ lock }) => lock.locked !== false).map(({ area }) => area) }));
  });
}

/**
 * Opens areas of protected sheets and protects these again as they were. The user's undo is lost with it, so that only a person asks for
 * it.
 */
export const unlockAreas = (cells: readonly SheetAreas[], excel: ExcelCalls): Promise<Result<null, Trouble>> =>
  excel.change(
    async (context) => {
      const sheets = cells.map(({ sheet, areas }) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.protection.load('protected,options');
        return { worksheet, areas };
      });
      await context.sync();
      for (const { worksheet, areas } of sheets) {
        const { protection } = worksheet;
        if (protection.protected) protection.unprotect();
        for (const addresses of addressesOf(areas)) worksheet.getRanges(addresses).format.protection.locked = false;
        if (protection.protected) protection.protect(protection.options);
      }
      await context.sync();
      return null;
    },
    { sheet: cells[0]?.sheet ?? null },
  );
