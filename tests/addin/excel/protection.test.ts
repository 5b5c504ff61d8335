import { buildForm } from '../../../templates/form/build-form.ts';
import { FINANCE, obligationsIn } from '../../support/a-form.ts';
import type { ExcelModel } from '../../support/excel/model.ts';
import { plainCellsIn } from '../../support/excel/plain-cells.ts';
import { type ModelSheet, PLAIN_CELLS } from '../../support/excel/sheet.ts';
import { modelOf } from '../../support/excel/xlsx.ts';
import { aBuiltForm } from '../../templates/form/a-built-form.ts';
import { anExcel, closeAll, inExcel, worked } from './an-excel.ts';

afterEach(closeAll);

const SHEET = 'Phụ lục I';
const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

/** A protected sheet with open cells B2 and C2; `leaves`: the rights that its protection leaves. */
function aProtected(leaves: ModelSheet['protection'] = {}) {
  const excel = anExcel();
  const sheet = excel.model.sheet(SHEET);
  excel.model.protect(SHEET);
  sheet.protection = leaves;
  return { ...excel, sheet };
}

const OWN = { title: 'Ma trận', whenTaken: 'number' as const, widths: [], values: [['x']], looks: [], notes: [] };

describe('a workbook whose structure is protected', () => {
  test.each<[string, (sheets: Excel.WorksheetCollection) => void]>([
    ['another sheet', (sheets) => void sheets.add('Nháp')],
    ['that a sheet is deleted', (sheets) => sheets.getItem('Hướng dẫn').delete()],
    [
      'another name of a sheet',
      (sheets) => {
        sheets.getItem('Hướng dẫn').name = 'Nháp';
      },
    ],
    [
      'another place of a sheet',
      (sheets) => {
        sheets.getItem('Hướng dẫn').position = 0;
      },
    ],
    [
      'that a sheet is hidden',
      (sheets) => {
        sheets.getItem('Hướng dẫn').visibility = 'Hidden';
      },
    ],
    [
      'that a hidden sheet is shown',
      (sheets) => {
        sheets.getItem('Ẩn').visibility = 'Visible';
      },
    ],
  ])('refuses %s; without the protection it is done', async (_, change) => {
    const { model } = anExcel();
    model.addSheet('Ẩn').visibility = 'Hidden';
    const before = sheetsOf(model);
    const act = () => inExcel(({ workbook }) => change(workbook.worksheets));
    model.isStructureLocked = true;
    await expect(act()).rejects.toMatchObject({ code: 'AccessDenied' });
    expect(sheetsOf(model)).toEqual(before);
    model.isStructureLocked = false;
    await act();
    expect(sheetsOf(model)).not.toEqual(before);
  });

  test('refuses them to a person’s hand too; its cells are typed into as ever, and a sheet that is protected alone can be deleted', () => {
    const { model } = anExcel();
    model.isStructureLocked = true;
    expect(() => model.addSheet('Nháp')).toThrow('structure');
    expect(() => model.deleteSheet('Hướng dẫn')).toThrow('structure');
    model.type(SHEET, 'B2', 5);
    expect([model.valueAt(SHEET, 'B2'), model.sheets.length]).toEqual([5, 2]);
    model.isStructureLocked = false;
    model.protect('Hướng dẫn');
    model.deleteSheet('Hướng dẫn');
    expect(model.sheets).toHaveLength(1);
  });

  test('takes no sheet of ours, and that is what is said', async () => {
    const { model, port } = anExcel();
    model.isStructureLocked = true;
    const refused = [
      await port.addSheet({ ...OWN, frozen: { rows: 0, columns: 0 } }),
      await port.apply([{ kind: 'add-hidden-sheet', sheet: 'Định danh' }]),
    ];
    for (const one of refused) expect(one).toMatchObject({ ok: false, error: { kind: 'structure-protected' } });
    expect(model.sheets.map(({ title }) => title)).toEqual([SHEET, 'Hướng dẫn']);
  });
});

const sheetsOf = ({ sheets }: ExcelModel) => sheets.map(({ title, visibility }) => `${title} ${visibility}`);

describe('a protected sheet', () => {
  const LOOKS: readonly [string, (range: Excel.Range) => void][] = [
    [
      'a number format',
      (range) => {
        range.numberFormat = [['0%']];
      },
    ],
    [
      'a ground',
      (range) => {
        range.format.fill.color = '#FFF2CC';
      },
    ],
    [
      'a font',
      (range) => {
        range.format.font.bold = true;
      },
    ],
    ['a conditional format', (range) => void range.conditionalFormats.add('ContainsText')],
    ['that conditional formats go', (range) => range.conditionalFormats.clearAll()],
    ['that all formats go', (range) => range.clear('Formats')],
  ];
  const WIDTHS: readonly [string, (range: Excel.Range) => void][] = [
    [
      'a column width',
      (range) => {
        range.format.columnWidth = 90;
      },
    ],
    [
      'that a column is hidden',
      (range) => {
        range.columnHidden = true;
      },
    ],
  ];
  const at = (change: (range: Excel.Range) => void) => () =>
    inExcel(({ workbook }) => change(workbook.worksheets.getItem(SHEET).getRange('B2')));

  test.each([
    ...LOOKS.map(([what, change]) => [what, 'allowFormatCells', change] as const),
    ...WIDTHS.map(([what, change]) => [what, 'allowFormatColumns', change] as const),
  ])('takes %s where it leaves %s, and only there, of open cells too', async (_, right, change) => {
    const { sheet } = aProtected({ allowFormatCells: true, allowFormatColumns: true, allowSort: true, [right]: false });
    await expect(at(change)()).rejects.toMatchObject({ code: 'AccessDenied' });
    sheet.protection = { [right]: true };
    await at(change)();
  });

  test('clearing formats gives a cell the lock of the style Normal, and leaves its value and input rule', async () => {
    const { model, sheet } = aProtected({ allowFormatCells: true });
    sheet.put(2, 2, { value: 0.4, numberFormat: '0%' });
    sheet.setRules({ validations: [{ area: area(2, 2), rule: 'list' }], signs: [{ area: area(2, 2), sign: '✕', ink: '#B3261E' }] });
    const before = structuredClone([sheet.at(2, 2), sheet.validations, sheet.signs]);
    model.clearFormats(SHEET, 'B2');
    expect([sheet.at(2, 2), sheet.validations, sheet.signs]).toEqual([
      { ...PLAIN_CELLS.normal, value: 0.4 },
      [{ area: area(2, 2), rule: 'list' }],
      [],
    ]);
    model.undo();
    expect([sheet.at(2, 2), sheet.validations, sheet.signs]).toEqual(before);
  });

  test.each<[string, (range: Excel.Range) => void]>([
    [
      'a lock',
      (range) => {
        range.format.protection.locked = true;
      },
    ],
    [
      'an input rule',
      (range) => {
        range.dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      },
    ],
    ['that an input rule goes', (range) => range.dataValidation.clear()],
  ])('refuses %s whatever it leaves', async (_, change) => {
    const { model, sheet } = aProtected({ allowFormatCells: true, allowFormatColumns: true, allowSort: true });
    sheet.setRules({ validations: [{ area: area(2, 2), rule: 'list' }] });
    await expect(at(change)()).rejects.toMatchObject({ code: 'AccessDenied' });
    expect([sheet.at(2, 2).locked, sheet.validations]).toEqual([false, [{ area: area(2, 2), rule: 'list' }]]);
    model.unprotect(SHEET);
    await at(change)();
  });

  test('is sorted where it leaves the right and every cell is open', () => {
    const { model, sheet } = aProtected();
    sheet.put(3, 2, { value: 7, locked: false });
    sheet.put(3, 3, { value: 8, locked: false });
    const sort = () => model.sortRows(SHEET, 2, [3, 2]);
    expect(sort).toThrow('protected');
    sheet.protection = { allowSort: true };
    expect(sort).toThrow('protected'); // A2 and A3 are locked
    expect(model.valueAt(SHEET, 'B2')).toBe(90);
    for (const row of [2, 3]) sheet.put(row, 1, { locked: false });
    sort();
    expect([model.valueAt(SHEET, 'B2'), model.valueAt(SHEET, 'B3')]).toEqual([7, 90]);
  });

  test('takes a pasted block whole or not at all', () => {
    const { model } = aProtected();
    expect(() => model.paste(SHEET, 'B2', [[1, 2, 3]])).toThrow('protected');
    expect([model.valueAt(SHEET, 'B2'), model.undoStack.names]).toEqual([90, []]);
  });

  test('a number format of a person’s hand is one of the cell’s formats', () => {
    const { model, sheet } = aProtected();
    expect(() => model.format(SHEET, 'B2', '0%')).toThrow('protected');
    sheet.protection = { allowFormatCells: true };
    model.format(SHEET, 'B2', '0%');
    expect(sheet.at(2, 2).numberFormat).toBe('0%');
  });
});

describe('the style Normal', () => {
  const OTHER_NORMAL = `<x:styleSheet><x:cellStyleXfs count="2"><x:xf/><x:xf><x:protection locked="false"/></x:xf></x:cellStyleXfs>
    <x:cellXfs count="1"><x:xf xfId="1"/></x:cellXfs>
    <x:cellStyles><x:cellStyle name="Số" xfId="0" builtinId="3"/><x:cellStyle name="Bình thường" xfId="1" builtinId="0"/></x:cellStyles></x:styleSheet>`;
  const NUMERATOR = 'PL1.I.1.3';

  test('of a form is open: a cell that was pasted over or cut away can be typed into, and one that never was stays locked', async () => {
    const form = await aBuiltForm(FINANCE);
    const model = await modelOf(form.bytes);
    const [numerator, denominator] = [form.placeOf(NUMERATOR, 'numerator'), form.placeOf(NUMERATOR, 'denominator')];
    model.paste(SHEET, numerator, [['12']], { brings: {} });
    model.type(SHEET, numerator, 13);
    model.cut(SHEET, numerator, denominator);
    model.type(SHEET, numerator, 14);
    expect([model.valueAt(SHEET, numerator), model.valueAt(SHEET, denominator)]).toEqual([14, 13]);
    expect(() => model.type(SHEET, 'ZZ9', 1)).toThrow('protected');
  });

  test('of any other workbook is locked: what was pasted over is so from then on, and loses its number format', async () => {
    const { model, port, sheet } = aProtected();
    sheet.put(2, 2, { numberFormat: '0%' });
    model.paste(SHEET, 'B2', [[1]], { brings: {} });
    expect(sheet.at(2, 2)).toMatchObject({ value: 1, locked: true, numberFormat: 'General' });
    expect(worked(await port.lockedAmong([{ sheet: SHEET, areas: [area(2, 2)] }]))).toEqual([{ sheet: SHEET, areas: [area(2, 2)] }]);
  });

  test('is told by its number, whatever it is called, and the rights that a form’s protection leaves are read', async () => {
    const model = await modelOf(await buildForm({ obligations: obligationsIn('2026'), agency: FINANCE }));
    expect(model.sheet(SHEET).protection).toMatchObject({ allowFormatColumns: true, allowFormatRows: true });
    expect([model.sheet(SHEET).may('allowFormatCells'), model.sheet(SHEET).may('allowSort')]).toEqual([false, false]);
    expect(model.sheet(SHEET).plain).toMatchObject({ normal: { locked: false }, unwritten: { locked: true } });
    expect(plainCellsIn(OTHER_NORMAL)).toMatchObject({ normal: { locked: false }, unwritten: { locked: true } });
    expect(plainCellsIn('<styleSheet/>')).toEqual(PLAIN_CELLS);
  });
});
