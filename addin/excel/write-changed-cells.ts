import { ok, type Result } from '../../core/result.ts';
import { columnRuns } from './column-runs.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import type { CellWrite } from './port.ts';
import { excelRange } from './ranges.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

interface Writing {
  readonly excel: ExcelCalls;
  readonly known: KnownSheets;
}

/**
 * Writes what differs from what was last read. Each write can cost the user's undo, so where nothing differs Excel is not asked at all.
 * A sheet protected without "Format cells" refuses a number format of any cell, open ones too: then the cells keep theirs.
 */
export async function writeChangedCells(writes: readonly CellWrite[], { excel, known }: Writing): Promise<Result<number, Trouble>> {
  const differing = writes.filter(({ sheet, row, column, value, shown }) => shown || known.valueAt(sheet, row, column) !== value);
  if (differing.length === 0) return ok(0);
  const done = await write(differing, { excel, known });
  const isRefused = !done.ok && done.error.kind === 'protected' && differing.some(({ shown }) => shown);
  if (!isRefused) return done;
  const kept = await write(differing.map(withoutFormat), { excel, known });
  return kept.ok ? ok(differing.filter(({ shown }) => !shown).length) : kept;
}

const withoutFormat = ({ shown, ...write }: CellWrite): CellWrite => (shown ? { ...write, value: shown.instead } : write);

async function write(writes: readonly CellWrite[], { excel, known }: Writing): Promise<Result<number, Trouble>> {
  const sheets = [...new Set(writes.map(({ sheet }) => sheet))];
  const runs = sheets.flatMap((sheet) => columnRuns(writes.filter((one) => one.sheet === sheet)).map((run) => ({ sheet, ...run })));
  const written = await excel.change(
    async (context) => {
      const rangeOf = (sheet: string, area: (typeof runs)[number]['area']) => excelRange(context.workbook.worksheets.getItem(sheet), area);
      // Formats first: where one is refused, nothing was written yet.
      for (const { sheet, row, column, shown } of writes)
        if (shown) rangeOf(sheet, { top: row, left: column, bottom: row, right: column }).numberFormat = [[shown.format]];
      for (const { sheet, area, values } of runs) rangeOf(sheet, area).values = values.map((value) => [typedValue(value)]);
      await context.sync();
    },
    { sheet: sheets.length === 1 ? (sheets[0] ?? null) : null, isOneUndo: true },
  );
  if (!written.ok) return written;
  for (const { sheet, row, column, value } of writes) known.wrote(sheet, row, column, value);
  return ok(writes.length);
}
