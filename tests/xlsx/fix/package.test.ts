import { strFromU8, unzipSync } from 'fflate';
import { unpackAhead } from '../../../templates/unpack-ahead.ts';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { aWorkbooksParts, type Parts } from '../../support/xlsx-parts.ts';
import { valuesOf, workbookOf } from '../../support/xlsx-reading.ts';
import { anOddZip, aWorkbookFile, aZip, oddEntries } from '../../support/xlsx-zip.ts';
import { aChange, aMark, changedEntries, entriesOf, fixedBytes } from './fixed.ts';

const PARTS: Parts = {
  ...aWorkbooksParts({ sheets: [{ rows: '<row r="1"><c r="A1" t="str"><v>1.234</v></c></row>' }, {}], formats: ['0'] }),
  'xl/media/image1.png': new Uint8Array([1, 2, 3]),
  'docProps/app.xml': '<x/>',
};
const CHANGES = [aChange('A1', 1234)];
const TOUCHED = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'];

test('every entry but those that the change needs keeps its bytes, its packed content included, and its place', () => {
  const file = aZip(PARTS);
  const fixed = fixedBytes(file, CHANGES);
  expect(changedEntries(file, fixed)).toEqual(TOUCHED);
  expect([...entriesOf(fixed).keys()]).toEqual([...entriesOf(file).keys()]);
  expect(valuesOf(fixed)).toEqual({ A1: 1234 });
});

test.each([
  ['stored', anOddZip(oddEntries(PARTS, { stored: true }))],
  ['streamed, with descriptors behind the data', anOddZip(oddEntries(PARTS, { streamed: true }))],
  ['ZIP64', anOddZip(oddEntries(PARTS, { zip64: true }), { zip64: true })],
  ['streamed ZIP64', anOddZip(oddEntries(PARTS, { streamed: true, zip64: true }), { zip64: true })],
  ['with backslashes', aZip(Object.fromEntries(Object.entries(PARTS).map(([name, content]) => [name.replaceAll('/', '\\'), content])))],
  ['with capitals', aZip(Object.fromEntries(Object.entries(PARTS).map(([name, content]) => [name.replace(/^xl/, 'XL'), content])))],
  [
    'with folders',
    anOddZip([{ name: 'xl/', content: '', stored: true }, ...oddEntries(PARTS), { name: 'trống/', content: '', stored: true }]),
  ],
])('a zip that is written %s', (_, file) => {
  const fixed = fixedBytes(file, CHANGES);
  expect(changedEntries(file, fixed)).toEqual(TOUCHED);
  expect(valuesOf(fixed)).toEqual({ A1: 1234 });
  const marked = fixedBytes(fixed, [aChange('B2', 5)], { marks: [aMark('A1', 'Đã sửa.')] });
  expect(valuesOf(marked)).toEqual({ A1: 1234, B2: 5 });
  expect(Object.keys(unzipSync(marked)).length).toBe(entriesOf(marked).size);
});

test('without changes and marks the bytes are those that came', () => {
  const file = aZip(PARTS);
  expect(fixedBytes(file, [])).toBe(file);
});

test('the same fix gives the same bytes, also by Node’s own means of unpacking', () => {
  const file = aZip(PARTS);
  const marks = [aMark('A1', 'Đã sửa.')];
  const once = fixedBytes(file, CHANGES, { marks });
  expect(fixedBytes(file, CHANGES, { marks })).toEqual(once);
  expect(fixWorkbook(file, { changes: CHANGES, marks }, unpackAhead(file))).toEqual({ ok: true, value: once });
});

test.each([
  ['its parts', { '_xmlsignatures/origin.sigs': '', '_xmlsignatures/sig1.xml': '<Signature/>' }],
  [
    'its relationship alone',
    {
      '_rels/.rels': String(PARTS['_rels/.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="chữ ký.sigs"/></Relationships>',
      ),
    },
  ],
])('a signed workbook is not touched: %s say so', (_, more) => {
  const file = aZip({ ...PARTS, ...more });
  expect(workbookOf(file).grids.length).toBe(2);
  expect(fixWorkbook(file, { changes: CHANGES })).toEqual({ ok: false, error: { kind: 'signed' } });
});

test('a workbook with macros keeps them', () => {
  const file = aWorkbookFile({}, (parts) => ({
    ...parts,
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    ),
    'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11]),
  }));
  const fixed = fixedBytes(file, CHANGES);
  expect(changedEntries(file, fixed)).toEqual(TOUCHED);
  expect(strFromU8(unzipSync(fixed)['[Content_Types].xml']!)).toContain('macroEnabled');
});

test('a workbook whose styles are damaged is refused', () => {
  const file = aZip({ ...PARTS, 'xl/styles.xml': '<styleSheet' });
  expect(fixWorkbook(file, { changes: CHANGES })).toMatchObject({ ok: false, error: { kind: 'not-readable' } });
});

test('what would be more than the reader takes once fixed is refused before it is written', () => {
  const huge = 'x'.repeat(60 * 1024 * 1024);
  const file = aZip({ ...PARTS, 'docProps/app.xml': huge });
  const changes = [aChange('A1', 'y'.repeat(5 * 1024 * 1024))];
  expect(fixWorkbook(file, { changes })).toMatchObject({
    ok: false,
    error: { kind: 'not-readable', finding: { rule: 'over-limits', facts: { limit: 'unpacked-bytes' } } },
  });
});
