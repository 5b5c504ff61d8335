import type { Pulse } from '../../../addin/excel/excel-pulse.ts';
import { followSelection } from '../../../addin/pane/follow-selection.ts';
import { anExcel, closeAll, inVirtualTime, settled, worked } from './an-excel.ts';

const SHEET = 'Phụ lục I';
const place = (row: number, column: number, value: string | number) => ({ sheet: SHEET, row, column, value });

beforeEach(inVirtualTime);
afterEach(() => {
  closeAll();
  jest.useRealTimers();
});

/** What is waited for, as it changes. */
function waits({ port }: ReturnType<typeof anExcel>): Pulse['waiting'][] {
  const told: Pulse['waiting'][] = [];
  port.pulse.subscribe(({ waiting }) => waiting !== (told.at(-1) ?? null) && told.push(waiting));
  return told;
}

test.each([250, 700, 5000])(
  'an answer that takes %i ms is used: reading, writing, remembering, choosing a cell, listening',
  async (latencyMs) => {
    const { model, port } = anExcel({ latencyMs });
    expect(worked(await port.read()).grids).toHaveLength(2);
    expect(worked(await port.write([place(2, 2, 91)]))).toBe(1);
    worked(await port.memory.write('draft', 'x'));
    expect(worked(await port.memory.read('draft'))).toBe('x');
    worked(await port.select({ sheet: SHEET, row: 2, column: 2 }));
    const heard: unknown[] = [];
    const stop = worked(await port.onEdit((edit) => void heard.push(edit)));
    model.type(SHEET, 'B2', 92);
    await settled(20_000);
    expect(heard).toHaveLength(1);
    await stop();
    expect(model.events.listened).toEqual([]);
    expect(port.pulse.now.lastMs).toBeGreaterThanOrEqual(latencyMs);
  },
);

test('a slow Excel is said to be slow while it is waited for, and how long it took', async () => {
  const excel = anExcel({ latencyMs: 5000 });
  const told = waits(excel);
  worked(await excel.port.memory.read('draft'));
  expect(told).toEqual(['busy', null]);
  expect(excel.port.pulse.now).toEqual({ waiting: null, lastMs: 5000 });
});

test.each(['InvalidOperationInCellEditMode', 'InvalidOperation'] as const)(
  'a cell being typed in is found by asking (%s), and what was to be read is read when it is left',
  async (editModeCode) => {
    const excel = anExcel({ editModeCode });
    const told = waits(excel);
    excel.model.typing = true;
    const reading = excel.port.read();
    await settled(12_000);
    expect(told.at(-1)).toBe('typing');
    excel.model.typing = false;
    expect(worked(await reading).grids).toHaveLength(2);
    expect(told.at(-1)).toBeNull();
  },
);

test.each(['InvalidOperationInCellEditMode', 'InvalidOperation'] as const)(
  'a cell being typed in refuses a change (%s)',
  async (editModeCode) => {
    const { model, port } = anExcel({ editModeCode });
    worked(await port.read());
    model.typing = true;
    expect(await port.write([place(2, 2, 91)])).toMatchObject({ ok: false, error: { kind: 'cell-edit-mode' } });
    model.typing = false;
    await settled(60_000);
    expect(model.valueAt(SHEET, 'B2')).toBe(90);
  },
);

test('the same word of Excel, said of something else, is no cell being typed in', async () => {
  const { model, port } = anExcel();
  model.addSheet('Ẩn').visibility = 'VeryHidden';
  expect(await port.select({ sheet: 'Ẩn', row: 1, column: 1 })).toMatchObject({ ok: false, error: { kind: 'failed' } });
});

test('an Excel that never answers is told after half a minute; nothing waits for ever', async () => {
  const { model, port } = anExcel();
  worked(await port.read());
  model.knobs = { ...model.knobs, latencyMs: 'never' };
  const silent = { ok: false, error: { kind: 'no-answer' } };
  expect(await port.read()).toMatchObject(silent);
  expect(await port.write([place(2, 2, 91)])).toMatchObject(silent);
  expect(
    await port.addSheet({
      title: 'x',
      whenTaken: 'number',
      widths: [],
      values: [[1]],
      looks: [],
      notes: [],
      frozen: { rows: 0, columns: 0 },
    }),
  ).toMatchObject(silent);
  expect(await port.onEdit(() => undefined)).toMatchObject(silent);
  expect(port.pulse.now.waiting).toBeNull();
});

test('listening that was called off leaves no handler behind, though Excel answers at last', async () => {
  const { model, port } = anExcel({ latencyMs: 31_000 });
  const heard: unknown[] = [];
  expect(await port.onEdit((edit) => void heard.push(edit))).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
  await settled(120_000);
  expect(model.events.listened).toEqual([]);
  model.type(SHEET, 'B2', 1);
  await settled(60_000);
  expect(heard).toEqual([]);
});

test('an Excel too busy to listen for choices is asked again, and then tells which cell is chosen', async () => {
  const { model, port } = anExcel({ latencyMs: 'never' });
  model.select(SHEET, 'B3');
  const rows: number[] = [];
  const stop = followSelection(port, ({ row }) => void rows.push(row));
  await settled(31_000);
  model.knobs = { ...model.knobs, latencyMs: 0 };
  await settled(5000);
  expect(rows).toEqual([3]);
  stop();
  await settled();
  expect(model.events.listened).toEqual([]);
  model.select(SHEET, 'B2');
  await settled();
  expect(rows).toEqual([3]);
});

test('who no longer looks while Excel still keeps silent is not listened for, and is told nothing', async () => {
  const { model, port } = anExcel({ latencyMs: 10_000 });
  const rows: number[] = [];
  const stop = followSelection(port, ({ row }) => void rows.push(row));
  await settled(5000);
  stop();
  await settled(60_000);
  expect([rows, model.events.listened]).toEqual([[], []]);
});

test('a filtered sheet of 2,000 rows is read with a few hundred proxies, and every hidden row is known', async () => {
  const { host, model, port } = anExcel();
  const sheet = model.addSheet('Dữ liệu');
  for (let row = 1; row <= 2000; row++) sheet.put(row, 1, { value: row });
  // As a filter leaves it: what fits stands in runs.
  for (let row = 301; row <= 1999; row++) if (Math.floor(row / 40) % 3 !== 0) sheet.hiddenRows.add(row);
  const read = worked(await port.read());
  const rows = read.grids.find(({ title }) => title === 'Dữ liệu')?.rows ?? [];
  expect(new Set(rows.filter(({ hidden }) => hidden).map(({ number }) => number))).toEqual(sheet.hiddenRows);
  expect(host.seen.reduce((sum, { proxies }) => sum + proxies, 0)).toBeLessThan(1500);
  expect(host.batches).toBeLessThanOrEqual(7);
});

test('proxies cost: a workbook of two sheets is read again with a few dozen of them', async () => {
  const { host, port } = anExcel();
  worked(await port.read());
  host.seen.length = 0;
  worked(await port.read());
  expect(Math.max(...host.seen.map(({ proxies }) => proxies))).toBeLessThan(40);
});
