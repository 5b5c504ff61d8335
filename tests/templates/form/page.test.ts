import { type FormTable, formTableOf } from '../../../templates/form/form-table.ts';
import { pageRoom, printScale } from '../../../templates/style/page.ts';
import { wrappedLines } from '../../../templates/style/row-height.ts';
import { SIZE } from '../../../templates/style/type.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { aBuiltForm, type BuiltForm } from './a-built-form.ts';
import { attributes, plain } from './opened.ts';

const HEADER_ROW = 9;
const TABLES = [formTableOf(INDICATOR_SHEET), formTableOf(TASK_SHEET)];
const TITLES = [INDICATOR_SHEET.title, TASK_SHEET.title];
const NOT_OWED = 'Các dòng không thuộc đơn vị (để tham khảo)';
let form: BuiltForm;
beforeAll(async () => {
  form = await aBuiltForm('SKHCN');
});

const heightsOf = (title: string): Map<number, number> =>
  new Map(attributes(form.sheet(title).xml, 'row').map(({ r, ht }) => [Number(r), Number(ht)]));

const printedWidths = ({ widths, printed }: FormTable): number[] => widths.slice(printed.first - 1, printed.last);

test.each(TABLES)('the printed columns of $layout.title fit A4 landscape with text of 9 points or more', (table) => {
  expect(printScale(printedWidths(table)) * SIZE.table).toBeGreaterThanOrEqual(9);
});

test.each(TABLES)('all columns of $layout.title are seen at once in a window of 1366 pixels', ({ widths }) => {
  // seven pixels a unit, at the form's zoom, beside row numbers and scroll bar
  expect(widths.reduce((sum, width) => sum + width * 7, 0) * 0.9).toBeLessThan(1366 - 50);
});

test.each([...TITLES, 'Hướng dẫn'])('%s prints on A4 landscape, as wide as one page', (title) => {
  const { xml } = form.sheet(title);
  expect(attributes(xml, 'pageSetup')[0]).toMatchObject({
    paperSize: '9',
    orientation: 'landscape',
    fitToWidth: '1',
    firstPageNumber: '1',
  });
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(Object.values(attributes(xml, 'pageMargins')[0] ?? {}).every((inches) => Number(inches) * 25.4 >= 6.9)).toBe(true);
});

const lastOwed = (title: string): number => {
  const { cells } = form.sheet(title);
  const others = [...cells].find(([, { value }]) => value === NOT_OWED)?.[0];
  return Number(/\d+/.exec(others ?? '')?.[0]) - 1;
};

test.each(TITLES)('%s repeats its header row, and what is printed ends with the last owed row, without codes and checks', (title) => {
  const first = TITLES.indexOf(title);
  const [from, to] = first === 0 ? ['B', 'N'] : ['B', 'M'];
  const book = form.parts['xl/workbook.xml'];
  expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="${first}">&apos;${title}&apos;!$9:$9</definedName>`);
  expect(book).toContain(`!$${from}$1:$${to}$${lastOwed(title)}</definedName>`);
});

test.each(TITLES)('of %s only the header row and the rows’ names are frozen: the letterhead above is for paper', (title) => {
  const { xml } = form.sheet(title);
  expect(attributes(xml, 'sheetView')[0]).toMatchObject({ topLeftCell: 'A9' });
  expect(attributes(xml, 'pane')[0]).toMatchObject({ xSplit: '3', ySplit: '1', topLeftCell: 'D10', state: 'frozen' });
});

/** What a window shows at 1366 × 768 and a zoom of 100 %, in points. */
const WINDOW = 520;

test.each([
  ['XA-21211', [476, 481]],
  ['STC', [518, 527]],
  ['SYT', [518, 574]],
] as const)('of %s five owed rows are seen whole below the header: the fifth ends at %p points', async (agency, fifths) => {
  const { sheet } = await aBuiltForm(agency);
  const seen = TITLES.map((title) => {
    const { xml, cells } = sheet(title);
    const zoom = Number(attributes(xml, 'sheetView')[0]?.zoomScale) / 100;
    const ends: number[] = [];
    let end = 0;
    for (const { r, ht } of attributes(xml, 'row').filter((row) => Number(row.r) >= HEADER_ROW)) {
      end += Number(ht);
      if (cells.get(`A${r}`)?.value.startsWith('PL')) ends.push(end);
    }
    return { fifth: Math.floor(ends[4] ?? 0), isSeen: (ends[4] ?? 0) * zoom <= WINDOW };
  });
  expect(seen).toEqual(fifths.map((fifth) => ({ fifth, isSeen: true })));
});

test('page numbers stand centred above the page, not on the first; every part of header and footer names its font', () => {
  for (const title of TITLES) {
    const { xml } = form.sheet(title);
    expect(attributes(xml, 'headerFooter')[0]).toEqual({ differentFirst: '1' });
    const parts = [...xml.matchAll(/<(oddHeader|oddFooter|firstHeader|firstFooter)>([^<]*)</g)].map(([, name, text = '']) => [
      name,
      plain(text),
    ]);
    expect(parts).toEqual([
      ['oddHeader', '&C&"Times New Roman,Regular"&13 &P'],
      ['oddFooter', `&L&"Times New Roman,Regular"&10 Sở Khoa học và Công nghệ - Kỳ báo cáo 2026&R&"Times New Roman,Regular"&10 ${title}`],
      ['firstFooter', `&L&"Times New Roman,Regular"&10 Sở Khoa học và Công nghệ - Kỳ báo cáo 2026&R&"Times New Roman,Regular"&10 ${title}`],
    ]);
  }
});

test('every row is high enough for its longest text', () => {
  for (const table of TABLES) {
    const heights = heightsOf(table.layout.title);
    for (const [place, { value, formula }] of form.sheet(table.layout.title).cells) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const isHeading = form.sheet(table.layout.title).cells.get(`A${row}`)?.value === '';
      if (Number(row) < HEADER_ROW || isHeading || value === '' || formula) continue;
      const width = table.widths[letters.charCodeAt(0) - 65] ?? 0;
      const weight = Number(row) === HEADER_ROW ? 'bold' : 'regular';
      const lines = wrappedLines({ text: value, width, size: SIZE.table, weight });
      // 1.15 times the size is what the font itself needs for a line
      expect([place, (heights.get(Number(row)) ?? 0) >= lines * SIZE.table * 1.15]).toEqual([place, true]);
    }
  }
});

test('pages break before the room is used up, and never behind a heading', () => {
  for (const table of TABLES) {
    const { title } = table.layout;
    const heights = heightsOf(title);
    const breaks = attributes(form.sheet(title).xml, 'brk').map(({ id }) => Number(id));
    const room = pageRoom(printScale(printedWidths(table)));
    let used = [...heights].filter(([row]) => row <= HEADER_ROW).reduce((sum, [, height]) => sum + height, 0);
    for (const [row, height] of [...heights].filter(([one]) => one > HEADER_ROW && one <= lastOwed(title))) {
      used += height;
      expect([row, used <= room]).toEqual([row, true]);
      if (!breaks.includes(row)) continue;
      expect(form.sheet(title).cells.get(`A${row}`)?.value).toMatch(/^PL/);
      used = heights.get(HEADER_ROW) ?? 0;
    }
  }
});

test('rows that the agency fills grow with what is typed, the others keep their height', () => {
  const kept = attributes(form.sheet('Phụ lục I').xml, 'row').filter(({ customHeight }) => customHeight === '1');
  const rows = kept.map(({ r }) => Number(r));
  const rowOf = (id: string) => Number(/\d+/.exec(form.placeOf(id, 'id'))?.[0]);
  expect(rows).not.toContain(rowOf('PL1.I.1.1'));
  expect(rows).toContain(rowOf('PL1.II.1.1'));
});
