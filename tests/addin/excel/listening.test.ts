import type { CellPosition } from '../../../addin/excel/port.ts';
import { followSelection } from '../../../addin/pane/follow-selection.ts';
import { anExcel, closeAll, inVirtualTime, settled, worked } from './an-excel.ts';

const SHEET = 'Phụ lục I';

beforeEach(inVirtualTime);
afterEach(() => {
  closeAll();
  jest.useRealTimers();
});

/** Follows what is chosen; the cell itself is read too where `withValue`. */
function following({ port }: ReturnType<typeof anExcel>, alsoRead?: (cell: CellPosition) => readonly CellPosition[]) {
  const told: { readonly sheet: string; readonly row: number; readonly value: unknown }[] = [];
  const stop = followSelection(port, ({ sheet, row, values: [value] }) => void told.push({ sheet, row, value }), alsoRead);
  return { told, stop };
}

test('a part that goes while Excel is slow to listen takes nothing from the part that comes in its place', async () => {
  const excel = anExcel({ latencyMs: 2500 });
  const gone = following(excel);
  await settled(500);
  gone.stop();
  const shown = following(excel);
  await settled(30_000);
  excel.model.select(SHEET, 'B3');
  await settled(10_000);
  expect([gone.told, shown.told.map(({ row }) => row)]).toEqual([[], [1, 3]]);
  shown.stop();
  await settled(10_000);
  expect(excel.model.events.listened).toEqual([]);
});

test('of two that listen, one that goes leaves the other one listening', async () => {
  const excel = anExcel();
  const [first, second] = [following(excel), following(excel)];
  const edits: unknown[] = [];
  const stopEdits = worked(await excel.port.onEdit((edit) => void edits.push(edit)));
  await settled();
  second.stop();
  await settled();
  excel.model.select(SHEET, 'B3');
  excel.model.type(SHEET, 'B3', 1);
  await settled();
  expect([first.told.map(({ row }) => row), edits.length]).toEqual([[1, 3], 1]);
  first.stop();
  await stopEdits();
  expect(excel.model.events.listened).toEqual([]);
});

test.each(['InvalidOperationInCellEditMode', 'InvalidOperation'] as const)(
  'who goes while a cell is being typed in (%s) leaves no handler behind once it is left',
  async (editModeCode) => {
    const excel = anExcel({ editModeCode });
    const { stop } = following(excel);
    const stopEdits = worked(await excel.port.onEdit(() => undefined));
    await settled();
    excel.model.typing = true;
    stop();
    void stopEdits();
    await settled(5000);
    excel.model.typing = false;
    await settled(5000);
    expect(excel.model.events.listened).toEqual([]);
  },
);

test('an Excel that falls silent as soon as it listens is asked again which cell is chosen, unless one was chosen since', async () => {
  const excel = anExcel({ latencyMs: 100 });
  excel.model.select(SHEET, 'B3');
  const { told, stop } = following(excel);
  await settled(150);
  excel.model.knobs = { ...excel.model.knobs, latencyMs: 'never' };
  await settled(35_000);
  expect(told).toEqual([]);
  excel.model.knobs = { ...excel.model.knobs, latencyMs: 0 };
  await settled(40_000);
  expect(told.map(({ row }) => row)).toEqual([3]);
  stop();
});

test('who stops while Excel is silent is told nothing when it answers at last', async () => {
  const excel = anExcel({ latencyMs: 100 });
  const { told, stop } = following(excel);
  await settled(150);
  excel.model.knobs = { ...excel.model.knobs, latencyMs: 'never' };
  await settled(20_000);
  stop();
  excel.model.knobs = { ...excel.model.knobs, latencyMs: 0 };
  await settled(90_000);
  expect([told, excel.model.events.listened]).toEqual([[], []]);
});

test('a sheet that comes to the front by a click on its tab brings its own chosen cell', async () => {
  const excel = anExcel();
  const { told } = following(excel);
  await settled();
  excel.model.activate('Hướng dẫn');
  await settled();
  expect(told.map(({ sheet }) => sheet)).toEqual([SHEET, 'Hướng dẫn']);
});

test('a cell chosen on another sheet is told of once, in one batch', async () => {
  const excel = anExcel();
  worked(await excel.port.read());
  const { told } = following(excel, (cell) => [cell]);
  await settled();
  excel.host.seen.length = 0;
  excel.model.select('Hướng dẫn', 'B2');
  await settled();
  expect([told.length, excel.host.batches]).toEqual([2, 1]);
});

test('what stands in the chosen cell is told of again when it is typed over, written by us, taken back or sorted away; nothing else costs a batch', async () => {
  const excel = anExcel();
  const { host, model, port } = excel;
  worked(await port.read());
  model.select(SHEET, 'B2');
  const { told } = following(excel, (cell) => [cell]);
  await settled();
  model.type(SHEET, 'B2', 91);
  await settled();
  worked(await port.write([{ sheet: SHEET, row: 2, column: 2, value: 92 }]));
  await settled();
  model.undo();
  await settled();
  model.sortRows(SHEET, 2, [3, 2]);
  await settled();
  expect(told.map(({ value }) => value)).toEqual([90, 91, 92, 91, null]);
  host.seen.length = 0;
  model.type(SHEET, 'C3', 7);
  model.type('Hướng dẫn', 'B2', 7);
  await settled();
  expect([told.length, host.batches]).toEqual([5, 0]);
});

test('a sheet that is renamed or deleted while its cell is being told of tells nothing wrong, and the next choice is told of', async () => {
  const excel = anExcel({ latencyMs: 200 });
  const { model } = excel;
  const { told } = following(excel, (cell) => [cell]);
  await settled(2000);
  model.select('Hướng dẫn', 'B2');
  model.renameSheet(model.sheet('Hướng dẫn'), 'Đổi tên');
  await settled(2000);
  model.select('Đổi tên', 'B3');
  model.deleteSheet('Đổi tên');
  await settled(2000);
  model.select(SHEET, 'B2');
  await settled(2000);
  expect(told.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual([`${SHEET} 1`, 'Đổi tên 2', `${SHEET} 2`]);
});
