import { anExcel, atEachSpeed, closeAll, hearing, placesOf, settled, worked } from './an-excel.ts';

atEachSpeed(() => {
  afterEach(closeAll);

  const SHEET = 'Phụ lục I';
  const place = (row: number, column: number, value: number | string) => ({ sheet: SHEET, row, column, value });
  const values = (model: ReturnType<typeof anExcel>['model'], ...cells: string[]) => cells.map((cell) => model.valueAt(SHEET, cell));

  test('what one click writes, formats included, is one step of the user’s undo, and taking it back is told', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.type(SHEET, 'B3', 5);
    worked(await port.write([{ ...place(2, 2, 0.4), shown: { format: '0%', instead: 40 } }, place(2, 3, 101), place(4, 2, 'chữ')]));
    expect(values(model, 'B2', 'C2', 'B4')).toEqual([0.4, 101, 'chữ']);
    const heard = await hearing(port);
    expect(model.undo()).toBe('add-in');
    await settled();
    expect(values(model, 'B2', 'C2', 'B3', 'B4')).toEqual([90, 100, 5, '']);
    expect(model.sheet(SHEET).at(2, 2).numberFormat).toBe('General');
    expect(placesOf(heard)).toEqual([`${SHEET} 2,2-4,3`]);
    expect(model.undo()).toBe('type');
    expect([...values(model, 'B3'), model.undo()]).toEqual(['', null]);
  });

  test('where a protected sheet refuses the format, what was written in its place is one step too', async () => {
    const { model, port } = anExcel();
    worked(await port.read());
    model.protect(SHEET);
    worked(await port.write([{ ...place(2, 2, 0.4), shown: { format: '0%', instead: 40 } }, place(2, 3, 101)]));
    expect(values(model, 'B2', 'C2')).toEqual([40, 101]);
    expect([model.undo(), ...values(model, 'B2', 'C2'), model.undo()]).toEqual(['add-in', 90, 100, null]);
  });

  /** The library itself, for what no call of ours does yet. */
  interface LibraryContext {
    readonly workbook: {
      readonly worksheets: {
        getItem(title: string): {
          getRange(cell: string): { values: readonly (readonly number[])[] };
          readonly protection: { protect(): void };
        };
      };
    };
    sync(): Promise<void>;
  }
  interface Library {
    run(options: { readonly mergeUndoGroup: boolean }, batch: (context: LibraryContext) => Promise<void>): Promise<void>;
  }
  const library = () => (globalThis as unknown as { readonly Excel: Library }).Excel;

  test.each([
    [true, 1],
    [false, 2],
  ])('batches of one run are one step where they are grouped (%s), else each is one', async (mergeUndoGroup, steps) => {
    const { model } = anExcel();
    await library().run({ mergeUndoGroup }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      for (const [cell, value] of [
        ['B2', 1],
        ['C2', 2],
      ] as const) {
        sheet.getRange(cell).values = [[value]];
        await context.sync();
      }
    });
    expect(model.undoStack.names).toHaveLength(steps);
    for (let k = 0; k < steps; k++) model.undo();
    expect(values(model, 'B2', 'C2')).toEqual([90, 100]);
  });

  test('what cannot be undone is refused in a group', async () => {
    const { model } = anExcel();
    const grouped = library().run({ mergeUndoGroup: true }, async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    });
    await expect(grouped).rejects.toMatchObject({ code: 'UndoNotSupported' });
    expect(model.sheet(SHEET).locked).toBe(false);
  });

  test('an Excel before 1.20 forgets what the user could undo as soon as the pane writes; reading costs nothing', async () => {
    const { model, port } = anExcel({ requirementSet: '1.14' });
    model.type(SHEET, 'B3', 5);
    worked(await port.read());
    expect(model.undoStack.names).toEqual(['type']);
    worked(await port.write([place(2, 2, 91)]));
    expect([model.undo(), ...values(model, 'B2', 'B3')]).toEqual([null, 91, 5]);
  });

  test('opening locked cells empties the undo stack, as the pane says before', async () => {
    const { model, port } = anExcel();
    model.protect(SHEET);
    model.type(SHEET, 'B2', 5);
    worked(await port.unlock([{ sheet: SHEET, areas: [{ top: 2, left: 1, bottom: 2, right: 1 }] }]));
    expect(model.undoStack.names).toEqual([]);
  });

  test('a co-author’s typing is not in one’s own undo', () => {
    const { model } = anExcel();
    model.coauthorTypes(SHEET, 'B2', 7);
    expect([model.undo(), ...values(model, 'B2')]).toEqual([null, 7]);
  });

  test('a pasted cell brings the input rule and the conditional colours of where it was copied; around it the old ones stay; undone, all is as before', async () => {
    const { model, port } = anExcel();
    const column = { top: 2, left: 2, bottom: 9, right: 2 };
    const rule = { kind: 'list', words: ['Có', 'Không'], title: 'x', prompt: 'x', error: 'x' } as const;
    worked(await port.apply([{ kind: 'input-rule', sheet: SHEET, areas: [column], rule }]));
    const sheet = model.sheet(SHEET);
    sheet.setRules({ signs: [{ area: column, sign: '✕', ink: '#9C0006' }] });
    model.paste(SHEET, 'B5', [[1]], {
      brings: { look: { locked: true }, validation: { rule: 'whole' }, signs: [{ sign: '>', ink: '#00B050' }] },
    });
    const rows = (areas: readonly { readonly area: typeof column }[]) => areas.map(({ area }) => [area.top, area.bottom]);
    expect([rows(sheet.validations), rows(sheet.signs)]).toEqual([
      [
        [2, 4],
        [6, 9],
        [5, 5],
      ],
      [
        [2, 4],
        [6, 9],
        [5, 5],
      ],
    ]);
    expect([sheet.validations.at(-1)?.rule, sheet.signs.at(-1)?.sign, sheet.at(5, 2).locked]).toEqual(['whole', '>', true]);
    expect([model.undo(), rows(sheet.validations), rows(sheet.signs)]).toEqual(['paste', [[2, 9]], [[2, 9]]]);
  });
});
