import { type Area, cellName } from '../../core/grid.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { ListenerContext } from './listener-context.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { CellPosition, ChosenCell, ExcelValue, Unsubscribe } from './port.ts';
import { areasOf, excelRange } from './ranges.ts';
import type { SheetEvent } from './sheet-event.ts';
import { isPassingInExcel, type Trouble } from './trouble.ts';
import { AGAIN_MS } from './until-excel-answers.ts';

/** Which cell is to be told of: the one that an event named, or the active one, of which Excel is asked. */
type Choice = { readonly at: SheetEvent } | 'active';

/** One telling; a later one takes its place. */
interface Telling {
  readonly choice: Choice;
}

/**
 * Calls the listener with the cell that is chosen and the values of the cells that `alsoRead` names: with the one that is chosen already,
 * at each choice, when another sheet comes to the front, and when one of these cells has been written or rows and columns were sorted. One
 * batch a choice, nothing else is read, and Excel is not asked at all where it names none on a sheet that was read. The sheet's title comes
 * with that batch, so a sheet that was never read or was renamed is known too. Of choices that follow one another faster than Excel answers
 * only the last counts; Excel that is too busy to answer is asked for it again.
 */
export async function listenForSelection(
  listener: (chosen: ChosenCell) => void,
  alsoRead: (cell: CellPosition) => readonly CellPosition[],
  { excel, events, known, pauses }: ListenerContext,
): Promise<Result<Unsubscribe, Trouble>> {
  let latest: Telling | null = null;
  let isOver = false;
  /** The cell that was told of last, with what was read beside it. */
  let told: { readonly at: SheetEvent; readonly cells: readonly CellPosition[] } | null = null;

  const tell = async (telling: Telling): Promise<Trouble | null> => {
    const place = telling.choice === 'active' ? await activeCell(excel) : ok(telling.choice.at);
    if (!place.ok) return place.error;
    const at = place.value;
    const [area] = areasOf(at.address);
    if (!area || latest !== telling) return null;
    const cell = { row: area.top, column: area.left };
    const cells = alsoRead(cell);
    const sheet = known.titleOf(at.worksheetId);
    const read = sheet !== null && cells.length === 0 ? ok({ sheet, values: [] }) : await readCells(excel, at.worksheetId, cells);
    if (!read.ok) return read.error;
    if (latest !== telling) return null;
    told = { at, cells };
    listener({ ...cell, ...read.value });
    return null;
  };
  const follow = oneAtATime<Telling>(async (tellings) => {
    const telling = tellings.at(-1);
    if (!telling || latest !== telling) return;
    const trouble = await tell(telling);
    if (trouble && isPassingInExcel(trouble)) setTimeout(() => latest === telling && void follow(telling), AGAIN_MS);
  });
  const choose = async (choice: Choice): Promise<void> => {
    if (isOver) return;
    latest = { choice };
    await follow(latest);
  };
  /** What is not a choice is looked at once it is quiet; a choice that came meanwhile is told of anyway. */
  let looking: ReturnType<typeof setTimeout> | undefined;
  let next: Choice | null = null;
  const lookSoon = (choice: Choice): void => {
    const before = latest;
    next = next === 'active' ? next : choice;
    clearTimeout(looking);
    looking = setTimeout(() => {
      const due = next;
      next = null;
      if (due && latest === before) void choose(due);
    }, pauses.quietMs);
  };
  const lookAgain = (sheetId: string, touches: (cells: readonly CellPosition[]) => boolean): void => {
    if (told?.at.worksheetId === sheetId && told.cells.length > 0 && touches(told.cells)) lookSoon({ at: told.at });
  };
  const sorted = async ({ worksheetId }: SheetEvent): Promise<void> => lookAgain(worksheetId, () => true);

  const listening = await events.listen({
    onSelectionChanged: async (event) => {
      if (areasOf(event.address).length > 0) await choose({ at: event });
    },
    // A click on its tab chooses no cell: no event of a choice is promised.
    onActivated: async () => lookSoon('active'),
    onChanged: async ({ worksheetId, address }) => {
      const areas = areasOf(address);
      lookAgain(worksheetId, (cells) => areas.length === 0 || cells.some((cell) => areas.some((area) => holds(area, cell))));
    },
    onRowSorted: sorted,
    onColumnSorted: sorted,
  });
  if (!listening.ok) return listening;
  if (latest === null) await choose('active'); // what was chosen meanwhile is newer
  return ok(async () => {
    isOver = true;
    latest = null;
    clearTimeout(looking);
    await listening.value();
  });
}

const holds = ({ top, left, bottom, right }: Area, { row, column }: CellPosition): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

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
