import { checkForm, foundAgain } from '../../../addin/pane/check-form.ts';
import type { CheckContext } from '../../../addin/ui/check-context.ts';
import { areaOfAddress } from '../../../core/address.ts';
import { type Day, serialOfDay } from '../../../core/day.ts';
import { type Area, cellName } from '../../../core/grid.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { NO_SETTINGS } from '../../../core/plan/settings.ts';
import { agencies, context, FINANCE, obligationsIn } from '../../support/a-form.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { aBuiltForm } from '../../templates/form/a-built-form.ts';
import { anExcel, atEachSpeed, closeAll, worked } from '../excel/an-excel.ts';

afterEach(closeAll);

const TASK = 'PL2.I.1' as RowId;
const SHEET = 'Phụ lục II';
const CHECKED: CheckContext = {
  agency: FINANCE,
  agencies,
  obligations: obligationsIn('2026'),
  settings: NO_SETTINGS,
  context,
  returned: null,
};

interface Typed {
  readonly field: 'percent' | 'issuedOn';
  readonly value: string | number;
  readonly numberFormat: string;
  /** Whether the sheet's protection leaves the right to format cells. */
  readonly mayFormat: boolean;
}

/** The agency's protected form with one cell of its first task typed over. */
async function aForm({ field, value, numberFormat, mayFormat }: Typed) {
  const form = await aBuiltForm(FINANCE);
  const model = await modelOf(form.bytes);
  const { top, left } = areaOfAddress(form.placeOf(TASK, field)) as Area;
  const sheet = model.sheet(SHEET);
  expect([sheet.locked, sheet.at(top, left).locked]).toEqual([true, false]);
  sheet.protection = { allowFormatCells: mayFormat };
  const status = areaOfAddress(form.placeOf(TASK, 'status')) as Area;
  sheet.put(status.top, status.left, { value: 'Đang thực hiện' });
  sheet.put(top, left, { value, numberFormat });
  const { host, port } = anExcel(model);
  const check = async () => checkForm(worked(await port.read()), CHECKED);
  const cell = cellName(top, left);
  return { host, port, sheet, cell, check, there: () => sheet.at(top, left) };
}

const FORMATS = ['0%', 'General', '@', 'dd/mm/yyyy'];

atEachSpeed(() => {
  describe.each([false, true])('a protected form (formats may be set: %s)', (mayFormat) => {
    test.each(FORMATS)('a progress typed as a text in a cell of format %s becomes the progress that was meant', async (numberFormat) => {
      const { port, cell, check, there } = await aForm({ field: 'percent', value: '40%', numberFormat, mayFormat });
      const finding = (await check()).findings.find((one) => one.sheet === SHEET && one.cell === cell);
      expect(finding?.rule).toBe('progress-as-text');
      expect(worked(await port.write(finding?.fixes[0]?.writes ?? []))).toBe(mayFormat || numberFormat === '0%' ? 1 : 0);
      expect((await check()).reading.report?.tasks[TASK]).toMatchObject({ percent: 40 });
      if (mayFormat || numberFormat === '0%') expect(there()).toMatchObject({ value: 0.4, numberFormat: '0%' });
      else expect(there().numberFormat).toBe(numberFormat);
    });

    test.each(FORMATS)('a day typed as a text in a cell of format %s becomes that day', async (numberFormat) => {
      const { port, cell, check, there } = await aForm({ field: 'issuedOn', value: '5.11.2026', numberFormat, mayFormat });
      const finding = (await check()).findings.find((one) => one.sheet === SHEET && one.cell === cell);
      expect(finding?.rule).toBe('date-as-text');
      worked(await port.write(finding?.fixes[0]?.writes ?? []));
      expect((await check()).reading.report?.tasks[TASK]).toMatchObject({ issuedOn: '2026-11-05' });
      if (mayFormat || numberFormat === 'dd/mm/yyyy') expect(there()).toMatchObject({ value: serialOfDay('2026-11-05' as Day) });
    });
  });

  test('where the cell already shows it so, one batch writes it and no format is set', async () => {
    const { host, port, cell, check } = await aForm({ field: 'percent', value: '40%', numberFormat: '0%', mayFormat: false });
    const fix = (await check()).findings.find((one) => one.cell === cell && one.sheet === SHEET)?.fixes[0];
    host.seen.length = 0;
    worked(await port.write(fix?.writes ?? []));
    expect(host.batches).toBe(1);
  });

  test('1 % in a cell that keeps its plain format is written so that it is not taken for 100 %', async () => {
    const { port, cell, check } = await aForm({ field: 'percent', value: '1%', numberFormat: 'General', mayFormat: false });
    const fix = (await check()).findings.find((one) => one.cell === cell && one.sheet === SHEET)?.fixes[0];
    worked(await port.write(fix?.writes ?? []));
    expect((await check()).reading.report?.tasks[TASK]).toMatchObject({ percent: 1 });
  });

  test('a finding is found again where its row stands now; of a row that is another by now nothing is written', async () => {
    const { cell, check, sheet } = await aForm({ field: 'percent', value: '40%', numberFormat: '0%', mayFormat: false });
    const finding = (await check()).findings.find((one) => one.cell === cell && one.sheet === SHEET)!;
    const { top, left } = areaOfAddress(cell) as Area;
    const cellsOf = (row: number) => Array.from({ length: 20 }, (_, k) => ({ ...sheet.at(row, k + 1) }));
    const [one, two] = [cellsOf(top), cellsOf(top + 1)];
    for (const [k, own] of one.entries()) sheet.put(top + 1, k + 1, own);
    for (const [k, own] of two.entries()) sheet.put(top, k + 1, own);
    expect(foundAgain(finding, await check())?.fixes[0]?.writes).toMatchObject([{ sheet: SHEET, row: top + 1, column: left, value: 0.4 }]);
    sheet.put(top + 1, left, { value: 0.4 });
    expect(foundAgain(finding, await check())).toBeNull();
  });
});
