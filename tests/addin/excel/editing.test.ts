import { oneAtATime } from '../../../addin/excel/one-at-a-time.ts';
import type { CellPosition } from '../../../addin/excel/port.ts';
import type { ExcelModel } from '../../support/excel/model.ts';
import { anExcel, atEachSpeed, closeAll, hearing, placesOf, settled, worked } from './an-excel.ts';

atEachSpeed(() => {
  afterEach(closeAll);

  const SHEET = 'Phụ lục I';
  const place = (row: number, column: number, value: string | number | null) => ({ sheet: SHEET, row, column, value });

  test('an edit is told once, with its place, and reading again takes one batch', async () => {
    const { model, host, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    host.seen.length = 0;
    model.type(SHEET, 'B2', 91);
    await settled();
    expect(heard).toEqual([{ places: [{ sheet: SHEET, area: { top: 2, left: 2, bottom: 2, right: 2 } }], remote: false }]);
    const read = worked(await port.read());
    expect(read.grids[0]?.rows[1]?.cells[1]?.value).toBe(91);
    expect(host.batches).toBe(1);
  });

  test('many edits in a burst are told together', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    for (let k = 2; k < 12; k++) model.type(SHEET, `B${k}`, k);
    await settled();
    expect(heard).toHaveLength(1);
    expect(placesOf(heard)).toHaveLength(10);
  });

  test('while an edit is being dealt with the next ones wait, and none is lost', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const running: string[] = [];
    worked(
      await port.onEdit(async ({ places }) => {
        running.push(`begin ${places.length}`);
        await settled(50);
        running.push('end');
      }),
    );
    model.type(SHEET, 'B2', 1);
    await settled(30);
    model.type(SHEET, 'B3', 2);
    model.type(SHEET, 'B4', 3);
    await settled(200);
    expect(running).toEqual(['begin 1', 'end', 'begin 2', 'end']);
  });

  test.each([
    [
      'pasted block',
      {},
      (model: ExcelModel) =>
        model.paste(SHEET, 'B2', [
          [1, 2],
          [3, 4],
        ]),
      `${SHEET} 2,2-3,3`,
    ],
    ['cleared block', {}, (model: ExcelModel) => model.clear(SHEET, 'B2:C2'), `${SHEET} 2,2-2,3`],
    ['edit without details', { noDetails: true }, (model: ExcelModel) => model.type(SHEET, 'B2', 1), `${SHEET} 2,2-2,2`],
    ['choice from a list', {}, (model: ExcelModel) => model.choose(SHEET, 'D2', 'Có'), `${SHEET} 2,4-2,4`],
  ])('a %s is told with its place', async (_, knobs, act, expected) => {
    const { model, port } = anExcel(knobs);
    worked(await port.read());
    const heard = await hearing(port);
    act(model);
    await settled();
    expect(placesOf(heard)).toEqual([expected]);
  });

  test.each([
    ['sorted rows', (model: ExcelModel) => model.sortRows(SHEET, 1, [2, 1])],
    ['a sheet that went away', (model: ExcelModel) => model.deleteSheet('Hướng dẫn')],
    ['a new sheet', (model: ExcelModel) => model.addSheet('Nháp')],
    ['another sheet being chosen', (model: ExcelModel) => model.activate('Hướng dẫn')],
    ['another number format', (model: ExcelModel) => model.format(SHEET, 'B2', '0%')],
    ['a formula with a new result', (model: ExcelModel) => model.recalculated(SHEET, 'D2', 7)],
  ])('%s: something changed, and reading gives what is there now', async (_, act) => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    act(model);
    await settled();
    expect(heard).toEqual([{ places: [], remote: false }]);
    const read = worked(await port.read());
    expect(read.grids.map(({ title }) => title)).toEqual(model.sheets.map(({ title }) => title));
    expect(read.grids[0]?.rows[0]?.cells[0]?.value).toBe(model.valueAt(SHEET, 'A1'));
  });

  test('a choice that gave no event is found when its cell is left (issue 3888)', async () => {
    const { model, port } = anExcel({ silentDropDowns: true });
    worked(await port.read());
    const heard = await hearing(port);
    model.select(SHEET, 'B2');
    await settled();
    model.choose(SHEET, 'B2', 'Có');
    await settled();
    expect(heard).toEqual([]);
    model.select(SHEET, 'B3');
    await settled();
    expect(placesOf(heard)).toEqual([`${SHEET} 2,2-2,2`]);
  });

  test('moving over cells that did not change tells nothing', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    for (const cell of ['A1', 'B2', 'C2', 'E9']) {
      model.select(SHEET, cell);
      await settled(20);
    }
    await settled();
    expect(heard).toEqual([]);
  });

  test('a key held down that moves over many cells asks Excel one batch at a time, and every cell that was left is looked at', async () => {
    const { host, model, port } = anExcel({ silentDropDowns: true });
    worked(await port.read());
    const heard = await hearing(port);
    const chosen: number[] = [];
    worked(
      await port.onSelect(
        ({ row }) => void chosen.push(row),
        ({ row }) => [{ row, column: 1 }],
      ),
    );
    host.seen.length = 0;
    model.select(SHEET, 'B2');
    model.choose(SHEET, 'B2', 'Có');
    for (let row = 3; row <= 60; row++) {
      model.select(SHEET, `B${row}`);
      model.select(SHEET, `C${row}`);
    }
    await settled(2000);
    expect(placesOf(heard)).toEqual([`${SHEET} 2,2-2,2`]);
    expect(chosen.at(-1)).toBe(60);
    expect(host.batches).toBeLessThanOrEqual(6);
  });

  test('of cells that are looked at together those are found whose sheet is there, under whichever title', async () => {
    const { model, port } = anExcel({ silentDropDowns: true });
    worked(await port.read());
    const heard = await hearing(port);
    for (const cell of ['A1', 'B2', 'B3']) model.select(SHEET, cell);
    model.select('Hướng dẫn', 'A1');
    model.select(SHEET, 'C2');
    model.choose(SHEET, 'B2', 'Có');
    model.renameSheet(model.sheet(SHEET), 'Biểu 1');
    model.sheets.splice(model.sheets.indexOf(model.sheet('Hướng dẫn')), 1); // its event comes later
    await settled(3000);
    expect(placesOf(heard)).toEqual([`${SHEET} 2,2-2,2`]);
  });

  test('whoever has called off hears nothing of a cell that was being looked at', async () => {
    const { model, port } = anExcel({ silentDropDowns: true });
    worked(await port.read());
    const heard: unknown[] = [];
    const stop = worked(await port.onEdit((edit) => void heard.push(edit)));
    model.select(SHEET, 'B2');
    model.choose(SHEET, 'B2', 'Có');
    model.select(SHEET, 'B3');
    await stop();
    await settled(3000);
    expect(heard).toEqual([]);
  });

  test('a listener that fails takes no later choice of a cell with it', async () => {
    const failing = oneAtATime<number>(async (all) => {
      seen.push(all);
      await settled(1);
      if (all.includes(1)) throw new Error('first');
    });
    const seen: (readonly number[])[] = [];
    const first = failing(1).then(
      () => 'done',
      (error: Error) => error.message,
    );
    await Promise.all([failing(2), failing(3)]);
    expect([await first, seen]).toEqual(['first', [[1], [2, 3]]]);
    await failing(4);
    expect(seen.at(-1)).toEqual([4]);
  });

  test('when events are lost, reading before sending finds what was typed (issue 1760)', async () => {
    const { model, port } = anExcel({ lostEvents: true });
    worked(await port.read());
    const heard = await hearing(port);
    model.type(SHEET, 'B2', 55);
    await settled();
    expect(heard).toEqual([]);
    expect(worked(await port.read()).grids[0]?.rows[1]?.cells[1]?.value).toBe(55);
  });

  test.each(['1.14', '1.21'] as const)(
    'our own writes do not come back, what the user types after them does (ExcelApi %s)',
    async (requirementSet) => {
      const { model, port } = anExcel({ requirementSet });
      worked(await port.read());
      const heard = await hearing(port);
      expect(worked(await port.write([place(2, 4, 'Thiếu mẫu số'), place(3, 4, 'Đạt'), place(2, 6, 1)]))).toBe(3);
      await settled();
      expect(placesOf(heard)).toEqual([]);
      model.type(SHEET, 'D2', 'Sửa tay');
      await settled();
      expect(placesOf(heard)).toEqual([`${SHEET} 2,4-2,4`]);
    },
  );

  test('nor do large writes, which the library cuts into strips', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    const writes = Array.from({ length: 4000 }, (_, k) => place(k + 1, 9, k));
    expect(worked(await port.write(writes))).toBe(4000);
    await settled();
    expect(placesOf(heard)).toEqual([]);
    expect(model.valueAt(SHEET, 'I4000')).toBe(3999);
  });

  test('an edit of a co-author is told as remote (issue 108)', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard = await hearing(port);
    model.coauthorTypes(SHEET, 'B2', 12);
    await settled();
    expect(heard.map(({ remote }) => remote)).toEqual([true]);
    model.coauthorTypes(SHEET, 'B2', 13);
    model.type(SHEET, 'B3', 14);
    await settled();
    expect(heard.map(({ remote }) => remote)).toEqual([true, false]);
  });

  test('after unsubscribing nothing is told and Excel is asked for nothing', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    const heard: unknown[] = [];
    const stop = worked(await port.onEdit((edit) => void heard.push(edit)));
    const stopSelecting = worked(await port.onSelect((chosen) => void heard.push(chosen)));
    expect(model.events.listened.length).toBeGreaterThan(0);
    heard.length = 0;
    await stop();
    await stopSelecting();
    expect(model.events.listened).toEqual([]);
    model.type(SHEET, 'B2', 1);
    model.select(SHEET, 'B2');
    await settled();
    expect(heard).toEqual([]);
  });

  test('the chosen cell is told with the cells asked for beside it, in one batch, on a sheet added later too', async () => {
    const { host, model, port } = anExcel();
    const chosen: unknown[] = [];
    const headerAndCode = ({ row, column }: CellPosition) => [
      { row: 1, column },
      { row, column: 1 },
      { row: 99, column: 9 },
    ];
    worked(await port.onSelect((one) => void chosen.push(one), headerAndCode));
    [host.seen.length, chosen.length] = [0, 0];
    model.select(SHEET, 'C2:D9');
    await settled();
    expect(host.batches).toBe(1);
    model.addSheet('Ma trận').put(1, 2, { value: 'STC' });
    await settled();
    model.select('Ma trận', 'B7');
    await settled();
    expect(chosen).toEqual([
      { sheet: SHEET, row: 2, column: 3, values: ['Mẫu số', 'PL1.I.1.1', null] },
      { sheet: 'Ma trận', row: 7, column: 2, values: ['STC', null, null] },
    ]);
  });

  test('the cell that is chosen when listening begins is told at once, before any choice', async () => {
    const { model, port } = anExcel();
    model.select('Hướng dẫn', 'C2:D9');
    const chosen: unknown[] = [];
    worked(
      await port.onSelect(
        (one) => void chosen.push(one),
        () => [{ row: 1, column: 1 }],
      ),
    );
    expect(chosen).toEqual([{ sheet: 'Hướng dẫn', row: 2, column: 3, values: [null] }]);
  });

  test('where Excel has no active cell nothing is told until one is chosen', async () => {
    const { model, port } = anExcel();
    model.hasActiveCell = false;
    const rows: number[] = [];
    worked(await port.onSelect(({ row }) => void rows.push(row)));
    expect(rows).toEqual([]);
    model.select(SHEET, 'B3');
    await settled();
    expect(rows).toEqual([3]);
  });

  test('a cell chosen while Excel is asked for the one that is chosen now is told alone', async () => {
    const { model, port } = anExcel({ latencyMs: 60 });
    worked(await port.read());
    const rows: number[] = [];
    const listening = port.onSelect(({ row }) => void rows.push(row));
    await new Promise((resolve) => setTimeout(resolve, 90));
    model.select(SHEET, 'B3');
    worked(await listening);
    await settled(800);
    expect(rows).toEqual([3]);
  });

  test('a cell chosen where nothing is asked for beside it costs Excel nothing once its sheet was read', async () => {
    const { host, model, port } = anExcel();
    worked(await port.read());
    const chosen: unknown[] = [];
    worked(await port.onSelect((one) => void chosen.push(one)));
    [host.seen.length, chosen.length] = [0, 0];
    model.select(SHEET, 'C2');
    await settled();
    expect([chosen, host.batches]).toEqual([[{ sheet: SHEET, row: 2, column: 3, values: [] }], 0]);
  });

  test('of choices that follow one another faster than Excel answers only the last is told', async () => {
    const { model, port } = anExcel({ latencyMs: 60 });
    const rows: number[] = [];
    worked(await port.onSelect(({ row }) => void rows.push(row)));
    rows.length = 0;
    for (const cell of ['B2', 'B3', 'B4']) model.select(SHEET, cell);
    await settled(800);
    expect(rows).toEqual([4]);
  });

  test('what is typed while a slow Excel is being read is told afterwards', async () => {
    const { model, port } = anExcel({ latencyMs: 40 });
    worked(await port.read());
    const heard = await hearing(port);
    const reading = port.read();
    model.type(SHEET, 'B2', 7);
    worked(await reading);
    await settled(100);
    expect(placesOf(heard)).toEqual([`${SHEET} 2,2-2,2`]);
  });
});
