import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { compareWorkbooks } from '../../../templates/checking/compare-workbooks.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { type Change, rewritten } from './a-forged-report.ts';

let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await buildAppendix(aRequest('2026'));
});

const differencesIn = (bytes: Uint8Array) => compareWorkbooks(bytes, workbook)?.differences;

const [FIRST, MATRIX, SOURCES, STYLES, BOOK] = [
  'xl/worksheets/sheet2.xml',
  'xl/worksheets/sheet4.xml',
  'xl/worksheets/sheet7.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
] as const;

/** A number format of one's own for every cell of the workbook that has this one. */
const format =
  (from: string, to: string): Change =>
  (xml) =>
    xml.replace(`formatCode="${from}"`, `formatCode="${to}"`);

const WAYS: readonly (readonly [string, string, Change, RegExp])[] = [
  ['a number format that says another figure', STYLES, format('[$-42A]0.00%', '&quot;99,96%&quot;'), /!/],
  ['a number format that shows nothing', STYLES, format('[$-42A]#,##0', ';;;'), /!/],
  ['a number format of fewer decimals', STYLES, format('[$-42A]0.00%', '[$-42A]0%'), /^Ma trận!/],
  ['letters as light as the ground', STYLES, (xml) => xml.replaceAll('FF1B1F24', 'FFFFFFFF'), /!/],
  ['letters of no size', STYLES, (xml) => xml.replaceAll('<sz val="10"/>', '<sz val="1"/>'), /!/],
  ['letters that are struck out', STYLES, (xml) => xml.replaceAll('<font>', '<font><strike/>'), /!/],
  [
    'conditional formatting that says another figure',
    STYLES,
    (xml) => xml.replace('<dxf>', '<dxf><numFmt numFmtId="199" formatCode="&quot;99%&quot;"/>'),
    /^Ma trận/,
  ],
  [
    'conditional formatting in white',
    STYLES,
    (xml) => xml.replace('<dxf><font><color rgb="FF1E7B3A"/></font><fill>', '<dxf><font><color rgb="FFFFFFFF"/></font><fill>'),
    /^Ma trận/,
  ],
  ['a hidden sheet', BOOK, (xml) => xml.replace('name="Phụ lục I"', 'name="Phụ lục I" state="hidden"'), /^Phụ lục I$/],
  ['a row that is hidden', FIRST, (xml) => xml.replace('<row r="8"', '<row r="8" hidden="1"'), /^Phụ lục I!dòng 8/],
  ['a row of no height', FIRST, (xml) => xml.replace(/<row r="8" ht="[^"]*"/, '<row r="8" ht="0.5"'), /^Phụ lục I!dòng 8/],
  ['a column that is hidden', FIRST, (xml) => xml.replace('<col min="7"', '<col hidden="1" min="7"'), /^Phụ lục I!cột G/],
  [
    'a column of no width',
    FIRST,
    (xml) => xml.replace(/<col min="7" max="7" width="[^"]*"/, '<col min="7" max="7" width="0.1"'),
    /^Phụ lục I!cột G/,
  ],
  ['rows that are hidden where nothing is said', FIRST, (xml) => xml.replace('<sheetFormatPr ', '<sheetFormatPr zeroHeight="1" '), /^$/],
  [
    'a cell that another one covers',
    FIRST,
    (xml) => xml.replace('<mergeCells count="10">', '<mergeCells count="11"><mergeCell ref="F8:G8"/>'),
    /^Phụ lục I!G8/,
  ],
  ['a formula in the place of a figure', SOURCES, (xml) => xml.replace(/(<c r="D5"[^>]*>)(<v>)/, '$1<f>9*9</f>$2'), /^Nguồn số liệu!D5/],
  ['another formula under the same figure', MATRIX, (xml) => xml.replace('$G5/$H5', '0.9999'), /^Ma trận!/],
];

test.each(WAYS)('a figure of a workbook that is shown otherwise than it is stored is told: %s', (_, part, change, place) => {
  const differences = differencesIn(rewritten(workbook, { [part]: change })) ?? [];
  if (place.source === '^$')
    expect(differences).toEqual([]); // rows with a height of their own are seen all the same
  else expect(differences.map((one) => one.place)).toContainEqual(expect.stringMatching(place));
});

test('a sheet besides ours that has figures is told, once', () => {
  const added = {
    'xl/workbook.xml': (xml: string) => xml.replace('<sheets>', '<sheets><sheet name="Phụ lục I (2)" sheetId="99" r:id="rId99"/>'),
    'xl/_rels/workbook.xml.rels': (xml: string) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet99.xml"/></Relationships>',
      ),
  };
  const parts = unzipSync(workbook);
  const sheet = (cells: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
  const withSheet = (cells: string) => rewritten(zipSync({ ...parts, 'xl/worksheets/sheet99.xml': strToU8(sheet(cells)) }, STORED), added);
  const figures = '<row r="1"><c r="A1"><v>99</v></c><c r="B1"><v>98</v></c></row>';
  expect(differencesIn(withSheet(figures))).toEqual([{ place: 'Phụ lục I (2)', printed: expect.stringMatching(/A1/), computed: null }]);
  expect(differencesIn(withSheet('<row r="1"><c r="A1" t="str"><v>Ghi chú của chuyên viên</v></c></row>'))).toEqual([]);
});

test('a text box that says a figure over a sheet is told', () => {
  const box =
    '<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>94,96% đạt</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>';
  const forged = rewritten(workbook, { 'xl/drawings/drawing1.xml': (xml) => xml.replace(/(<xdr:wsDr[^>]*>)/, `$1${box}`) });
  expect(differencesIn(forged)).toEqual([{ place: 'Tổng quan, khung chữ', printed: '94,96% đạt', computed: null }]);
});

test('what an official does to a workbook that changes no figure is not told', () => {
  const widened = rewritten(workbook, {
    [FIRST]: (xml) =>
      xml.replace(/<col min="3" max="3" width="[^"]*"/, '<col min="3" max="3" width="60"').replace('<row r="8" ht="', '<row r="8" ht="1'),
    [SOURCES]: (xml) => xml.replace('<row r="6"', '<row r="6" hidden="1"'), // as a filter leaves it
  });
  expect(differencesIn(widened)).toEqual([]);
});

describeWithSoffice('a workbook that was saved again', () => {
  test('what LibreOffice saves of a workbook still holds, and a changed figure of it is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-luu-bang-'));
    try {
      const file = join(folder, 'phu-luc.xlsx');
      writeFileSync(file, workbook);
      const [path = ''] = await convert([file], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'ra'));
      const saved = readFileSync(path);
      expect(differencesIn(saved)).toEqual([]);
      const parts = unzipSync(saved);
      const changed = strFromU8(parts[SOURCES]!).replace(/(<c r="D5"[^>]*><v>)\d+/, '$1987654');
      expect(differencesIn(zipSync({ ...parts, [SOURCES]: strToU8(changed) }, STORED))).toMatchObject([{ printed: '987654' }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 150_000);
});
