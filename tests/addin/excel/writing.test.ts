import type { NewSheet } from '../../../addin/excel/new-sheet.ts';
import { openWorkbookPort } from '../../../addin/excel/open-port.ts';
import { anExcel, atEachSpeed, closeAll, settled, worked } from './an-excel.ts';

atEachSpeed(() => {
  afterEach(closeAll);

  const SHEET = 'Phụ lục I';
  const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
  const place = (row: number, column: number, value: string | number | boolean | null) => ({ sheet: SHEET, row, column, value });

  test('only what differs is written, in one batch; nothing to write is no batch', async () => {
    const { host, port } = anExcel();
    worked(await port.read());
    host.seen.length = 0;
    expect(worked(await port.write([place(2, 2, 90), place(2, 3, 101), place(3, 3, 'Đạt')]))).toBe(2);
    expect(host.batches).toBe(1);
    expect(worked(await port.write([place(2, 2, 90), place(2, 3, 101), place(3, 3, 'Đạt'), place(9, 9, null)]))).toBe(0);
    expect(host.batches).toBe(1);
  });

  test.each(['=1+1', '+84 255', '-', '@SUM(A1)', '9/10', '12,5', '95%', '007', 'true', 'May 5', "'nháy", '1e5', 'Đã xong: 5/7'])(
    'the text %s stays a text',
    async (text) => {
      const { model, port } = anExcel();
      worked(await port.read());
      worked(await port.write([place(2, 4, text)]));
      expect(model.sheet(SHEET).at(2, 4)).toMatchObject({ value: text, formula: null });
    },
  );

  test('numbers are written as numbers, truth values as such, and null blanks the cell', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    worked(await port.write([place(2, 2, 0.5), place(2, 3, null), place(2, 4, true)]));
    expect(['B2', 'C2', 'D2'].map((cell) => model.valueAt(SHEET, cell))).toEqual([0.5, '', true]);
  });

  test('a protected sheet refuses locked cells, takes the others, and stays protected (issue 6784)', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.protect(SHEET);
    expect(worked(await port.write([place(2, 2, 91)]))).toBe(1);
    expect(await port.write([place(2, 1, 'PL1.X')])).toMatchObject({ ok: false, error: { kind: 'protected', sheet: SHEET } });
    expect(model.valueAt(SHEET, 'A2')).toBe('PL1.I.1.1');
    expect(model.sheet(SHEET).locked).toBe(true);
  });

  test('cells that a paste has locked are found and opened again, and the sheet is protected as before', async () => {
    const { host, model, port } = anExcel();
    model.protect(SHEET);
    const inputs = [{ sheet: SHEET, areas: [area(2, 2, 2, 3)] }];
    expect(worked(await port.lockedAmong(inputs))).toEqual([]);
    model.sheet(SHEET).protection = { allowFormatColumns: true };
    model.paste(SHEET, 'C2', [[100]], { brings: { look: { locked: true, numberFormat: 'General' } } });
    expect(() => model.type(SHEET, 'C2', 5)).toThrow('protected');
    const cells = [
      { sheet: SHEET, areas: [area(2, 2, 2, 2), area(2, 3, 2, 3)] },
      { sheet: 'Nháp', areas: [area(1, 1, 1, 1)] },
    ];
    const locked = worked(await port.lockedAmong(cells));
    expect(locked).toEqual([{ sheet: SHEET, areas: [area(2, 3, 2, 3)] }]);
    host.seen.length = 0;
    worked(await port.unlock(locked));
    expect(host.batches).toBe(2);
    model.type(SHEET, 'C2', 5);
    expect(() => model.type(SHEET, 'A2', 5)).toThrow('protected');
    expect([model.sheet(SHEET).locked, model.sheet(SHEET).protection]).toEqual([true, { allowFormatColumns: true }]);
    model.unprotect(SHEET);
    model.sheet(SHEET).put(2, 3, { locked: true });
    expect(worked(await port.lockedAmong(cells))).toEqual([]);
  });

  test('where Excel lets nobody take a protection off (issue 6784) it is said, and nothing is changed', async () => {
    const { model, port } = anExcel({ keepsProtection: true });
    model.protect(SHEET);
    expect(await port.unlock([{ sheet: SHEET, areas: [area(2, 1, 2, 1)] }])).toMatchObject({ ok: false, error: { kind: 'protected' } });
    expect(model.sheet(SHEET).at(2, 1).locked).toBe(true);
  });

  test('while a cell is being typed in nothing is written, not even later (issues 806, 3388)', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.typing = true;
    expect(await port.write([place(2, 2, 91)])).toMatchObject({ ok: false, error: { kind: 'cell-edit-mode' } });
    expect(await port.read()).toMatchObject({ ok: false, error: { kind: 'cell-edit-mode' } });
    model.typing = false;
    await settled();
    expect(model.valueAt(SHEET, 'B2')).toBe(90);
    expect(worked(await port.read()).grids).toHaveLength(2);
  });

  test('a cell left within a second is waited for', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.typing = true;
    const writing = port.write([place(2, 2, 91)]);
    const reading = port.read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    model.typing = false;
    expect(worked(await writing)).toBe(1);
    worked(await reading);
    expect(model.valueAt(SHEET, 'B2')).toBe(91);
  });

  test('a cell is brought into view; of a sheet that went away it is said', async () => {
    const { model, port } = anExcel();
    worked(await port.select({ sheet: 'Hướng dẫn', row: 12, column: 3 }));
    expect([model.sheet(model.active).title, model.selection]).toEqual(['Hướng dẫn', { top: 12, left: 3, bottom: 12, right: 3 }]);
    expect(await port.select({ sheet: 'Nháp', row: 1, column: 1 })).toMatchObject({ ok: false, error: { kind: 'gone' } });
  });

  test('a sheet deleted between two readings is no trouble', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.deleteSheet('Hướng dẫn');
    expect(worked(await port.read()).grids.map(({ title }) => title)).toEqual([SHEET]);
  });

  test('the workbook keeps a text and gives it back, one batch each, and forgets it when told', async () => {
    const { host, model, port } = anExcel();
    expect(worked(await port.memory.read('draft'))).toBeNull();
    host.seen.length = 0;
    worked(await port.memory.write('draft', '{"a":1}'));
    expect(worked(await port.memory.read('draft'))).toBe('{"a":1}');
    expect(host.batches).toBe(2);
    worked(await port.memory.write('draft', null));
    expect(worked(await port.memory.read('draft'))).toBeNull();
    worked(await port.memory.write('draft', null));
    expect(model.settings.size).toBe(0);
  });

  test('a text that the workbook does not keep, or that is too long, is said to be so (issues 6091, 3957)', async () => {
    const { port } = anExcel({ forgetsSettings: true });
    expect(await port.memory.write('draft', 'x')).toMatchObject({ ok: false, error: { kind: 'not-kept' } });
    expect(await port.memory.write('draft', 'x'.repeat(200_001))).toMatchObject({ ok: false, error: { kind: 'too-large' } });
  });

  const aMatrix = (rows: number, columns: number): NewSheet => ({
    title: 'Ma trận',
    whenTaken: 'number',
    widths: [12, 40],
    values: Array.from({ length: rows }, (_, k) => Array.from({ length: columns }, (_, n) => (n === 0 ? `PL1.I.${k}` : (k * n) / 1000))),
    looks: [
      { look: { fill: '#FFF2CC', numberFormat: '0.0%' }, areas: [{ top: 2, left: 2, bottom: rows, right: columns }] },
      {
        look: { bold: true, wrap: true, horizontal: 'center', border: '#000000' },
        areas: [{ top: 1, left: 1, bottom: 1, right: columns }],
      },
    ],
    notes: [{ row: 2, column: 2, text: 'STC, lần nộp 1' }],
    frozen: { rows: 1, columns: 1 },
  });

  test.each(['1.14', '1.21'] as const)(
    'a matrix is written into a sheet of its own, and again into the next (ExcelApi %s)',
    async (requirementSet) => {
      const { model, port } = anExcel({ requirementSet });
      const notes = requirementSet === '1.21' ? 1 : 0;
      expect(worked(await port.addSheet(aMatrix(4, 3)))).toEqual({ title: 'Ma trận', notes });
      expect(worked(await port.addSheet(aMatrix(4, 3)))).toEqual({ title: 'Ma trận (2)', notes });
      const sheet = model.sheet('Ma trận');
      expect([sheet.at(3, 1).value, sheet.at(3, 3).value, sheet.at(3, 3).numberFormat]).toEqual(['PL1.I.2', 0.004, '0.0%']);
      expect(sheet.notes).toEqual(notes ? [{ row: 2, column: 2, text: 'STC, lần nộp 1' }] : []);
      expect(sheet.frozen).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
      expect(sheet.formats).toContainEqual({ area: { top: 2, left: 2, bottom: 4, right: 3 }, name: 'fill', value: '#FFF2CC' });
      expect(sheet.formats).toContainEqual({ area: { top: 1, left: 1, bottom: 1, right: 3 }, name: 'border EdgeTop', value: 'Continuous' });
    },
  );

  const aReceipt = (id: string): NewSheet => ({
    title: 'Biên nhận',
    whenTaken: 'replace-own',
    widths: [28, 72],
    values: [
      ['BIÊN NHẬN BÁO CÁO', null],
      ['Số biên nhận', id],
    ],
    looks: [],
    notes: [],
    frozen: { rows: 0, columns: 0 },
  });

  test('a receipt is written over the receipt that is there; what somebody has noted beside it stays', async () => {
    const { model, port } = anExcel();
    expect(worked(await port.addSheet(aReceipt('7F3K-92QD'))).title).toBe('Biên nhận');
    model.type('Biên nhận', 'D2', 'đã in');
    expect(worked(await port.addSheet(aReceipt('8A2B-11CC'))).title).toBe('Biên nhận');
    expect(['B2', 'D2'].map((cell) => model.valueAt('Biên nhận', cell))).toEqual(['8A2B-11CC', 'đã in']);
    expect(model.sheets.filter(({ title }) => title.startsWith('Biên nhận'))).toHaveLength(1);
  });

  test('a sheet of that name that is somebody’s own stays as it is', async () => {
    const { model, port } = anExcel();
    model.addSheet('Biên nhận').put(1, 1, { value: 'Biên nhận tiền điện' });
    expect(worked(await port.addSheet(aReceipt('7F3K-92QD'))).title).toBe('Biên nhận (2)');
    expect(model.valueAt('Biên nhận', 'A1')).toBe('Biên nhận tiền điện');
    expect(model.valueAt('Biên nhận (2)', 'B2')).toBe('7F3K-92QD');
    expect(worked(await port.addSheet(aReceipt('8A2B-11CC'))).title).toBe('Biên nhận (2)');
  });

  test('64 rows of 3,400 agencies, each cell with its own colour, stay under 5 MB a batch, and progress is told', async () => {
    const { host, model, port } = anExcel();
    const matrix = aMatrix(64, 3400);
    const cells = Array.from({ length: 64 * 3400 }, (_, k) => ({ top: Math.floor(k / 3400) + 1, left: (k % 3400) + 1 }));
    const areas = (odd: boolean) =>
      cells.filter((_, k) => (k % 2 === 1) === odd).map(({ top, left }) => ({ top, left, bottom: top, right: left }));
    const told: number[] = [];
    const looks = [false, true].map((odd) => ({ look: { fill: odd ? '#FFF2CC' : '#E2EFDA' }, areas: areas(odd) }));
    worked(await port.addSheet({ ...matrix, looks }, (done) => told.push(done)));
    expect(Math.max(...host.seen.map(({ bytes }) => bytes))).toBeLessThan(5 * 1024 * 1024);
    expect(told.at(-1)).toBe(64 * 3400);
    expect(told.length).toBeGreaterThan(10);
    expect(model.sheet('Ma trận').at(64, 3400).value).toBe((63 * 3399) / 1000);
    expect(model.sheet('Ma trận').formats.filter(({ name }) => name === 'fill')).toHaveLength(64 * 3400);
  });

  const STATES = {
    kind: 'list',
    words: ['Có số liệu', 'Không phát sinh'],
    title: 'Tình trạng',
    prompt: 'Chọn.',
    error: 'Chọn trong danh sách.',
  } as const;

  test('a foreign workbook becomes a form in place, in two batches', async () => {
    const { host, model, port } = anExcel();
    model.sheet(SHEET).hiddenColumns.add(8);
    model.names.set('PHULUC_I', "='Phụ lục I'!$A$1");
    const counts = { kind: 'whole', least: 0, most: 1e9, title: 'Tử số', prompt: 'Số nguyên.', error: 'Số nguyên từ 0.' } as const;
    const days = {
      kind: 'day',
      first: '2026-01-01',
      last: '2026-12-31',
      title: 'Ngày',
      prompt: 'Ngày.',
      error: 'Ngày trong năm.',
    } as const;
    worked(
      await port.apply([
        { kind: 'number-format', sheet: SHEET, areas: [area(2, 9, 2, 9)], format: '0.0%' },
        {
          kind: 'set-cells',
          sheet: SHEET,
          row: 1,
          column: 8,
          cells: [
            ['Mã', null],
            ['PL1.I.1.1', { formula: 'IF(C2>0,B2/C2,"")' }],
          ],
        },
        { kind: 'look', sheet: SHEET, areas: [area(2, 2, 9, 3)], look: { fill: '#FFF9E5', border: '#BFBFBF', vertical: 'top' } },
        { kind: 'column-width', sheet: SHEET, column: 8, width: 12 },
        { kind: 'input-rule', sheet: SHEET, areas: [area(2, 4, 9, 4)], rule: STATES },
        { kind: 'input-rule', sheet: SHEET, areas: [area(2, 2, 9, 3)], rule: counts },
        { kind: 'input-rule', sheet: SHEET, areas: [area(2, 5, 9, 5)], rule: days as never }, // days are branded texts
        { kind: 'set-name', name: 'PhuLuc_I', sheet: SHEET, row: 1, column: 8 },
        { kind: 'add-hidden-sheet', sheet: 'Định danh' },
        { kind: 'set-cells', sheet: 'Định danh', row: 1, column: 1, cells: [['period', '2026']] },
      ]),
    );
    const sheet = model.sheet(SHEET);
    expect(host.seen.filter(({ changes }) => changes)).toHaveLength(2); // a name is looked for before it is replaced
    const read = worked(await port.read());
    expect([...read.names]).toEqual([['PhuLuc_I', { sheet: SHEET, row: 1, column: 8 }]]);
    const identity = { hidden: true, rows: [{ cells: [{ value: 'period' }, { value: '2026' }] }] };
    expect(read.grids.find(({ title }) => title === 'Định danh')).toMatchObject(identity);
    expect(sheet.at(2, 9)).toMatchObject({ formula: '=IF(C2>0,B2/C2,"")', numberFormat: '0.0%' });
    expect(sheet.hiddenColumns.size).toBe(0);
    expect(sheet.validations.map(({ rule }) => rule)).toEqual([
      { list: { inCellDropDown: true, source: 'Có số liệu,Không phát sinh' } },
      { wholeNumber: { operator: 'Between', formula1: 0, formula2: 1e9 } },
      { date: { operator: 'Between', formula1: '2026-01-01', formula2: '2026-12-31' } },
    ]);
    expect(sheet.validations[0]?.alert).toEqual({ showAlert: true, style: 'Stop', title: 'Tình trạng', message: 'Chọn trong danh sách.' });
  });

  test('edits of a sheet that is protected are refused', async () => {
    const { model, port } = anExcel();
    model.protect(SHEET);
    const refused = await port.apply([{ kind: 'set-cells', sheet: SHEET, row: 1, column: 1, cells: [['x']] }]);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'protected' } });
  });

  test('outside Excel, and in an Excel below the floor, there is no port', async () => {
    expect(await openWorkbookPort()).toMatchObject({ ok: false, error: { kind: 'no-host' } });
    anExcel({ requirementSet: '1.13' });
    expect(await openWorkbookPort()).toMatchObject({ ok: false, error: { kind: 'not-supported' } });
    closeAll();
    anExcel({ requirementSet: '1.14' });
    expect(worked(await openWorkbookPort()).abilities).toEqual({ form: true, notes: false, microsoftSignIn: false });
  });
});
