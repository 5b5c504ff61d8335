import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type AdoptionProtection, adoptionEdits } from '../../../core/adopting/adoption-edits.ts';
import { type ConfirmedTable, confirm } from '../../../core/adopting/confirm.ts';
import { recognise } from '../../../core/adopting/recognise.ts';
import type { AppendixFound } from '../../../core/adopting/recognition.ts';
import { askedRows } from '../../../core/form/asked-rows.ts';
import { checkFormula, checkText } from '../../../core/form/check-formula.ts';
import { ownRowCell } from '../../../core/form/own-row.ts';
import { inputRuleOf, inputsOf } from '../../../core/form/row-inputs.ts';
import { cellName, type Grid, type Workbook } from '../../../core/grid.ts';
import { IDENTITY } from '../../../core/identity-sheet.ts';
import type { Field, RowPlace } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { anExcel, closeAll, worked } from '../../addin/excel/an-excel.ts';
import { context, FINANCE, obligationsIn, POLICE, row, TINH_KHE } from '../../support/a-form.ts';
import { fileOf, modelOf } from '../../support/excel/xlsx.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { valuesIn, workbookOf } from '../../support/xlsx-reading.ts';
import { aProvinceWorkbook, pastedFromWord, type Sending } from './a-province-workbook.ts';

afterEach(closeAll);

const OBLIGATIONS = obligationsIn('2026');
const certain = ({ suggested }: AppendixFound): readonly ConfirmedTable[] => (suggested ? [worked(confirm(suggested, new Map()))] : []);

/** Opens a file in Excel, adopts it and reads it again as any form. */
async function adoptedIn(bytes: Uint8Array, agency: AgencyId, protection: AdoptionProtection = 'none') {
  const { model, port } = anExcel(await modelOf(bytes));
  const before = worked(await port.read());
  const confirmed = recognise(before, OBLIGATIONS).flatMap(certain);
  const edits = worked(adoptionEdits(before, confirmed, OBLIGATIONS, agency, protection));
  worked(await port.apply(edits));
  const after = worked(await port.read());
  return { model, before, after, edits, reading: readReport(after, context) };
}

async function adopted(over: Partial<Sending> = {}, agency: AgencyId = TINH_KHE) {
  const sent = await aProvinceWorkbook(over);
  return { sent, ...(await adoptedIn(sent.bytes, agency)) };
}

/** The sheets that were there, without the cells right of the tables. */
const oldPart = ({ grids }: Workbook, before: Workbook) =>
  before.grids.map(({ title, rows }) => {
    const own = new Map(rows.map(({ number, cells }) => [number, new Set(cells.map(({ column }) => column))]));
    const now = grids.find((one) => one.title === title);
    const kept = now?.rows.map(({ cells, ...rest }) => ({
      ...rest,
      cells: cells.filter(({ column }) => own.get(rest.number)?.has(column)),
    }));
    return { ...now, rows: kept?.filter(({ number }) => own.has(number)) };
  });

const HARD: Partial<Sending> = {
  sheets: 'one',
  spelt: pastedFromWord,
  headerAfter: 4,
  ownColumns: ['Ghi chú', 'Tình trạng', 'Kiểm tra', 'Tỷ lệ'],
};

test.each<[string, Partial<Sending>, AgencyId]>([
  ['as the plan prints it', {}, TINH_KHE],
  ['pasted from Word, both tables in one sheet, columns of the agency with our headers', HARD, FINANCE],
  ['with a header of two rows', { headerRows: 2 }, POLICE],
  ['without two columns of the plan', { deletedColumns: ['Cơ quan phối hợp', 'Cơ quan thực hiện'] }, FINANCE],
])('an adopted workbook is read like any form: %s', async (_, over, agency) => {
  const { reading, sent } = await adopted(over, agency);
  expect(reading.identity).toEqual({ plan: context.plan.id, period: '2026', agency });
  expect(reading.findings.map(({ rule }) => rule)).toEqual(['nothing-filled']);
  expect([...reading.places].map(([id, place]) => [id, place.row])).toEqual([...sent.rows]);
});

test('nothing that was there is touched, and only cells right of it get a look, a format or a rule', async () => {
  const { model, before, after, edits } = await adopted(HARD);
  expect(oldPart(after, before)).toEqual(before.grids);
  expect(after.grids.slice(before.grids.length).map(({ title, hidden }) => [title, hidden])).toEqual([[IDENTITY.sheet, true]]);
  const [own] = before.grids;
  const widest = Math.max(...(own?.rows.flatMap(({ cells }) => cells.map(({ column }) => column)) ?? []));
  const sheet = model.sheet(own?.title ?? '');
  const touched = [...sheet.formats, ...sheet.validations].map(({ area }) => area.left);
  expect(Math.min(...touched)).toBe(widest + 1);
  expect(edits.flatMap((edit) => ('column' in edit && edit.sheet === own?.title ? [edit.column] : [])).every((one) => one > widest)).toBe(
    true,
  );
});

test('each row that the agency owes has its drop-downs, rules and live check; the others have none', async () => {
  const { model, reading } = await adopted({}, FINANCE);
  const shapes = askedRows(OBLIGATIONS, FINANCE);
  for (const [id, place] of reading.places) {
    const shape = shapes.get(id);
    const cellOf = (field: keyof RowPlace['columns']) => ownRowCell(place.columns[field] ?? 0);
    const sheet = model.sheet(place.sheet);
    expect(sheet.at(place.row, place.columns.check ?? 0).formula).toBe(shape ? `=${checkFormula(shape, cellOf)}` : null);
    const ruled = sheet.validations.filter(({ area }) => area.top <= place.row && place.row <= area.bottom).map(({ area }) => area.left);
    const wanted = shape
      ? inputsOf(shape)
          .filter((column) => inputRuleOf(column, shape) !== 'none')
          .map(({ field }) => place.columns[field])
      : [];
    expect(ruled).toEqual(wanted);
  }
});

test('what Kiểm tra says is coloured by its sign', async () => {
  const { model, reading } = await adopted({}, FINANCE);
  const place = reading.places.get(row('PL1.I.1.3'))!;
  const colours = model.sheet(place.sheet).signs.filter(({ area }) => area.top <= place.row && place.row <= area.bottom);
  expect(colours.map(({ area, sign }) => [area.left, sign])).toEqual(['✕', '▲', '✓'].map((sign) => [place.columns.check, sign]));
  expect(new Set(colours.map(({ ink }) => ink)).size).toBe(3);
});

test('asked to, it locks the form’s columns but the cells to fill in, and leaves the agency’s own cells open', async () => {
  const sent = await aProvinceWorkbook(HARD);
  const { model, reading } = await adoptedIn(sent.bytes, FINANCE, 'form-columns');
  const place = reading.places.get(row('PL1.I.1.3'))!;
  const sheet = model.sheet(place.sheet);
  expect(sheet.locked).toBe(true);
  const lock = (column: number | undefined) => sheet.at(place.row, column ?? 0).locked;
  expect([place.columns.id, place.columns.rate, place.columns.check].map(lock)).toEqual([true, true, true]);
  expect([place.columns.numerator, place.columns.explanation, place.columns.name, 40].map(lock)).toEqual([false, false, false, false]);
  expect(() => model.type(place.sheet, cellName(place.row, place.columns.numerator!), 90)).not.toThrow();
});

test('figures typed into it are the report, here and in the file', async () => {
  const { model, reading } = await adopted(HARD);
  const place = reading.places.get(row('PL1.I.1.3'));
  const typed = { state: 'Có số liệu', numerator: 90, denominator: 100 } as const;
  for (const [field, value] of Object.entries(typed))
    model.type(place?.sheet ?? '', cellName(place?.row ?? 0, place?.columns[field as keyof typeof typed] ?? 0), value);
  const read = readReport(workbookOf(await fileOf(model)), context);
  expect(read.report).toMatchObject({
    agency: TINH_KHE,
    indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 90, denominator: 100 } },
  });
  expect(Object.keys(read.report?.indicators ?? {})).toEqual(['PL1.I.1.3']);
});

test('a row that was deleted from the table is the only one missing', async () => {
  const id: RowId = row('PL1.I.1.3');
  const { reading } = await adopted({ without: [id] });
  expect(reading.findings.filter(({ rule }) => rule !== 'row-left-blank').map((one) => [one.rule, one.row])).toEqual([['row-missing', id]]);
  expect(reading.places.has(id)).toBe(false);
  expect(reading.places.get(row('PL1.II.1.1'))).toBeDefined();
});

test('a form whose identity sheet is gone only gets its names and its identity back', async () => {
  const model = await modelOf(await buildForm({ obligations: OBLIGATIONS, agency: FINANCE }));
  model.deleteSheet(IDENTITY.sheet);
  model.names.clear();
  const { edits, reading } = await adoptedIn(await fileOf(model), FINANCE);
  expect(edits.map(({ kind }) => kind)).toEqual(['set-name', 'set-name', 'add-hidden-sheet', 'number-format', 'set-cells', 'set-name']);
  expect(reading.identity?.agency).toBe(FINANCE);
  expect(reading.findings.map(({ rule }) => rule)).toEqual(['nothing-filled']);
});

test('a spoilt identity sheet stays where it is, and the new one counts', async () => {
  const model = await modelOf(await buildForm({ obligations: OBLIGATIONS, agency: FINANCE }));
  const spoilt = model.sheet(IDENTITY.sheet);
  spoilt.put(3, 2, { value: TINH_KHE });
  spoilt.put(4, 2, { value: '' });
  const { after, reading } = await adoptedIn(await fileOf(model), FINANCE);
  expect(after.grids.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual([IDENTITY.sheet, `${IDENTITY.sheet} 2`]);
  expect(reading.identity?.agency).toBe(FINANCE);
});

test('adopting that broke off in the middle can be begun anew', async () => {
  const sent = await aProvinceWorkbook({ sheets: 'one' });
  const first = await adoptedIn(sent.bytes, TINH_KHE);
  const headers = first.edits.flatMap(({ kind }, k) => (kind === 'set-name' ? [k - 1, k, k + 1] : []));
  for (const done of [1, 5, 20, ...headers]) {
    const { model, port } = anExcel(await modelOf(sent.bytes));
    worked(await port.apply(first.edits.slice(0, done)));
    const { reading } = await adoptedIn(await fileOf(model), TINH_KHE);
    expect([done, reading.findings.map(({ rule }) => rule)]).toEqual([done, ['nothing-filled']]);
    expect([...reading.places].map(([id, place]) => [id, place.row])).toEqual([...sent.rows]);
  }
});

test('an adopted workbook is not adopted twice', async () => {
  const { model } = await adopted();
  model.deleteSheet(IDENTITY.sheet);
  const { edits, reading } = await adoptedIn(await fileOf(model), TINH_KHE);
  expect(edits.filter(({ kind }) => kind === 'look')).toEqual([]);
  expect(reading.identity?.agency).toBe(TINH_KHE);
});

/** The file without what its formulas gave last: a program has to calculate them. */
const notCalculated = (bytes: Uint8Array): Uint8Array => {
  const parts = Object.entries(unzipSync(bytes));
  const without = (part: Uint8Array) => strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  return zipSync(Object.fromEntries(parts.map(([name, part]) => [name, name.startsWith('xl/worksheets/') ? without(part) : part])));
};

describeWithSoffice('in LibreOffice', () => {
  test('Kiểm tra and Tỷ lệ of an adopted workbook speak for every row, without the add-in', async () => {
    const { model, reading } = await adopted(HARD, FINANCE);
    const values = { 'PL1.I.1.3': { state: 'Có số liệu', numerator: 120, denominator: 100 } } as const;
    const cellOf = (id: string, field: Field) => {
      const place = reading.places.get(row(id));
      return cellName(place?.row ?? 0, place?.columns[field] ?? 0);
    };
    const sheet = model.sheets[0]?.title ?? '';
    for (const [field, value] of Object.entries(values['PL1.I.1.3'])) model.type(sheet, cellOf('PL1.I.1.3', field as Field), value); // its keys are fields
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-adopted-'));
    try {
      writeFileSync(join(folder, 'adopted.xlsx'), notCalculated(await fileOf(model)));
      const [written = ''] = await convert([join(folder, 'adopted.xlsx')], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'out'));
      const shown = valuesIn(workbookOf(readFileSync(written)).grids[0] as Grid); // the sheet that was adopted
      for (const [id, shape] of askedRows(OBLIGATIONS, FINANCE))
        expect([id, shown[cellOf(id, 'check')] ?? '']).toEqual([
          id,
          checkText(shape, id in values ? values[id as keyof typeof values] : {}),
        ]);
      expect(shown[cellOf('PL1.I.1.3', 'rate')]).toBe(1.2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
