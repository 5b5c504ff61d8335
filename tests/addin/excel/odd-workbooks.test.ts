import { anExcel, atEachSpeed, closeAll, settled, worked } from './an-excel.ts';

atEachSpeed(() => {
  afterEach(closeAll);

  test('an Excel that does not calculate by itself is read as such, in the same batch', async () => {
    const { host, model, port } = anExcel();
    expect(worked(await port.read()).isCalculating).toBe(true);
    model.calculates = 'Manual';
    host.seen.length = 0;
    expect(worked(await port.read()).isCalculating).toBe(false);
    expect(host.batches).toBe(1);
  });

  test('what an Excel on the Mac did not write into the file is missed only when it is opened again, and then is nothing (issue 6091)', async () => {
    const { model, port } = anExcel({ losesSettings: true });
    worked(await port.memory.write('draft', 'x'));
    expect(worked(await port.memory.read('draft'))).toBe('x');
    model.reopen();
    expect(worked(await port.memory.read('draft'))).toBeNull();
  });

  test('on the web the cell that is chosen already is brought into view without any event (issue 4691)', async () => {
    const { model, port } = anExcel({ quietReselection: true });
    const rows: number[] = [];
    worked(await port.onSelect(({ row }) => void rows.push(row)));
    for (let k = 0; k < 2; k++) {
      worked(await port.select({ sheet: 'Phụ lục I', row: 2, column: 2 }));
      await settled();
    }
    expect([rows, model.selection.top]).toEqual([[1, 2], 2]);
  });

  test('a formula follows a cell that was cut, and reads nothing where something was moved onto its cell', () => {
    const { model } = anExcel();
    const sheet = model.sheet('Phụ lục I');
    sheet.put(2, 5, { formula: '=B2/C2', value: 0.9 });
    sheet.put(3, 5, { formula: '=B3/$C$3', value: '' });
    sheet.put(3, 2, { locked: false });
    model.cut('Phụ lục I', 'B2', 'B3');
    expect([sheet.at(2, 5).formula, sheet.at(3, 5).formula]).toEqual(['=B3/C2', '=#REF!/$C$3']);
    expect([sheet.at(3, 2).value, sheet.at(2, 2)]).toMatchObject([90, { value: '', locked: true }]);
  });

  /** The library itself, for what no call of ours does. */
  interface TitleUse {
    readonly workbook: { readonly worksheets: { add(title: string): void; getItem(title: string): { name: string } } };
    sync(): Promise<void>;
  }
  const refusedCode = (doing: (worksheets: TitleUse['workbook']['worksheets']) => void): Promise<string> => {
    const { Excel } = globalThis as never as { Excel: { run(batch: (context: TitleUse) => Promise<void>): Promise<void> } };
    const run = Excel.run(async (context) => {
      doing(context.workbook.worksheets);
      await context.sync();
    });
    return run.then(
      () => 'taken',
      ({ code }: { readonly code: string }) => code,
    );
  };

  test.each(['x'.repeat(32), 'Quý II/2026', 'a:b', 'a[1]', "'a", "a'", 'History'])('no sheet is called %j', async (title) => {
    anExcel();
    expect(await refusedCode((worksheets) => worksheets.add(title))).toBe('InvalidArgument');
    expect(await refusedCode((worksheets) => Object.assign(worksheets.getItem('Hướng dẫn'), { name: title }))).toBe('InvalidArgument');
  });

  test('a sheet takes no title of another, and its own in other case', async () => {
    anExcel();
    const rename = (name: string) => refusedCode((worksheets) => Object.assign(worksheets.getItem('Hướng dẫn'), { name }));
    expect([await rename('phụ lục i'), await rename('HƯỚNG DẪN')]).toEqual(['ItemAlreadyExists', 'taken']);
  });

  test('no cell takes a text of more than 32,767 characters', async () => {
    const { port } = anExcel();
    const write = (value: string) => port.write([{ sheet: 'Phụ lục I', row: 2, column: 2, value }]);
    expect((await write('x'.repeat(32_767))).ok).toBe(true);
    expect(await write('x'.repeat(32_768))).toMatchObject({ ok: false, error: { kind: 'failed' } });
  });
});
