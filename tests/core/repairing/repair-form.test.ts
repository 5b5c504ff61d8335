import { adoptionEdits } from '../../../core/adopting/adoption-edits.ts';
import { confirm } from '../../../core/adopting/confirm.ts';
import { recognise } from '../../../core/adopting/recognise.ts';
import { type Cell, cellName, type Grid, type Workbook } from '../../../core/grid.ts';
import type { Field } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { repairForm } from '../../../core/repairing/repair-form.ts';
import { inputsIn } from '../../../core/tables/inputs.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import type { FormValues } from '../../../templates/form/form-values.ts';
import { anExcel, closeAll, worked } from '../../addin/excel/an-excel.ts';
import { context, FINANCE, obligationsIn, row, TINH_KHE } from '../../support/a-form.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { fc } from '../../support/properties.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aProvinceWorkbook } from '../adopting/a-province-workbook.ts';

afterEach(closeAll);

const OBLIGATIONS = obligationsIn('2026');
const ONE = 'Phụ lục I';
const RATIO = row('PL1.I.1.3');
const VALUES: FormValues = new Map([
  [RATIO, { state: 'Có số liệu', numerator: 95, denominator: 100, explanation: 'Đúng hạn' }],
  [row('PL2.II.1'), { status: 'Đang thực hiện', percent: 0.4 }],
]);
const aForm = (agency: AgencyId = TINH_KHE): Promise<Uint8Array> => buildForm({ obligations: OBLIGATIONS, agency, values: VALUES });
const damagesOf = (workbook: Workbook, agency: AgencyId = TINH_KHE): string[] =>
  repairForm(workbook, OBLIGATIONS, agency).damages.map((one) => ('cell' in one ? `${one.kind} ${one.header} ${one.cell}` : one.kind));

/** The form open in Excel, and where its cells are. */
async function opened() {
  const { model, port } = anExcel(await modelOf(await aForm()));
  const before = worked(await port.read());
  const { places } = readReport(before, context);
  const at = (id: RowId, field: Field): string => {
    const place = places.get(id)!;
    return cellName(place.row, place.columns[field]!);
  };
  const put = (id: RowId, field: Field, change: object): void => {
    const place = places.get(id)!;
    model.sheet(place.sheet).put(place.row, place.columns[field]!, change);
  };
  const repaired = async () => {
    const { damages, edits } = repairForm(worked(await port.read()), OBLIGATIONS, TINH_KHE);
    worked(await port.apply(edits));
    return { damages, after: readReport(worked(await port.read()), context) };
  };
  return { model, port, before: readReport(before, context), places, at, put, repaired };
}

test.each(['XA-21211', 'CAT', 'SNV', 'STC'] as AgencyId[])('nothing is damaged of a form as it was handed out: %s', async (agency) => {
  expect(damagesOf(workbookOf(await aForm(agency)), agency)).toEqual([]);
});

test('headers, texts of the plan, formulas and names come back, and the report stays what it was', async () => {
  const { model, before, put, repaired } = await opened();
  const header = 9;
  model.sheet(ONE).put(header, 13, { value: 'Lý do' });
  model.sheet(ONE).put(header, 11, { value: '' });
  put(RATIO, 'rate', { value: 0.99, formula: null });
  put(RATIO, 'check', { value: '✓', formula: '="✓"' });
  put(row('PL2.II.1'), 'deliverable', { value: 'Kế hoạch' });
  model.names.delete('PhuLuc_II');
  const { damages, after } = await repaired();
  expect(damages.map((one) => ('header' in one ? `${one.kind} ${one.header}` : one.kind))).toEqual([
    'header Tỷ lệ',
    'header Giải trình',
    'formula Tỷ lệ',
    'formula Kiểm tra',
    'plan-text Kết quả',
    'name',
  ]);
  expect(after.report).toEqual(before.report);
  expect(after.findings.map(({ rule }) => rule)).toEqual(before.findings.map(({ rule }) => rule));
});

test('a cut that left another row’s formulas broken is undone where it broke, not where it was pasted', async () => {
  const { model, at, put, repaired, port } = await opened();
  const next = row('PL1.I.2.3');
  model.sheet(ONE).locked = false;
  put(next, 'check', { value: '#REF!', error: true, formula: '=IF(#REF!="","","")' });
  model.cut(ONE, at(RATIO, 'numerator'), at(next, 'numerator'));
  const { damages, after } = await repaired();
  expect(damages.map((one) => ('cell' in one ? one.cell : one.kind))).toEqual([at(next, 'check')]);
  expect(after.report?.indicators[next]).toMatchObject({ numerator: 95 });
  expect(repairForm(worked(await port.read()), OBLIGATIONS, TINH_KHE).damages).toEqual([]);
});

test('locks, rules and protection come back whatever was done to them; formats of filled cells stay', async () => {
  const { model, places, repaired } = await opened();
  const sheet = model.sheet(ONE);
  const place = places.get(RATIO)!;
  const lock = (field: Field) => sheet.at(place.row, place.columns[field]!).locked;
  sheet.locked = false;
  sheet.validations.length = 0;
  for (const field of ['numerator', 'explanation', 'name', 'check'] as const)
    sheet.put(place.row, place.columns[field]!, { locked: !lock(field) });
  sheet.put(place.row, place.columns.numerator!, { numberFormat: 'd-mmm' });
  sheet.put(place.row, place.columns.evidence!, { numberFormat: 'General' });
  await repaired();
  expect(sheet.locked).toBe(true);
  expect([lock('numerator'), lock('explanation'), lock('name'), lock('check')]).toEqual([false, false, true, true]);
  const ruled = sheet.validations.filter(({ area }) => area.top <= place.row && place.row <= area.bottom).map(({ area }) => area.left);
  expect(ruled).toEqual([place.columns.state, place.columns.numerator, place.columns.denominator]);
  expect(sheet.at(place.row, place.columns.numerator!).numberFormat).toBe('d-mmm');
  expect(sheet.at(place.row, place.columns.evidence!).numberFormat).toBe('@');
});

test('a column that was deleted is named: nothing can bring it back', async () => {
  const workbook = workbookOf(await aForm());
  const [first, ...others] = workbook.grids;
  const without = (cells: readonly Cell[]) =>
    cells.filter(({ column }) => column !== 12).map((cell) => ({ ...cell, column: cell.column > 12 ? cell.column - 1 : cell.column }));
  const damaged: Grid = { ...first!, rows: first!.rows.map((one) => ({ ...one, cells: without(one.cells) })) };
  expect(damagesOf({ ...workbook, grids: [damaged, ...others] })[0]).toBe('column-gone');
});

test('an adopted workbook has nothing damaged, and is not protected unasked', async () => {
  const { bytes } = await aProvinceWorkbook();
  const { model, port } = anExcel(await modelOf(bytes));
  const before = worked(await port.read());
  const sure = recognise(before, OBLIGATIONS).flatMap(({ suggested }) => (suggested ? [worked(confirm(suggested, new Map()))] : []));
  worked(await port.apply(worked(adoptionEdits(before, sure, OBLIGATIONS, FINANCE))));
  const { damages, edits } = repairForm(worked(await port.read()), OBLIGATIONS, FINANCE);
  expect(damages).toEqual([]);
  worked(await port.apply(edits));
  expect(model.sheets.filter(({ locked }) => locked)).toEqual([]);
});

test('whatever is done to a form, no edit touches what stands in a cell to fill in', async () => {
  const workbook = workbookOf(await aForm());
  const { places } = readReport(workbook, context);
  const inputs = new Set(
    [...places].flatMap(([id, { sheet, row: number, columns }]) =>
      inputsIn(id.startsWith('PL1') ? 'indicators' : 'tasks').map(({ field }) => `${sheet}!${cellName(number, columns[field]!)}`),
    ),
  );
  const change = fc.record({
    grid: fc.constantFrom(0, 1),
    row: fc.integer({ min: 9, max: 70 }),
    column: fc.integer({ min: 1, max: 15 }),
    value: fc.oneof(fc.constantFrom(null, 'x', 'Tử số', 'PL1.I.1.3', 'Mã', 5, '=1+1'), fc.string()),
  });
  const changed = (grid: Grid, changes: readonly { row: number; column: number; value: Cell['value'] }[]): Grid => ({
    ...grid,
    rows: grid.rows.map((one) => {
      const cells = new Map(one.cells.map((cell) => [cell.column, cell]));
      for (const { column, value } of changes.filter(({ row: number }) => number === one.number))
        cells.set(column, { column, value, error: null, format: 'plain', formula: false });
      return { ...one, cells: [...cells.values()].sort((a, b) => a.column - b.column) };
    }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const grids = workbook.grids.map((grid, k) =>
        changed(
          grid,
          changes.filter((one) => one.grid === k),
        ),
      );
      const { edits } = repairForm({ ...workbook, grids }, OBLIGATIONS, TINH_KHE);
      const written = edits.flatMap((edit) =>
        edit.kind === 'set-cells'
          ? edit.cells.flatMap((line, k) => line.map((_, n) => `${edit.sheet}!${cellName(edit.row + k, edit.column + n)}`))
          : [],
      );
      expect(written.filter((cell) => inputs.has(cell))).toEqual([]);
    }),
  );
});
