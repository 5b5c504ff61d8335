import { cellName } from '../../core/grid.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { ListenerContext } from './listener-context.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { CellPosition, ChosenCell, ExcelValue, Unsubscribe } from './port.ts';
import { areasOf, excelRange } from './ranges.ts';
import type { SheetEvent } from './sheet-event.ts';
import { subscriptions } from './subscriptions.ts';
import type { Trouble } from './trouble.ts';

/**
 * Calls the listener with the cell that was chosen and the values of the cells that `alsoRead` names, first with the one that is chosen
 * already: one batch a choice, nothing else is read, and Excel is not asked at all where it names none on a sheet that was read. The
 * sheet's title comes with that batch, so a sheet that was never read or was renamed is known too. Of choices that follow one another
 * faster than Excel answers only the last counts; one that Excel does not answer is dropped.
 */
export async function listenForSelection(
  listener: (chosen: ChosenCell) => void,
  alsoRead: (cell: CellPosition) => readonly CellPosition[],
  { excel, known }: Pick<ListenerContext, 'excel' | 'known'>,
): Promise<Result<Unsubscribe, Trouble>> {
  const kept = subscriptions(excel);
  let latest: SheetEvent | null = null;
  let isCalledOff = false;
  const follow = oneAtATime<SheetEvent>(async (events) => {
    const event = events.at(-1);
    const [area] = areasOf(event?.address ?? '');
    if (!event || !area || latest !== event) return;
    const cell = { row: area.top, column: area.left };
    const cells = alsoRead(cell);
    const sheet = known.titleOf(event.worksheetId);
    const read = sheet !== null && cells.length === 0 ? ok({ sheet, values: [] }) : await readCells(excel, event.worksheetId, cells);
    if (read.ok && latest === event) listener({ ...cell, ...read.value });
  });
  const onSelectionChanged = async (event: SheetEvent): Promise<void> => {
    if (areasOf(event.address).length === 0) return;
    latest = event;
    await follow(event);
  };
  const listening = await excel.ask(async (context) => {
    kept.add(context.workbook.worksheets.onSelectionChanged.add(onSelectionChanged));
    await context.sync();
    if (isCalledOff) await kept.remove(); // Excel answered when nobody waited any more
  });
  if (!listening.ok) {
    isCalledOff = true;
    return listening;
  }
  const active = await activeCell(excel);
  if (active.ok && latest === null) await onSelectionChanged(active.value); // what was chosen meanwhile is newer
  return ok(async () => {
    latest = null;
    await kept.remove();
  });
}

/**
 * The active cell, as a choice of it would be told. Excel has none beside a chart sheet, and on the web in a window that is not in front
 * (OfficeDev/office-js issue 5319): a trouble then.
 */
const activeCell = (excel: ExcelCalls): Promise<Result<SheetEvent, Trouble>> =>
  excel.ask(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('id');
    const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex');
    await context.sync();
    return { worksheetId: sheet.id, address: cellName(cell.rowIndex + 1, cell.columnIndex + 1) };
  });

/** The title of a sheet and the values of some of its cells. */
const readCells = (
  excel: ExcelCalls,
  sheetId: string,
  cells: readonly CellPosition[],
): Promise<Result<Pick<ChosenCell, 'sheet' | 'values'>, Trouble>> =>
  excel.ask(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.load('name');
    const ranges = cells.map(({ row, column }) => excelRange(sheet, { top: row, left: column, bottom: row, right: column }).load('values'));
    await context.sync();
    return { sheet: sheet.name, values: ranges.map(({ values }) => valueIn(values)) };
  });

/** What a single cell holds; Excel says '' of a blank one. */
function valueIn(values: readonly (readonly ExcelValue[])[]): ExcelValue {
  const value = values[0]?.[0] ?? null;
  return value === '' ? null : value;
}
