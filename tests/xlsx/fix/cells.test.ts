import { strFromU8, unzipSync } from 'fflate';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { MAIN, type Parts, type SheetXml } from '../../support/xlsx-parts.ts';
import { refusalOf, valuesOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile, aZip } from '../../support/xlsx-zip.ts';
import { aChange, fixedBytes, gridsOf } from './fixed.ts';

const sheetXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
/** What stands in `sheetData` once a sheet of these rows is fixed. */
const rowsOf = (bytes: Uint8Array): string =>
  /<(?:\w+:)?sheetData>(.*)<\/(?:\w+:)?sheetData>/s.exec(sheetXml(bytes))?.[1] ?? sheetXml(bytes);
const aSheet = (rows: string, more: SheetXml = {}): Uint8Array => aWorkbookFile({ sheets: [{ rows, ...more }] });

test('a cell is replaced, keeps its style, and everything round it stays as it was', () => {
  const file = aWorkbookFile({
    sheets: [{ rows: '<row r="2" spans="1:3" ht="30"><c r="A2" s="2" t="s"><v>0</v></c><!-- x --><c r="C2"/> </row>' }],
    strings: '<si><t>1.234</t></si>',
    formats: [1, 3],
  });
  expect(rowsOf(fixedBytes(file, [aChange('A2', 1234)]))).toBe(
    '<row r="2" spans="1:3" ht="30"><c r="A2" s="2"><v>1234</v></c><!-- x --><c r="C2"/> </row>',
  );
});

test('cells and rows that are not there are put where they belong', () => {
  const file = aSheet('<row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c></row><row r="5"/><row r="7"><c r="A7"/></row>');
  const changes = ['F2', 'A2', 'D2', 'C2', 'A5', 'B1', 'A6', 'A9', 'B7'].map((cell) => aChange(cell, cell));
  const fixed = fixedBytes(file, changes);
  const text = (cell: string): string => `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
  expect(rowsOf(fixed)).toBe(
    `<row r="1">${text('B1')}</row>` +
      `<row r="2">${text('A2')}<c r="B2"><v>1</v></c>${text('C2')}${text('D2')}<c r="E2"><v>2</v></c>${text('F2')}</row>` +
      `<row r="5">${text('A5')}</row><row r="6">${text('A6')}</row><row r="7"><c r="A7"/>${text('B7')}</row><row r="9">${text('A9')}</row>`,
  );
  expect(valuesOf(fixed)).toEqual({ B2: 1, E2: 2, ...Object.fromEntries(changes.map(({ cell, value }) => [cell, value])) });
});

test('a sheet without any row is given some', () => {
  const empty = aSheet('', { xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` });
  expect(valuesOf(fixedBytes(empty, [aChange('B2', 5), aChange('A9', 'x'), aChange('A2', 1)]))).toEqual({ A2: 1, B2: 5, A9: 'x' });
});

test('rows and cells that do not say their place are counted, all or only some of them', () => {
  const none = aSheet('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c t="str"><v>1.234</v></c></row>');
  const fixed = fixedBytes(none, [aChange('B1', 2), aChange('A2', 1234), aChange('D1', 4), aChange('B4', 8)]);
  expect(valuesOf(fixed)).toEqual({ A1: 1, B1: 2, C1: 3, D1: 4, A2: 1234, B4: 8 });
  expect(rowsOf(fixed)).toBe(
    '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c r="D1"><v>4</v></c></row><row><c><v>1234</v></c></row><row r="4"><c r="B4"><v>8</v></c></row>',
  );
  const some = aSheet(
    '<row><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row><row r="9"><c><v>9</v></c><c r="D9"/></row>',
  );
  const changes = ['A1', 'A4', 'D4', 'E4', 'A5', 'B5', 'A7', 'B9', 'C9'].map((cell) => aChange(cell, cell));
  expect(valuesOf(fixedBytes(some, changes))).toEqual({
    C4: 3,
    A9: 9,
    ...Object.fromEntries(changes.map(({ cell, value }) => [cell, value])),
  });
});

test('prefixes and Strict Open XML are kept, also where only the sheet has them', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  for (const namespace of [MAIN, strict]) {
    const xml = `<x:worksheet xmlns:x="${namespace}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>1.234</x:v></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>`;
    const fixed = fixedBytes(aSheet('', { xml }), [aChange('A1', 1234), aChange('B1', 'x'), aChange('A2', 2), aChange('A3', 3)]);
    expect(valuesOf(fixed)).toEqual({ A1: 1234, B1: 'x', A2: 2, A3: 3 });
    expect(sheetXml(fixed)).toMatch(/^(<\/?x:[^>]*>|[^<])*$/);
  }
});

test('a sheet in UTF-16 comes out in UTF-8', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>đặc khu</v></c></row></sheetData></worksheet>`;
  const xml = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const fixed = fixedBytes(aSheet('', { xml }), [aChange('B1', 'Lý Sơn')]);
  expect(valuesOf(fixed)).toEqual({ A1: 'đặc khu', B1: 'Lý Sơn' });
  expect(sheetXml(fixed).startsWith('<worksheet')).toBe(true);
});

const TEXTS = [
  '=1+1',
  '+84 255 3822',
  '-',
  '@SUM(A1)',
  "'x",
  '<b>&amp;"\'</b>',
  '  hai đầu  ',
  'dòng một\ndòng hai\tba',
  'a\rb\r\nc',
  '_x000D_ và _x005F_',
  '\u0001\u001f\ufffe',
  '😀 𠮷',
  ']]>',
];

test.each(TEXTS)('the text %j stays this text, and no formula', (text) => {
  const [grid] = gridsOf(fixedBytes(aSheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'), [aChange('A1', text)]));
  expect(grid!.rows[0]!.cells).toEqual([{ column: 1, value: text, error: null, format: 'plain', formula: false }]);
});

test('half a surrogate pair, which no file can hold, is written as the sign for what cannot be read', () => {
  expect(valuesOf(fixedBytes(aSheet('<row r="1"/>'), [aChange('A1', 'a\ud800b')]))).toEqual({ A1: 'a\ufffdb' });
});

test('numbers are written as they are', () => {
  const numbers = [0, -0, 0.1, 1e21, 5e-324, 1_000_000_000_000, 0.289, -12.5];
  const fixed = fixedBytes(
    aSheet(''),
    numbers.map((value, k) => aChange(`A${k + 1}`, value)),
  );
  expect(Object.values(valuesOf(fixed))).toEqual(numbers.map((value) => value + 0));
});

test('a cell is cleared, its style is kept', () => {
  const file = aWorkbookFile({ sheets: [{ rows: '<row r="1"><c r="A1" s="1"><v>5</v></c></row>' }], formats: [9] });
  expect(rowsOf(fixedBytes(file, [aChange('A1', null)]))).toBe('<row r="1"><c r="A1" s="1"/></row>');
});

test('a number is shown as it is meant, whatever the format of its cell was', () => {
  const rows =
    '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/><c r="D1"/><c r="E1"/><c r="F1" s="3"/><c r="G1" s="4"/></row>';
  const file = aWorkbookFile({ sheets: [{ rows }], formats: [9, '@', 'dd/mm/yyyy', 49] });
  const changes = [
    aChange('A1', 95),
    aChange('B1', 1234),
    aChange('C1', 46331, 'date'),
    aChange('D1', 0.4, 'percent'),
    aChange('E1', 46331, 'date'),
    aChange('F1', 0.125, 'percent'),
    aChange('G1', 7),
  ];
  const fixed = fixedBytes(file, changes);
  expect(gridsOf(fixed)[0]!.rows[0]!.cells.map(({ value, format }) => [value, format])).toEqual(
    changes.map(({ value, format }) => [value, format]),
  );
  const styles = strFromU8(unzipSync(fixed)['xl/styles.xml']!);
  expect(styles.match(/<numFmt /g)?.length).toBe(2); // the day's format was there already
  expect(/<cellXfs count="(\d+)">(.*)<\/cellXfs>/.exec(styles)?.slice(1)).toEqual([
    '9',
    '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="49"/>' +
      '<xf numFmtId="0" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/>',
  ]);
});

test('a workbook without styles is given some where they are needed', () => {
  const fixed = fixedBytes(aSheet('<row r="1"><c r="A1"/></row>'), [aChange('A1', 0.4, 'percent'), aChange('B1', 46331, 'date')]);
  expect(gridsOf(fixed)[0]!.rows[0]!.cells.map(({ value, format }) => [value, format])).toEqual([
    [0.4, 'percent'],
    [46331, 'date'],
  ]);
});

test('a new cell looks like its row, or like its column', () => {
  const xml = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" style="2"/></cols><sheetData><row r="1" s="1" customFormat="1"/><row r="2" s="1"/></sheetData></worksheet>`;
  const file = aWorkbookFile({ sheets: [{ xml }], formats: [1, 3] });
  expect(rowsOf(fixedBytes(file, [aChange('B1', 1), aChange('B2', 1), aChange('D2', 1), aChange('C3', 1)]))).toBe(
    '<row r="1" s="1" customFormat="1"><c r="B1" s="1"><v>1</v></c></row><row r="2" s="1"><c r="B2" s="2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="3"><c r="C3" s="2"><v>1</v></c></row>',
  );
});

test('days are written in the 1904 system where the workbook has that', () => {
  const file = aWorkbookFile({
    properties: 'date1904="1"',
    formats: ['dd/mm/yyyy'],
    sheets: [{ rows: '<row r="1"><c r="A1" s="1"/></row>' }],
  });
  const fixed = fixedBytes(file, [aChange('A1', 46331, 'date'), aChange('B1', 46331)]);
  expect(valuesOf(fixed)).toEqual({ A1: 46331, B1: 46331 });
  expect(rowsOf(fixed)).toContain('<v>44869</v>');
});

test('the last change of a cell counts', () => {
  expect(valuesOf(fixedBytes(aSheet(''), [aChange('A1', 1), aChange('$A$1', 2)]))).toEqual({ A1: 2 });
});

test.each([
  ['no such sheet', aChange('A1', 1, 'plain', 'Phụ lục I')],
  ['no cell', aChange('A0', 1)],
  ['several cells', aChange('A1:B2', 1)],
  ['a whole column', aChange('A:A', 1)],
  ['beyond the grid', aChange('XFE1', 1)],
  ['no number', aChange('A1', Number.NaN)],
  ['a number without end', aChange('A1', Number.POSITIVE_INFINITY)],
])('%s: the place is named, nothing is written', (_, change) => {
  expect(fixWorkbook(aSheet('<row r="1"/>'), { changes: [change] })).toEqual({
    ok: false,
    error: { kind: 'no-such-cell', sheet: change.sheet, cell: change.cell },
  });
});

test('a workbook that the reader refuses is refused with its words', () => {
  const refused = (bytes: Uint8Array) => fixWorkbook(bytes, { changes: [aChange('A1', 1)] });
  const twice = aSheet('<row r="1"><c r="A1"/><c r="A1"/></row>');
  expect(
    [new Uint8Array(), aSheet('<row r="1"><c>'), twice, aSheet('<row r="1"/><row r="1"/>'), aZip({ a: 'b' } as Parts)]
      .map(refused)
      .map((one) => !one.ok && one.error.kind),
  ).toEqual(Array(5).fill('not-readable'));
  expect(refused(aSheet('<row r="1"><c>'))).toEqual({
    ok: false,
    error: { kind: 'not-readable', finding: expect.objectContaining(refusalOf(aSheet('<row r="1"><c>')) && { rule: 'damaged-workbook' }) },
  });
});
