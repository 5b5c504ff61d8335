import { cellAt } from '../../../core/grid.ts';
import { MAIN } from '../../support/xlsx-parts.ts';
import { refusalOf, valuesIn, valuesOf, workbookOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const valuesOfRows = (rows: string, more: Parameters<typeof aWorkbookFile>[0] = {}): Record<string, unknown> =>
  valuesOf(aWorkbookFile({ sheets: [{ rows }], ...more }));

const DAMAGED_SHEET = { rule: 'damaged-workbook', part: 'xl/worksheets/sheet1.xml', sheet: 'Sheet1' };

const refusalOfRows = (rows: string, strings?: string): Record<string, unknown> =>
  refusalOf(aWorkbookFile({ sheets: [{ rows }], ...(strings === undefined ? {} : { strings }) }));

test('a cell of every type is read as what it is', () => {
  const rows = `<row r="2"><c r="A2"><v>12</v></c><c r="B2" t="n"><v>-0.5</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>chữ</t></is></c>
    <c r="E2" t="str"><f>A2&amp;"x"</f><v>12x</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="b"><v>0</v></c><c r="H2" t="e"><v>#REF!</v></c><c r="I2" t="d"><v>2026-11-05</v></c></row>`;
  expect(valuesOfRows(rows, { strings: '<si><t>không</t></si><si><t>Có số liệu</t></si>' })).toEqual({
    A2: 12,
    B2: -0.5,
    C2: 'Có số liệu',
    D2: 'chữ',
    E2: '12x',
    F2: true,
    G2: false,
    H2: '#REF!',
    I2: 46331,
  });
});

test('an error value is an error and no value', () => {
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows: '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' }] })).grids;
  expect(cellAt(grid!.rows[0]!, 1)).toEqual({
    column: 1,
    value: null,
    error: '#DIV/0!',
    format: 'plain',
    formula: true,
    formulaText: '1/0',
  });
});

test('numbers are read however they are written', () => {
  const written = [
    '1.0E3',
    '1e-2',
    '+5',
    '.5',
    '5.',
    '-0',
    '1<!-- nghìn -->0&#x30;0',
    '<![CDATA[42]]>',
    ' 7 ',
    '0.1',
    '123456789012345',
    '1234567890123456',
    '189.99999999999997',
    '4.9406564584124654E-324',
    '0.30000000000000004',
    '-17.25',
  ];
  const rows = `<row r="1">${written.map((text) => `<c><v>${text}</v></c>`).join('')}</row>`;
  expect(Object.values(valuesOfRows(rows))).toEqual([
    1000, 0.01, 5, 0.5, 5, 0, 1000, 42, 7, 0.1, 123456789012345, 1234567890123456, 189.99999999999997, 5e-324, 0.30000000000000004, -17.25,
  ]);
});

test('a number cell that holds no number is damage, not a blank', () => {
  for (const text of ['abc', '1,5', '0x10', '1e999', 'NaN', 'INF', '--1', '1 2', '1.2.3', 'e5', '.'])
    expect(refusalOfRows(`<row r="1"><c r="A1"><v>${text}</v></c></row>`)).toEqual(DAMAGED_SHEET);
});

test('values that are none of their type are damage', () => {
  const cells = [
    '<c t="b"><v>2</v></c>',
    '<c t="d"><v>31/12/2026</v></c>',
    '<c t="d"><v>2026-02-30</v></c>',
    '<c t="x"><v>1</v></c>',
    '<c><v>1</v><v>2</v></c>',
  ];
  for (const cell of cells) expect(refusalOfRows(`<row r="1">${cell}</row>`)).toEqual(DAMAGED_SHEET);
});

test('a text index outside the table is damage and names the sheet', () => {
  const strings = '<si><t>một</t></si>';
  for (const index of ['1', '-1', '0.5', '99999999999', 'x', '']) {
    expect(refusalOfRows(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`, strings)).toEqual(DAMAGED_SHEET);
  }
  expect(refusalOfRows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')).toEqual(DAMAGED_SHEET);
});

test('a formula counts with the value that was calculated last, and without one is known to be a formula', () => {
  const rows = `<row r="1"><c r="A1"><f>90+5</f><v>95</v></c><c r="B1"><f>90+5</f></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1</f><v>1</v></c></row>
    <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><f>IFERROR(__xludf.DUMMYFUNCTION("x"),95)</f><v>95</v></c><c r="E2" t="str"><f>""</f><v></v></c><c r="F2"><f>B9</f><v/></c></row>`;
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows }] })).grids;
  expect(grid!.rows.flatMap(({ cells }) => cells.map(({ value, formula }) => [value, formula]))).toEqual([
    [95, true],
    [null, true],
    [1, true],
    [2, true],
    [95, true],
    ['', true],
    [null, true],
  ]);
});

test('cells without a value are left out, and rows of nothing but such cells', () => {
  const rows =
    '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"><v/></c><c r="C1" t="s"/><c r="D1" t="inlineStr"/></row><row r="2" s="3" customFormat="1"/><row r="3"><c r="B3"><v>1</v></c></row>';
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows }] })).grids;
  expect(grid!.rows.map(({ number }) => number)).toEqual([3]);
});

test('rows and cells that do not say their place are counted on from the one before', () => {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  expect(valuesOfRows(`<row>${text('a')}${text('b')}</row><row/><row>${text('c')}</row>`)).toEqual({ A1: 'a', B1: 'b', A3: 'c' });
  const mixed = `<row r="5"><c><v>1</v></c><c r="D5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row><row><c r="B9"><v>5</v></c><c><v>6</v></c></row>`;
  expect(valuesOfRows(mixed)).toEqual({ A5: 1, D5: 2, E5: 3, A6: 4, B9: 5, C9: 6 });
});

test('what a sheet says of its size is not believed', () => {
  for (const dimension of ['', '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>', '<dimension ref="nonsense"/>']) {
    const xml = `<worksheet xmlns="${MAIN}">${dimension}<sheetData><row r="7" spans="1:1"><c r="C7"><v>3</v></c></row></sheetData></worksheet>`;
    expect(valuesOf(aWorkbookFile({ sheets: [{ xml }] }))).toEqual({ C7: 3 });
  }
});

test('rows and cells come in ascending order whatever the order in the file', () => {
  const rows = '<row r="9"><c r="C9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="AA2"><v>3</v></c></row>';
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows }] })).grids;
  expect(grid!.rows.map(({ number, cells }) => [number, cells.map(({ column }) => column)])).toEqual([
    [2, [27]],
    [9, [1, 3]],
  ]);
});

test('a place that is filled twice, or lies outside the grid, or in another row is damage', () => {
  const broken = [
    '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>',
    '<row r="1"><c r="A2"><v>1</v></c></row>',
    '<row r="0"><c><v>1</v></c></row>',
    '<row r="1048577"><c><v>1</v></c></row>',
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    '<row r="1"><c r="1A"><v>1</v></c></row>',
    '<row r="1"><c r="A"><v>1</v></c></row>',
    '<row r="-3"><c><v>1</v></c></row>',
  ];
  for (const rows of broken) expect(refusalOfRows(rows)).toEqual(DAMAGED_SHEET);
});

test('the last cell of the grid is read', () => {
  expect(valuesOfRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')).toEqual({ XFD1048576: 1 });
});

test('hidden rows are read and known to be hidden', () => {
  const rows =
    '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="true"><c><v>1</v></c></row><row r="3" hidden="0"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>';
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows }] })).grids;
  expect(grid!.rows.map(({ hidden }) => hidden)).toEqual([true, true, false, false]);
});

test('merged areas are given where they touch a row with cells', () => {
  const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="9"><c r="A9"><v>1</v></c></row>';
  const after =
    '<mergeCells count="4"><mergeCell ref="B3:C4"/><mergeCell ref="A2:B2"/><mergeCell ref="D10:D5"/><mergeCell ref="A11:B12"/></mergeCells>';
  const [grid] = workbookOf(aWorkbookFile({ sheets: [{ rows, after }] })).grids;
  expect(grid!.merges).toEqual([
    { top: 2, left: 1, bottom: 2, right: 2 },
    { top: 5, left: 4, bottom: 10, right: 4 },
  ]);
});

test('cells of foreign namespaces and of extensions are no cells', () => {
  const rows = `<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"><v>9</v></ext></extLst></c><x:c xmlns:x="urn:other" r="B1"><x:v>9</x:v></x:c>
    <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><c r="C1"><v>9</v></c></mc:Choice></mc:AlternateContent></row>`;
  expect(valuesOfRows(rows)).toEqual({ A1: 1 });
});

test('every sheet is given in the order of the workbook', () => {
  const sheets = ['Phụ lục II', 'Phụ lục I', 'Định danh'].map((title, k) => ({
    title,
    rows: `<row><c><v>${k}</v></c></row>`,
    ...(k === 2 ? { state: 'veryHidden' } : {}),
  }));
  const { grids } = workbookOf(aWorkbookFile({ sheets }));
  expect(grids.map((grid) => [grid.title, grid.hidden, valuesIn(grid)])).toEqual([
    ['Phụ lục II', false, { A1: 0 }],
    ['Phụ lục I', false, { A1: 1 }],
    ['Định danh', true, { A1: 2 }],
  ]);
});
