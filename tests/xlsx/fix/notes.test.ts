import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { loadedBook } from '../../support/loaded-book.ts';
import { aRelationship, MAIN, type Parts, someRelationships } from '../../support/xlsx-parts.ts';
import { valuesOf } from '../../support/xlsx-reading.ts';
import { eventsOfSaxes } from '../../support/xlsx-xml-events.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';
import { aChange, aMark, changedEntries, fixedBytes } from './fixed.ts';

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const SHEET = 'xl/worksheets/sheet1.xml';
const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="60"><c r="A2"><v>2</v></c></row>';
const FORMATS = ['0'];

/** The notes of a sheet as people read them, by cell. */
const notesOf = (xml: string): Record<string, string> =>
  Object.fromEntries(
    [...xml.matchAll(/<(?:\w+:)?comment ref="(\w+)".*?<\/(?:\w+:)?comment>/gs)].map(([note, cell = '']) => [
      cell,
      [...note.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(''),
    ]),
  );
const boxesOf = (drawing: string): [number, number][] =>
  [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(([, row, column]) => [Number(row), Number(column)]);

test('a mark is a ground and a note with a box beside the cell; several sentences at a cell stand in one note', () => {
  const file = aWorkbookFile({ sheets: [{ rows: ROWS }], formats: FORMATS });
  const marks = [
    aMark('A1', 'Đã sửa: trước là “<1>”.'),
    aMark('A1', 'Lỗi: số & chữ.', 'error'),
    aMark('C2', 'Cảnh báo: để trống.', 'warning'),
  ];
  const fixed = fixedBytes(file, [], { marks });
  expect(changedEntries(file, fixed)).toEqual([
    '[content_types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmldrawing1.vml',
    'xl/styles.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(notesOf(part(fixed, 'xl/comments1.xml'))).toEqual({
    A1: 'Đã sửa: trước là “&lt;1&gt;”.\nLỗi: số &amp; chữ.',
    C2: 'Cảnh báo: để trống.',
  });
  const drawing = part(fixed, 'xl/drawings/vmlDrawing1.vml');
  expect(boxesOf(drawing)).toEqual([
    [0, 0],
    [1, 2],
  ]);
  expect([...drawing.matchAll(/<x:Anchor>(.*?)<\/x:Anchor>/g)].map(([, anchor]) => anchor)).toEqual([
    '1, 15, 0, 4, 5, 15, 4, 4',
    '3, 15, 1, 4, 7, 15, 2, 4',
  ]);
  for (const name of ['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', SHEET, RELS, '[Content_Types].xml', 'xl/styles.xml'])
    expect([name, eventsOfSaxes(part(fixed, name)) !== null]).toEqual([name, true]);
  const styles = part(fixed, 'xl/styles.xml');
  const grounds = [...styles.matchAll(/<fgColor rgb="(\w+)"/g)].map(([, colour]) => colour);
  expect(grounds).toEqual(['FFF9D3CF', 'FFFFE3A3']);
  expect(styles).toContain(
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  );
  expect(part(fixed, SHEET)).toContain('<c r="A1" s="2"><v>1</v></c>');
  expect(valuesOf(fixed)).toEqual({ A1: 1, A2: 2 });
});

test('the drawing is named where the format wants it', () => {
  const place = (after: string): string | undefined => {
    const fixed = fixedBytes(aWorkbookFile({ sheets: [{ rows: ROWS, after }] }), [], { marks: [aMark('A1', 'x')] });
    return /<\/sheetData>(.*)<\/worksheet>/.exec(part(fixed, SHEET))?.[1]?.replace(/ xmlns:r="[^"]*"/, '');
  };
  const drawing = '<legacyDrawing r:id="rIdMark2"/>';
  expect(place('')).toBe(drawing);
  expect(place('<pageMargins/><drawing/>')).toBe(`<pageMargins/><drawing/>${drawing}`);
  expect(place('<pageMargins/><tableParts/><extLst/>')).toBe(`<pageMargins/>${drawing}<tableParts/><extLst/>`);
  const wrapped = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>';
  expect(place(`<pageMargins/>${wrapped}<extLst/>`)).toBe(`<pageMargins/>${drawing}${wrapped}<extLst/>`);
});

const DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s2050"><v:textbox><div>x<br></div></v:textbox></v:shape></xml>\n';
const withNotes = (comments: string, drawing = DRAWING): ((parts: Parts) => Parts) => {
  return (parts) => ({
    ...parts,
    [RELS]: someRelationships([
      aRelationship('rId1', 'vmlDrawing', '../drawings/vmlDrawing7.vml'),
      aRelationship('rId2', 'comments', '../comments7.xml'),
    ]),
    'xl/comments7.xml': `<comments xmlns="${MAIN}">${comments}</comments>`,
    'xl/drawings/vmlDrawing7.vml': drawing,
    'xl/comments1.xml': 'somebody else’s',
  });
};
const AFTER = '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>';
const noted = (comments: string, drawing?: string): Uint8Array =>
  aWorkbookFile({ sheets: [{ rows: ROWS, after: AFTER }], formats: FORMATS }, withNotes(comments, drawing));
const note = (cell: string, author: number, text: string): string =>
  `<comment ref="${cell}" authorId="${author}"><text>${text}</text></comment>`;

test('notes that are there stay; new ones are added, and new sentences behind the text of a cell’s own note', () => {
  const file = noted(
    `<authors><author>Lan</author></authors><commentList>${note('A1', 0, '<t>Hỏi lại xã.</t><phoneticPr/>')}${note('B9', 0, '<t>Xong</t>')}</commentList>`,
  );
  const fixed = fixedBytes(file, [aChange('A1', 5)], { marks: [aMark('A1', 'Đã sửa.'), aMark('A2', 'Lỗi.', 'error')] });
  expect(changedEntries(file, fixed)).toEqual([
    'xl/comments7.xml',
    'xl/drawings/vmldrawing7.vml',
    'xl/styles.xml',
    'xl/workbook.xml',
    SHEET,
  ]);
  const comments = part(fixed, 'xl/comments7.xml');
  expect(notesOf(comments)).toEqual({ A1: 'Hỏi lại xã.\nĐã sửa.', B9: 'Xong', A2: 'Lỗi.' });
  expect(comments).toContain('<authors><author>Lan</author><author>Phụ lục số</author></authors>');
  expect(comments).toMatch(/<\/r><phoneticPr\/><\/text>/);
  expect(comments).toContain('<comment ref="A2" authorId="1">');
  const drawing = part(fixed, 'xl/drawings/vmlDrawing7.vml');
  expect(boxesOf(drawing)).toEqual([[1, 0]]);
  expect(drawing).toContain('id="_x0000_s2051"');
  expect(drawing.startsWith(DRAWING.slice(0, -'</xml>\n'.length))).toBe(true);
});

test('what an earlier fix said at a cell is replaced, and its author not named twice', () => {
  const file = aWorkbookFile({ sheets: [{ rows: ROWS }], formats: FORMATS });
  const once = fixedBytes(file, [], { marks: [aMark('A1', 'Lỗi: cũ.', 'error'), aMark('A2', 'Lỗi.', 'error')] });
  const twice = fixedBytes(once, [aChange('A1', 9)], { marks: [aMark('A1', 'Đã sửa: trước là “1”.'), aMark('B1', 'Lỗi.', 'error')] });
  expect(notesOf(part(twice, 'xl/comments1.xml'))).toEqual({ A1: 'Đã sửa: trước là “1”.', A2: 'Lỗi.', B1: 'Lỗi.' });
  expect(part(twice, 'xl/comments1.xml').match(/<author>/g)?.length).toBe(1);
  expect(boxesOf(part(twice, 'xl/drawings/vmlDrawing1.vml')).length).toBe(3);
  expect(part(twice, 'xl/drawings/vmlDrawing1.vml').match(/<v:shapetype/g)?.length).toBe(1);
  expect(part(twice, SHEET).match(/legacyDrawing/g)?.length).toBe(1);
});

test('a discussion of newer programs is left alone: the ground marks its cell', () => {
  const file = noted(`<authors><author>tc={1}</author></authors><commentList>${note('A1', 0, '<t>[Threaded comment]</t>')}</commentList>`);
  const fixed = fixedBytes(file, [aChange('A1', 5)], { marks: [aMark('A1', 'Đã sửa.')] });
  expect(notesOf(part(fixed, 'xl/comments7.xml'))).toEqual({ A1: '[Threaded comment]' });
  expect(part(fixed, 'xl/drawings/vmlDrawing7.vml')).toBe(DRAWING);
  expect(part(fixed, SHEET)).toContain('<c r="A1" s="2"><v>5</v></c>');
});

test('notes with prefixes and empty lists are added to in their own spelling', () => {
  const xml = `<x:comments xmlns:x="${MAIN}"><x:authors/><x:commentList/></x:comments>`;
  const file = aWorkbookFile({ sheets: [{ rows: ROWS, after: AFTER }] }, (parts) => ({ ...withNotes('')(parts), 'xl/comments7.xml': xml }));
  const comments = part(fixedBytes(file, [], { marks: [aMark('A1', 'Đã sửa.')] }), 'xl/comments7.xml');
  expect(
    comments.startsWith(
      `<x:comments xmlns:x="${MAIN}"><x:authors><x:author>Phụ lục số</x:author></x:authors><x:commentList><x:comment ref="A1"`,
    ),
  ).toBe(true);
  expect(eventsOfSaxes(comments)).not.toBeNull();
});

test.each([
  ['notes that are no XML', noted('<authors>')],
  ['notes without lists', noted('')],
  ['a drawing without its end', noted('<authors/><commentList/>', '<xml>')],
  ['a drawing that is not there', aWorkbookFile({ sheets: [{ rows: ROWS, after: AFTER }], formats: FORMATS })],
])('%s: the cells are marked by their ground alone, and nothing else is touched', (_, file) => {
  const fixed = fixedBytes(file, [aChange('A1', 5)], { marks: [aMark('A1', 'Đã sửa.')] });
  expect(changedEntries(file, fixed)).toEqual(['xl/styles.xml', 'xl/workbook.xml', SHEET]);
  expect(part(fixed, SHEET)).toContain('<c r="A1" s="2"><v>5</v></c>');
});

test('the notes of several sheets are parts of their own, in the edition of each workbook', () => {
  const file = aWorkbookFile({ sheets: [{ rows: ROWS }, { rows: ROWS }] });
  const marks = [aMark('A1', 'một'), aMark('A1', 'hai', 'fixed', 'Sheet2')];
  const fixed = fixedBytes(file, [], { marks });
  expect([notesOf(part(fixed, 'xl/comments1.xml')), notesOf(part(fixed, 'xl/comments2.xml'))]).toEqual([{ A1: 'một' }, { A1: 'hai' }]);
  expect(part(fixed, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('Target="../drawings/vmlDrawing2.vml"');
  expect(part(fixed, '[Content_Types].xml').match(/Extension="vml"/g)?.length).toBe(1);
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const xml = `<worksheet xmlns="${strict}"><sheetData>${ROWS}</sheetData></worksheet>`;
  const inStrict = fixedBytes(aWorkbookFile({ sheets: [{ xml }] }), [], { marks: [aMark('A1', 'x')] });
  expect(part(inStrict, 'xl/comments1.xml')).toContain(`<comments xmlns="${strict}">`);
  expect(part(inStrict, RELS)).toContain('http://purl.oclc.org/ooxml/officeDocument/relationships/comments');
});

test('of several marks at a cell the gravest gives the ground', () => {
  const grounds = (...kinds: ('fixed' | 'error' | 'warning')[]): string | undefined => {
    const fixed = fixedBytes(aWorkbookFile({ sheets: [{ rows: ROWS }], formats: FORMATS }), [], {
      marks: kinds.map((kind) => aMark('A1', 'x', kind)),
    });
    return (
      /fillId="(\d)"/.exec(part(fixed, 'xl/styles.xml').split('<cellXfs')[1] ?? '')?.[0] &&
      /fgColor rgb="(\w+)"/.exec(part(fixed, 'xl/styles.xml'))?.[1]
    );
  };
  expect([grounds('fixed'), grounds('fixed', 'warning'), grounds('error', 'warning', 'fixed')]).toEqual([
    'FFD5EDDC',
    'FFFFE3A3',
    'FFF9D3CF',
  ]);
});

/** The notes of every sheet as exceljs, which many offices' own tools are built on, finds them. */
async function notesOfExcelJs(bytes: Uint8Array): Promise<Record<string, string>> {
  const book = await loadedBook(bytes);
  const found: Record<string, string> = {};
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, ({ address, note }) => {
        if (note) found[`${sheet.name}!${address}`] = typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
      }),
    );
  return found;
}

test('exceljs finds the notes: of a workbook that had none, of its own with notes, of several sheets, fixed twice', async () => {
  const book = new ExcelJS.Workbook();
  const [first, second] = [book.addWorksheet('Phụ lục I'), book.addWorksheet('Phụ lục II')];
  first.getCell('A1').value = 1;
  first.getCell('B2').value = 2;
  first.getCell('B2').note = 'Hỏi lại xã.';
  second.getCell('A1').value = 'x';
  const own = new Uint8Array(await book.xlsx.writeBuffer());
  const marks = [
    aMark('A1', 'Đã sửa.', 'fixed', 'Phụ lục I'),
    aMark('B2', 'Lỗi.', 'error', 'Phụ lục I'),
    aMark('A1', 'hai', 'fixed', 'Phụ lục II'),
  ];
  const fixed = fixedBytes(own, [aChange('A1', 7, 'plain', 'Phụ lục I')], { marks });
  const twice = fixedBytes(fixed, [], { marks: [aMark('B1', 'Cảnh báo.', 'warning', 'Phụ lục I')] });
  const notes = { 'Phụ lục I!A1': 'Đã sửa.', 'Phụ lục I!B2': 'Hỏi lại xã.\nLỗi.', 'Phụ lục II!A1': 'hai' };
  expect(await notesOfExcelJs(fixed)).toEqual(notes);
  expect(await notesOfExcelJs(twice)).toEqual({ ...notes, 'Phụ lục I!B1': 'Cảnh báo.' });
  const plain = aWorkbookFile({ sheets: [{ rows: ROWS }], formats: FORMATS });
  expect(await notesOfExcelJs(fixedBytes(plain, [], { marks: [aMark('A2', 'Lỗi.', 'error')] }))).toEqual({ 'Sheet1!A2': 'Lỗi.' });
});
