import { columnLetters } from '../../../core/grid.ts';
import { crc32 } from '../../../xlsx/read/zip/crc-32.ts';
import {
  aRelationship,
  aSheetXml,
  aWorkbooksParts,
  bytesOf,
  MAIN,
  type Parts,
  RELATED,
  someRelationships,
} from '../../support/xlsx-parts.ts';
import { refusalOf, valuesOf, workbookOf } from '../../support/xlsx-reading.ts';
import { anOddZip, aWorkbookFile, aZip, oddEntries } from '../../support/xlsx-zip.ts';

const SMALL = {
  sheets: [{ title: 'Phụ lục I', rows: '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" s="1"><v>0.5</v></c></row>' }],
  strings: '<si><t>Mã</t></si>',
  formats: [9],
} as const;
const PARTS = aWorkbooksParts(SMALL);
const CONTENT = { B3: 'Mã', C3: 0.5 };

const withParts = (change: (parts: Parts) => Parts): Uint8Array => aZip(change(PARTS));
const renamed = (turn: (name: string) => string): Parts =>
  Object.fromEntries(Object.entries(PARTS).map(([name, content]) => [turn(name), content]));

test('the sum that zips carry is right', () => {
  const digits = bytesOf('123456789');
  expect(crc32(digits, 9).toString(16)).toBe('cbf43926');
  expect(crc32(digits, 0)).toBe(0);
});

test('a workbook is read however its zip is written', () => {
  const zips = {
    stored: anOddZip(oddEntries(PARTS, { stored: true })),
    streamed: anOddZip(oddEntries(PARTS, { streamed: true })),
    'streamed, ZIP64': anOddZip(oddEntries(PARTS, { streamed: true, zip64: true }), { zip64: true }),
    'with folders': aZip({ 'xl/': '', 'xl/worksheets/': '', ...PARTS }),
    'with backslashes': anOddZip(oddEntries(renamed((name) => name.replaceAll('/', '\\')))),
    'with slashes in front': anOddZip(oddEntries(renamed((name) => `/${name}`))),
    'in capitals': aZip(renamed((name) => name.toUpperCase())),
  };
  for (const [how, zip] of Object.entries(zips)) expect([how, valuesOf(zip)]).toEqual([how, CONTENT]);
});

test('a workbook is read wherever its relationships put its parts', () => {
  const related = (prefix: string): string =>
    someRelationships([
      aRelationship('rId1', 'worksheet', `${prefix}worksheets/sheet1.xml`),
      aRelationship('rIdStrings', 'sharedStrings', `${prefix}sharedStrings.xml`),
      aRelationship('rIdStyles', 'styles', `${prefix}styles.xml`),
    ]);
  for (const prefix of ['/xl/', './', '../xl/', 'worksheets/../', '/XL/', '\\xl\\', '%2E%2E/xl/']) {
    expect([prefix, valuesOf(withParts((parts) => ({ ...parts, 'xl/_rels/workbook.xml.rels': related(prefix) })))]).toEqual([
      prefix,
      CONTENT,
    ]);
  }
});

test('parts may have other names and folders', () => {
  const moved: Parts = {
    '[Content_Types].xml': String(PARTS['[Content_Types].xml']).replace('/xl/workbook.xml', '/so/Sổ.xml').replace('Sổ', 'book'),
    '_rels/.rels': someRelationships([aRelationship('r', 'officeDocument', '/so/book.xml')]),
    'so/book.xml': PARTS['xl/workbook.xml']!,
    'so/_rels/book.xml.rels': someRelationships([
      aRelationship('rId1', 'worksheet', '../data 1/s.xml'),
      aRelationship('a', 'sharedStrings', '/t.xml'),
    ]),
    'data 1/s.xml': PARTS['xl/worksheets/sheet1.xml']!,
    't.xml': PARTS['xl/sharedStrings.xml']!,
  };
  expect(valuesOf(aZip(moved))).toEqual(CONTENT);
});

test('workbooks with macros and templates are workbooks', () => {
  const types = ['ms-excel.sheet.macroEnabled', 'openxmlformats-officedocument.spreadsheetml.template', 'ms-excel.template.macroEnabled'];
  for (const type of types) {
    const zip = withParts((parts) => ({
      ...parts,
      '[Content_Types].xml': String(parts['[Content_Types].xml']).replace('openxmlformats-officedocument.spreadsheetml.sheet', type),
      'xl/vbaProject.bin': 'macro',
    }));
    expect([type, valuesOf(zip)]).toEqual([type, CONTENT]);
  }
});

test('elements may carry a prefix, also of Strict Open XML', () => {
  const prefixed = (xml: string | Uint8Array): string =>
    String(xml)
      .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
      .replace(/xmlns="([^"]*)"/, 'xmlns:x="$1" xmlns="urn:other"');
  const changed = (turn: (xml: string) => string): Uint8Array =>
    withParts((parts) =>
      Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, /^xl\/[^_]/.test(name) ? turn(String(xml)) : xml])),
    );
  const strict = (xml: string): string =>
    xml
      .replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replace(RELATED, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
  expect(valuesOf(changed((xml) => prefixed(xml.replace(/^<\?.*?\?>/, ''))))).toEqual(CONTENT);
  expect(valuesOf(changed(strict))).toEqual(CONTENT);
  expect(valuesOf(changed((xml) => prefixed(strict(xml.replace(/^<\?.*?\?>/, '')))))).toEqual(CONTENT);
});

test('a sheet in no namespace, or in a foreign one, is damage and no empty sheet', () => {
  for (const xml of ['<worksheet><sheetData/></worksheet>', '<worksheet xmlns="urn:other"/>', '<html/>', `<sst xmlns="${MAIN}"/>`]) {
    expect(refusalOf(aWorkbookFile({ sheets: [{ xml }] }))).toEqual({
      rule: 'damaged-workbook',
      part: 'xl/worksheets/sheet1.xml',
      sheet: 'Sheet1',
    });
  }
});

test('what a workbook needs and lacks is named', () => {
  const without = (gone: string) =>
    refusalOf(withParts((parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone))));
  const sheet = 'Phụ lục I';
  expect(without('xl/workbook.xml')).toEqual({ rule: 'damaged-workbook', part: 'xl/workbook.xml' });
  expect(without('_rels/.rels')).toEqual({ rule: 'damaged-workbook', part: '_rels/.rels' });
  expect(without('xl/_rels/workbook.xml.rels')).toEqual({ rule: 'damaged-workbook', part: 'xl/_rels/workbook.xml.rels' });
  expect(without('xl/worksheets/sheet1.xml')).toEqual({ rule: 'damaged-workbook', part: 'xl/worksheets/sheet1.xml', sheet });
  expect(without('xl/sharedStrings.xml')).toEqual({ rule: 'damaged-workbook', part: 'xl/sharedstrings.xml' });
  expect(without('[Content_Types].xml')).toEqual({ rule: 'damaged-workbook', part: '[content_types].xml' });
});

test('a sheet that no relationship leads to, one outside the file, and two sheets of one part are damage', () => {
  const related = (...relationships: string[]) =>
    refusalOf(withParts((parts) => ({ ...parts, 'xl/_rels/workbook.xml.rels': someRelationships(relationships) })));
  expect(related()).toMatchObject({ rule: 'damaged-workbook', sheet: 'Phụ lục I' });
  expect(related(aRelationship('rId1', 'worksheet', 'http://x/y.xml').replace('/>', ' TargetMode="External"/>'))).toMatchObject({
    rule: 'damaged-workbook',
    sheet: 'Phụ lục I',
  });
  const twice = aWorkbookFile({ sheets: [{}, {}] }, (parts) => ({
    ...parts,
    'xl/_rels/workbook.xml.rels': someRelationships([
      aRelationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      aRelationship('rId2', 'worksheet', 'worksheets/sheet1.xml'),
    ]),
  }));
  expect(refusalOf(twice)).toEqual({ rule: 'damaged-workbook', part: 'xl/worksheets/sheet1.xml', sheet: 'Sheet2' });
});

test('chart, dialog and macro sheets are passed over', () => {
  const file = aWorkbookFile({ sheets: [{}, { title: 'Biểu đồ' }, { title: 'Sau' }] }, (parts) => ({
    ...parts,
    'xl/_rels/workbook.xml.rels': someRelationships([
      aRelationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      aRelationship('rId2', 'chartsheet', 'chartsheets/sheet1.xml'),
      aRelationship('rId3', 'worksheet', 'worksheets/sheet3.xml'),
    ]),
  }));
  expect(workbookOf(file).grids.map(({ title }) => title)).toEqual(['Sheet1', 'Sau']);
});

test('defined names point at their cell; broken and other ones are left out; the whole workbook goes before a sheet', () => {
  const name = (title: string, reference: string, more = ''): string => `<definedName name="${title}"${more}>${reference}</definedName>`;
  const names = [
    name('Bản_sao', 'Sheet2!$B$2', ' localSheetId="1"'),
    name('Bản_sao', "'Phụ lục I'!$A$5"),
    name('Vùng', "'Phụ lục I'!$C$7:$D$9"),
    name('Nháy', "'Bảng ''a'''!AA10"),
    name('Thường', 'phụ<!-- --> x'),
    name('Chữ', 'SHEET2!$XFD$1048576'),
    name('Gãy', '#REF!'),
    name('Gãy2', "'Phụ lục I'!#REF!"),
    name('Ngoài', "'[1]Phụ lục I'!$A$1"),
    name('Lạ', 'Khác!$A$1'),
    name('Hàm', 'OFFSET(Sheet2!$A$1,0,0)'),
    name('Dãy', 'Sheet2!$A$1,Sheet2!$B$1'),
    name('_xlnm.Print_Titles', "'Phụ lục I'!$5:$7"),
    name('Xa', 'Sheet2!$XFE$1'),
    name('Riêng', 'Sheet2!$A$1', ' localSheetId="1"'),
  ].join('');
  const { names: read } = workbookOf(aWorkbookFile({ sheets: [{ title: 'Phụ lục I' }, {}, { title: "Bảng 'a'" }], names }));
  expect([...read].map(([title, { sheet, row, column }]) => [title, sheet, columnLetters(column) + row])).toEqual([
    ['Bản_sao', 'Phụ lục I', 'A5'],
    ['Vùng', 'Phụ lục I', 'C7'],
    ['Nháy', "Bảng 'a'", 'AA10'],
    ['Chữ', 'Sheet2', 'XFD1048576'],
    ['Riêng', 'Sheet2', 'A1'],
  ]);
});

test('the time of the last change is read where it is readable, and never hinders', () => {
  const modified = (time: string) => workbookOf(aWorkbookFile({ modified: time })).modified?.at;
  expect(
    [
      '2026-11-20T09:00:00Z',
      '2026-11-20T16:00:00+07:00',
      ' 2026-11-20T09:00:00.123Z ',
      '2026-11-20',
      '2026',
      'hôm qua',
      '2026-13-45T00:00:00Z',
      '',
    ].map(modified),
  ).toEqual([
    '2026-11-20T09:00:00.000Z',
    '2026-11-20T09:00:00.000Z',
    '2026-11-20T09:00:00.000Z',
    '2026-11-20T00:00:00.000Z',
    '2026-01-01T00:00:00.000Z',
    undefined,
    undefined,
    undefined,
  ]);
  const damaged = aWorkbookFile(SMALL, (parts) => ({ ...parts, 'docProps/core.xml': '<cp:core' }));
  const gone = aWorkbookFile(SMALL, ({ 'docProps/core.xml': _, ...parts }) => parts);
  expect([valuesOf(damaged), valuesOf(gone), workbookOf(gone).modified]).toEqual([CONTENT, CONTENT, null]);
});

test('a time that LibreOffice and its kin wrote, or one without a zone, may be local', () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/extendedProperties';
  const extended = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  const signed = (program: string, time: string, uri = extended) =>
    workbookOf(
      aWorkbookFile({ modified: time }, (parts) => ({
        ...parts,
        '_rels/.rels': String(parts['_rels/.rels']).replace(
          '</Relationships>',
          `<Relationship Id="rId9" Type="${uri}" Target="docProps/app.xml"/></Relationships>`,
        ),
        'docProps/app.xml': `<Properties xmlns="${uri}"><Application>${program}</Application></Properties>`,
      })),
    ).modified;
  const at = '2026-11-29T20:00:00.000Z';
  const office = 'LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2';
  expect(signed(office, '2026-11-29T20:00:00Z')).toEqual({ at, mayBeLocal: true, program: office });
  expect(signed(office, '2026-11-29T20:00:00Z', strict)).toEqual({ at, mayBeLocal: true, program: office });
  expect(signed('Collabora_Office/6.4 LibreOffice_project/1', '2026-11-29T20:00:00Z')?.mayBeLocal).toBe(true);
  expect(signed(office, '2026-11-29T20:00:00+07:00')).toEqual({ at: '2026-11-29T13:00:00.000Z', mayBeLocal: false, program: null });
  expect(signed('Microsoft Excel', '2026-11-29T20:00:00Z')).toEqual({ at, mayBeLocal: false, program: null });
  expect(signed('Microsoft Excel', '2026-11-29T20:00:00')).toEqual({ at, mayBeLocal: true, program: 'Microsoft Excel' });
  expect(signed(`LibreOffice ${'x'.repeat(120)}`, '2026-11-29T20:00:00Z')).toEqual({ at, mayBeLocal: true, program: null });
  expect(signed('LibreOffice\u00a0', '2026-11-29T20:00:00Z')?.mayBeLocal).toBe(true);
  const damaged = aWorkbookFile({ modified: '2026-11-29T20:00:00Z' }, (parts) => ({ ...parts, 'docProps/app.xml': '<Prop' }));
  expect(workbookOf(damaged).modified).toEqual({ at, mayBeLocal: false, program: null });
});

test('a UTF-8 mark, UTF-16 and a missing XML declaration are sound', () => {
  const xml = aSheetXml('<row><c t="str"><v>Tỷ lệ 👍</v></c></row>');
  const declared = `<?xml version='1.0' encoding="UTF-16" standalone="yes"?>\r\n${xml}`;
  const little = Buffer.from(`\ufeff${declared}`, 'utf16le');
  const sheets = {
    'no declaration': xml,
    'UTF-8 mark': `\ufeff<?xml version="1.0" encoding="utf-8"?>${xml}`,
    'UTF-16, little end first': new Uint8Array(little),
    'UTF-16, big end first': new Uint8Array(Buffer.from(little).swap16()),
    'UTF-16 without a mark': new Uint8Array(little.subarray(2)),
  };
  for (const [how, sheet] of Object.entries(sheets))
    expect([how, valuesOf(aWorkbookFile({ sheets: [{ xml: sheet }] }))]).toEqual([how, { A1: 'Tỷ lệ 👍' }]);
});
