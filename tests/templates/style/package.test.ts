import excel from 'exceljs';
import { unzipSync } from 'fflate';
import { sealWorkbook } from '../../../templates/style/package.ts';
import { opened } from '../form/opened.ts';

const aWorkbook = (): excel.Workbook => {
  const workbook = new excel.Workbook();
  workbook.created = workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('Một');
  sheet.getCell('A1').value = 'Chữ';
  sheet.getRow(1).height = 30;
  sheet.getRow(2).height = 30;
  return workbook;
};

test('the same workbook gives the same bytes, whenever it is written', async () => {
  const first = await sealWorkbook(aWorkbook());
  await new Promise((resolve) => setTimeout(resolve, 2100)); // zip times count in two seconds
  expect(Buffer.compare(await sealWorkbook(aWorkbook()), first)).toBe(0);
});

test('content types come first, and the default font is that of official documents', async () => {
  const bytes = await sealWorkbook(aWorkbook());
  const names = Object.keys(unzipSync(bytes));
  expect(names[0]).toBe('[Content_Types].xml');
  expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  expect(opened(bytes).parts['xl/styles.xml']).toMatch(/<fonts [^>]*><font><sz val="11"\/><name val="Times New Roman"\/>/);
});

test('what exceljs does not write is done to the sheet that it is for', async () => {
  const { sheet } = opened(await sealWorkbook(aWorkbook(), new Map([['Một', (xml: string) => xml.replace('ht="30"', 'ht="31"')]])));
  expect(sheet('Một').xml).toContain('<row r="1" ht="31"');
  expect(sheet('Một').xml).toContain('<row r="2" ht="30"');
});

test('no format is locked by default: Normal is open, each format of a cell says itself that it is locked', async () => {
  const { parts } = opened(await sealWorkbook(aWorkbook()));
  expect(parts['xl/styles.xml']).toMatch(/<cellStyleXfs[^>]*><xf [^>]*><protection locked="0"\/><\/xf><\/cellStyleXfs>/);
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[1] ?? '';
  expect(formats.split('</xf>').filter((one) => one !== '' && !/applyProtection="1".*<protection locked="1"\/>$/.test(one))).toEqual([]);
});

test('nothing has a save take the authors away', async () => {
  expect(opened(await sealWorkbook(aWorkbook())).parts['xl/workbook.xml']).not.toContain('filterPrivacy');
});
