import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { valuesIn, workbookOf } from '../../support/xlsx-reading.ts';

const TEXT = 'Tỷ lệ hồ sơ được giải quyết đúng hạn & "trước hạn" <95%>';

/** A workbook with all that forms are made of. */
async function aWorkbookOfExcelJs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.modified = new Date('2026-11-20T09:00:00Z');
  const sheet = workbook.addWorksheet('Phụ lục I');
  sheet.mergeCells('A1:C1');
  sheet.getCell('A1').value = 'ỦY BAN NHÂN DÂN';
  sheet.getCell('A3').value = TEXT;
  sheet.getCell('B3').value = 0.4;
  sheet.getCell('B3').numFmt = '0.0%';
  sheet.getCell('C3').value = new Date('2026-11-05T00:00:00Z');
  sheet.getCell('C3').numFmt = 'dd/mm/yyyy';
  sheet.getCell('D3').value = { formula: '2*3', result: 6 };
  sheet.getCell('E3').value = true;
  sheet.getCell('F3').value = { richText: [{ text: 'Có ' }, { text: 'số liệu', font: { bold: true } }] };
  sheet.getCell('G3').value = 190;
  sheet.getCell('G3').numFmt = '0;[Red]-0';
  sheet.getCell('H3').value = { formula: '1/0', result: { error: '#DIV/0!' } };
  sheet.getRow(4).hidden = true;
  sheet.getCell('A4').value = 'ẩn';
  workbook.addWorksheet('Định danh', { state: 'veryHidden' }).getCell('B2').value = 'dòng một\ndòng hai';
  workbook.definedNames.add("'Phụ lục I'!$A$3", 'PhuLuc_I');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function expectTheSame(bytes: Uint8Array): void {
  const { grids, names } = workbookOf(bytes);
  expect(grids.map(({ title, hidden }) => [title, hidden])).toEqual([
    ['Phụ lục I', false],
    ['Định danh', true],
  ]);
  const [sheet, identity] = grids;
  expect(valuesIn(sheet!)).toEqual({
    A1: 'ỦY BAN NHÂN DÂN',
    A3: TEXT,
    B3: 0.4,
    C3: 46331,
    D3: 6,
    E3: true,
    F3: 'Có số liệu',
    G3: 190,
    H3: '#DIV/0!',
    A4: 'ẩn',
  });
  expect(sheet!.rows.find(({ number }) => number === 3)!.cells.map(({ format }) => format)).toEqual([
    'plain',
    'percent',
    'date',
    'plain',
    'plain',
    'plain',
    'plain',
    'plain',
  ]);
  expect(
    sheet!.rows
      .find(({ number }) => number === 3)!
      .cells.filter(({ formula }) => formula)
      .map(({ column }) => column),
  ).toEqual(expect.arrayContaining([4, 8]));
  expect(sheet!.rows.find(({ number }) => number === 4)!.hidden).toBe(true);
  expect(sheet!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
  expect(valuesIn(identity!)).toEqual({ B2: 'dòng một\ndòng hai' });
  expect(names.get('PhuLuc_I')).toEqual({ sheet: 'Phụ lục I', row: 3, column: 1 });
}

test('what ExcelJS writes is read', async () => {
  const bytes = await aWorkbookOfExcelJs();
  expectTheSame(bytes);
  expect(workbookOf(bytes).modified?.at).toBe('2026-11-20T09:00:00.000Z');
});

describeWithSoffice('LibreOffice', () => {
  test('what it saves is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-read-'));
    try {
      const written = join(folder, 'form.xlsx');
      writeFileSync(written, await aWorkbookOfExcelJs());
      const [saved] = await convert([written], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'saved'));
      expectTheSame(new Uint8Array(readFileSync(saved!)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
