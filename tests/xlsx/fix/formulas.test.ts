import { strFromU8, unzipSync } from 'fflate';
import { shiftFormula } from '../../../core/shift-formula.ts';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { aRelationship, CONTENT_TYPES, type Parts, someRelationships } from '../../support/xlsx-parts.ts';
import { valuesOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';
import { aChange, aMark, changedEntries, fixedBytes } from './fixed.ts';

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const sheetXml = (bytes: Uint8Array): string => part(bytes, 'xl/worksheets/sheet1.xml');

/** The formulas of a sheet by cell, as they are written. */
const formulasOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    [...sheetXml(bytes).matchAll(/<c r="(\w+)"[^>]*>(<f.*?(?:\/>|<\/f>))/g)].map(([, cell = '', formula = '']) => [cell, formula]),
  );

const withChain = (parts: Parts): Parts => ({
  ...parts,
  'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>',
  'xl/_rels/workbook.xml.rels': someRelationships([
    aRelationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    aRelationship('rId2', 'calcChain', 'calcChain.xml'),
  ]),
  '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
    '</Types>',
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
  ),
});
const FORMULA = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c></row>';

test('where a formula becomes a value, the order of calculation is left out with all that leads to it', () => {
  const file = aWorkbookFile({ sheets: [{ rows: FORMULA }] }, withChain);
  const fixed = fixedBytes(file, [aChange('B1', 2)]);
  expect(changedEntries(file, fixed)).toEqual([
    '[content_types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/calcchain.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(Object.keys(unzipSync(fixed))).not.toContain('xl/calcChain.xml');
  expect(part(fixed, '[Content_Types].xml') + part(fixed, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  expect(part(fixed, '[Content_Types].xml')).toContain(`<Types xmlns="${CONTENT_TYPES}"><Default Extension="xml"`);
});

test('where no formula is touched, the order of calculation stays', () => {
  const file = aWorkbookFile({ sheets: [{ rows: FORMULA }] }, withChain);
  expect(changedEntries(file, fixedBytes(file, [aChange('A1', 5)]))).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
});

test('every formula is calculated anew when the workbook is opened, unless only marks were set', () => {
  const calculation = (workbook: string): string | undefined => {
    const file = aWorkbookFile({ sheets: [{ rows: FORMULA }] }, (parts) => ({
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('</workbook>', `${workbook}</workbook>`),
    }));
    return /<\/definedNames>(.*)<\/workbook>/.exec(part(fixedBytes(file, [aChange('A1', 5)]), 'xl/workbook.xml'))?.[1];
  };
  expect(calculation('')).toBe('<calcPr fullCalcOnLoad="1"/>');
  expect(calculation('<calcPr calcId="191029"/>')).toBe('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  expect(calculation("<calcPr fullCalcOnLoad = '0' calcId='1'></calcPr>")).toBe(`<calcPr calcId='1' fullCalcOnLoad="1"></calcPr>`);
  expect(calculation('<pivotCaches/><extLst/>')).toBe('<calcPr fullCalcOnLoad="1"/><pivotCaches/><extLst/>');
  const file = aWorkbookFile({ sheets: [{ rows: FORMULA }] });
  expect(changedEntries(file, fixedBytes(file, [], { marks: [aMark('A1', 'Đã sửa.')] }))).not.toContain('xl/workbook.xml');
});

const SHARED =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B4" si="0">$A1&amp;A$1+SUM(A1:A2)</f><v>2</v></c></row>' +
  '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2"><f t="shared" ref="C2:C3" si="1">B2*2</f><v>6</v></c></row>' +
  '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>4</v></c><c r="C3"><f t="shared" si="1"/><v>8</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>5</v></c><c r="C4"><f>B4*3</f><v>15</v></c></row>';

test('cells that share a formula with one that becomes a value keep it as their own', () => {
  const fixed = fixedBytes(aWorkbookFile({ sheets: [{ rows: SHARED }] }), [aChange('B1', 2), aChange('B3', 4)]);
  expect(formulasOf(fixed)).toEqual({
    B2: '<f>$A2&amp;A$1+SUM(A2:A3)</f>',
    B4: '<f>$A4&amp;A$1+SUM(A4:A5)</f>',
    C2: '<f t="shared" ref="C2:C3" si="1">B2*2</f>',
    C3: '<f t="shared" si="1"/>',
    C4: '<f>B4*3</f>',
  });
});

test('a cell that only shares a formula becomes a value without touching the others', () => {
  const fixed = fixedBytes(aWorkbookFile({ sheets: [{ rows: SHARED }] }), [aChange('B2', 3)]);
  expect(formulasOf(fixed).B1).toBe('<f t="shared" ref="B1:B4" si="0">$A1&amp;A$1+SUM(A1:A2)</f>');
  expect(formulasOf(fixed).B3).toBe('<f t="shared" si="0"></f>');
});

test.each([
  ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
  ["SUM(A1:B2,Sheet2!C3,'A1 (2)'!A1)", 1, 0, "SUM(A2:B3,Sheet2!C4,'A1 (2)'!A2)"],
  ['IF(A1="A1";"""B1""";A1)', 1, 0, 'IF(A2="A1";"""B1""";A2)'],
  ['LOG10(A1)+ATAN2(A1,B1)+TEN_A1+A1B+x.A1', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)+TEN_A1+A1B+x.A1'],
  ['SUM(A:B)+SUM($A:B)+SUM(1:2)+SUM($1:2)', 3, 1, 'SUM(B:C)+SUM($A:C)+SUM(4:5)+SUM($1:5)'],
  ['Bảng1[A1]+A1', 1, 0, 'Bảng1[A1]+A2'],
  ['[1]Sheet1!A1', 1, 0, '[1]Sheet1!A2'],
  ['A1+B1', -1, 0, '#REF!+#REF!'],
  ['A1+XFD1', 0, 1, 'B1+#REF!'],
  ['1.5*A1+1E5+2:3', 0, 0, '1.5*A1+1E5+2:3'],
  ['thuế_A1+A1', 1, 0, 'thuế_A1+A2'],
])('%s moves %d down and %d to the right', (formula, rows, columns, moved) => {
  expect(shiftFormula(formula, rows, columns)).toBe(moved);
});

test('a cell inside an array formula is refused by its name; the array as a whole can become values', () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="C2"><f t="array" ref="C2">1</f><v>1</v></c></row>';
  const file = aWorkbookFile({ sheets: [{ rows }] });
  expect(fixWorkbook(file, { changes: [aChange('A2', 5)] })).toEqual({
    ok: false,
    error: { kind: 'in-array', sheet: 'Sheet1', cell: 'A2' },
  });
  expect(valuesOf(fixedBytes(file, [aChange('A1', 5), aChange('A2', 6), aChange('C2', 7)]))).toEqual({ A1: 5, A2: 6, C2: 7 });
  expect(fixWorkbook(file, { changes: [], marks: [aMark('A2', 'Lỗi.')] }).ok).toBe(true);
});

test('a formula whose result is out of date is left without one; values and cells that are not there are left alone', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1" t="str"><f>A1&amp;"x"</f><v>1x</v></c><c r="C1"><f>A1</f></c></row>';
  const file = aWorkbookFile({ sheets: [{ rows }], formats: [9] });
  const stale = ['A1', 'B1', 'C1', 'D1', 'A9'].map((cell) => ({ sheet: 'Sheet1', cell }));
  const xml = sheetXml(fixedBytes(file, [aChange('A1', 2)], { stale }));
  expect(/<sheetData>(.*)<\/sheetData>/.exec(xml)?.[1]).toBe(
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1" s="1"><f>A1&amp;"x"</f></c><c r="C1"><f>A1</f></c></row>',
  );
});
