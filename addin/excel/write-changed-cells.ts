import { ok, type Result } from '../../core/result.ts';
import { columnRuns } from './column-runs.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import type { OwnWrites } from './own-writes.ts';
import type { CellWrite } from './port.ts';
import { excelRange } from './ranges.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

/** Writes what differs from what was last read. Each write can cost the user's undo, so where nothing differs Excel is not asked at all. */
export async function writeChangedCells(
  writes: readonly CellWrite[],
  { excel, known, own }: { excel: ExcelCalls; known: KnownSheets; own: OwnWrites },
): Promise<Result<number, Trouble>> {
  const differing = writes.filter(({ sheet, row, column, value }) => known.valueAt(sheet, row, column) !== value);
  if (differing.length === 0) return ok(0);
  const sheets = [...new Set(differing.map(({ sheet }) => sheet))];
  const runs = sheets.flatMap((sheet) => columnRuns(differing.filter((one) => one.sheet === sheet)).map((run) => ({ sheet, ...run })));
  // The event of a write can come before the answer to it.
  for (const { sheet, area } of runs) own.add(sheet, area);
  const written = await excel.change(
    async (context) => {
      for (const { sheet, area, values } of runs)
        excelRange(context.workbook.worksheets.getItem(sheet), area).values = values.map((value) => [typedValue(value)]);
      await context.sync();
    },
    { sheet: sheets.length === 1 ? (sheets[0] ?? null) : null, isOneUndo: true },
  );
  if (!written.ok) return written;
  for (const { sheet, row, column, value } of differing) known.wrote(sheet, row, column, value);
  return ok(differing.length);
}
