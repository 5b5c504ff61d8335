import { SIZE } from '../../../templates/style/type.ts';
import { attributes } from '../form/opened.ts';
import { aBuiltAppendix, aRequest, type BuiltAppendix, idsIn, plan, SHEETS } from './a-built-appendix.ts';

let book: BuiltAppendix;
beforeAll(async () => {
  book = await aBuiltAppendix(aRequest('2026'));
});

test('the sheets stand in the order of the contract, all of them visible', () => {
  const sheets = attributes(book.parts['xl/workbook.xml'], 'sheet');
  expect(sheets.map(({ name }) => name)).toEqual(SHEETS);
  expect(sheets.filter(({ state }) => state !== undefined)).toEqual([]);
});

test.each(SHEETS)('%s prints on A4 landscape with its headings, page numbers and frozen panes', (title) => {
  const { xml } = book.sheet(title);
  expect(attributes(xml, 'pageSetup')[0]).toMatchObject({ paperSize: '9', orientation: 'landscape', useFirstPageNumber: '1' });
  expect(attributes(xml, 'pane')[0]).toMatchObject({ state: 'frozen' });
  expect(xml).toMatch(/<oddHeader>[^<]*&amp;P<\/oddHeader>/);
  expect(book.parts['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="${SHEETS.indexOf(title)}">'${title}'!`,
  );
});

test.each(['Ma trận', 'Chỉ tiêu chưa đạt', 'Tình hình báo cáo', 'Nguồn số liệu'])('%s can be filtered', (title) => {
  expect(attributes(book.sheet(title).xml, 'autoFilter')).toHaveLength(1);
});

test.each(['Phụ lục I', 'Phụ lục II'])('%s is printed in 9 points or more', (title) => {
  const scale = Number(attributes(book.sheet(title).xml, 'pageSetup')[0]?.scale);
  expect((scale / 100) * SIZE.table).toBeGreaterThanOrEqual(9);
});

test('the official tables hold each row of the plan once, in its order', () => {
  expect(idsIn(book, 'Phụ lục I')).toEqual(plan.indicators.map(({ id }) => id));
  expect(idsIn(book, 'Phụ lục II')).toEqual(plan.tasks.map(({ id }) => id));
  expect(idsIn(book, 'Ma trận')).toEqual(plan.indicators.map(({ id }) => id));
});

test('an official table begins with the issuing body and ends with room for its head’s signature', () => {
  const texts = [...book.sheet('Phụ lục I').cells.values()].map(({ value }) => value).filter((value) => value !== '');
  expect(texts.slice(0, 2)).toEqual([plan.office.issuer, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  expect(texts.slice(-2)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
});

test('the rows of the period stand first in the matrix', async () => {
  const ids = idsIn(await aBuiltAppendix(aRequest('2028')), 'Ma trận');
  expect(ids.slice(0, 11)).toEqual(plan.indicators.filter(({ phase }) => phase === '2028-2030').map(({ id }) => id));
});

test('each agency has its column in the matrix, headed by its short name upright', () => {
  const { agencies } = aRequest('2026').obligations;
  const [first] = book.table('Ma trận', 'Mã');
  const headings = Object.keys(first ?? {});
  expect(headings.slice(-agencies.length)).toEqual(agencies.map(({ shortName }) => shortName));
  expect(book.parts['xl/styles.xml']).toContain('textRotation="90"');
});

test('a matrix is printed on several pages with `Mã` and the indicator on each', () => {
  const { xml } = book.sheet('Ma trận');
  expect(attributes(xml, 'brk').length).toBeGreaterThan(4);
  expect(book.parts['xl/workbook.xml']).toContain("'Ma trận'!$A:$B,'Ma trận'!$4:$4");
});
