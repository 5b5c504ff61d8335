import { readReport } from '../../../core/reading/read-report.ts';
import { context } from '../../support/a-form.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { aBuiltForm } from '../../templates/form/a-built-form.ts';
import { anExcel, atEachSpeed, closeAll, hearing, placesOf, settled, worked } from './an-excel.ts';

atEachSpeed(() => {
  afterEach(closeAll);

  /** Uses of the library itself in these tests. */
  interface OurUse {
    readonly workbook: { readonly worksheets: { readonly onProtectionChanged: { add(handler: () => Promise<void>): void } } };
  }

  /** Notes are of ExcelApi 1.18. */
  interface NewerUse {
    readonly workbook: { readonly worksheets: { getItem(title: string): { readonly notes: { add(cell: string, text: string): void } } } };
    sync(): Promise<void>;
  }

  test('the library refuses what is above the requirement set of the host', async () => {
    anExcel({ requirementSet: '1.13' });
    const { Excel } = globalThis as never as { Excel: { run(batch: (context: OurUse) => Promise<void>): Promise<void> } };
    const tooNew = Excel.run(async ({ workbook }) => {
      workbook.worksheets.onProtectionChanged.add(async () => undefined);
    });
    await expect(tooNew).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('ExcelApi 1.14') });
  });

  test('what a newer library has and the host has not is refused by the host', async () => {
    anExcel({ requirementSet: '1.14' });
    const { Excel } = globalThis as never as { Excel: { run(batch: (context: NewerUse) => Promise<void>): Promise<void> } };
    const tooNew = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Phụ lục I').notes.add('A1', 'ghi chú');
      await context.sync();
    });
    await expect(tooNew).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test.each(['1.14', '1.21'] as const)(
    'a form is read, followed, answered, kept and led through with ExcelApi %s',
    async (requirementSet) => {
      const form = await aBuiltForm('STC');
      const { host, model, port } = anExcel(await modelOf(form.bytes, { requirementSet }));
      const numerator = form.placeOf('PL1.I.1.3', 'numerator');
      const sheet = 'Phụ lục I';
      const before = readReport(worked(await port.read()), context);
      expect(before.identity?.agency).toBe('STC');
      const heard = await hearing(port);
      host.seen.length = 0;

      model.type(sheet, numerator, 'khoảng 95');
      await settled();
      const after = readReport(worked(await port.read()), context);
      expect(placesOf(heard).length).toBeGreaterThan(0);
      expect(after.findings).toContainEqual(expect.objectContaining({ rule: 'count-not-a-number', sheet, cell: numerator }));
      expect(host.batches).toBe(1);

      worked(await port.memory.write('draft', JSON.stringify(after.report)));
      expect(JSON.parse(worked(await port.memory.read('draft')) ?? '')).toEqual(after.report);
      const row = Number(/\d+/.exec(numerator)?.[0]);
      worked(await port.select({ sheet, row, column: 9 }));
      expect(model.selection.top).toBe(row);
      // The form is protected: what is locked is refused and the sheet stays as it is.
      expect(await port.write([{ sheet, row, column: 1, value: 'x' }])).toMatchObject({ ok: false, error: { kind: 'protected' } });
      expect(model.sheet(sheet).locked).toBe(true);
    },
  );
});
