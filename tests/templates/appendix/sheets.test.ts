import { consolidate } from '../../../core/consolidating/consolidate.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { attributes } from '../form/opened.ts';
import { aBuiltAppendix, aRequest, type BuiltAppendix, idsIn, plan, SHEETS } from './a-built-appendix.ts';
import { cutLines } from './cut-lines.ts';

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

test.each(SHEETS)('%s cuts no line above its table off at the edge of the paper', (title) => {
  expect(cutLines(book.sheet(title))).toEqual([]);
});

test.each(['Ma trận', 'Chỉ tiêu chưa đạt', 'Tình hình báo cáo', 'Nguồn số liệu', 'Nguồn nhiệm vụ'])('%s can be filtered', (title) => {
  expect(attributes(book.sheet(title).xml, 'autoFilter')).toHaveLength(1);
});

test.each(['Phụ lục I', 'Phụ lục II'])('%s is printed in 9 points or more', (title) => {
  const scale = Number(attributes(book.sheet(title).xml, 'pageSetup')[0]?.scale);
  expect((scale / 100) * 10).toBeGreaterThanOrEqual(9);
});

test('the official tables hold each row of the plan once, in its order', () => {
  expect(idsIn(book, 'Phụ lục I')).toEqual(plan.indicators.map(({ id }) => id));
  expect(idsIn(book, 'Phụ lục II')).toEqual(plan.tasks.map(({ id }) => id));
  expect(idsIn(book, 'Ma trận')).toEqual(plan.indicators.map(({ id }) => id));
});

test('an official table has heading, titles and what it belongs to above it, no Quốc hiệu, no sign', () => {
  const texts = [...book.sheet('Phụ lục I').cells.values()].map(({ value }) => value).filter((value) => value !== '');
  expect(texts.slice(0, 4)).toEqual([
    'Phụ lục I',
    plan.appendices[0]?.title,
    'KẾT QUẢ THỰC HIỆN NĂM 2026',
    '(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm … của UBND tỉnh Quảng Ngãi)',
  ]);
  const all = ['Phụ lục I', 'Phụ lục II'].flatMap((title) => [...book.sheet(title).cells.values()].map(({ value }) => value)).join('\n');
  expect(all).not.toMatch(/CỘNG HÒA|[✓✕▲○◐]/);
});

test('codes stand before what is printed and lead to the figure; rows of another phase stand below it', () => {
  const workbook = book.parts['xl/workbook.xml'] ?? '';
  const [, last = ''] = /'Phụ lục I'!\$B\$1:\$[A-Z]+\$(\d+)/.exec(workbook) ?? [];
  const printed = [...book.sheet('Phụ lục I').cells].filter(([place]) => /^A\d+$/.test(place) && Number(place.slice(1)) <= Number(last));
  const codes = printed.map(([, { value }]) => value).filter((value) => value.startsWith('PL1.'));
  expect(codes).toEqual(plan.indicators.filter(({ phase }) => phase === '2026-2027').map(({ id }) => id));
  const links = attributes(book.sheet('Phụ lục I').xml, 'hyperlink');
  expect(links.map(({ location }) => location?.replace(/\d+$/, ''))).toEqual(links.map(() => "'Ma trận'!D"));
  expect(links.length).toBeGreaterThan(5);
});

test('every reported cell of the matrix leads to its own line of the sources, and the province’s figure to the first of them', () => {
  const all = attributes(book.sheet('Ma trận').xml, 'hyperlink');
  const [ofAll, links] = [all.filter(({ ref }) => /^D\d/.test(ref ?? '')), all.filter(({ ref }) => !/^D\d/.test(ref ?? ''))];
  const reported = aRequest('2026').matrix.indicators.reduce((sum, { coverage }) => sum + coverage.reported, 0);
  expect(links).toHaveLength(reported);
  expect(new Set(links.map(({ location }) => location)).size).toBe(reported);
  const codeOf = (sheet: string, row: string | undefined) => book.sheet(sheet).cells.get(`A${row}`)?.value;
  expect(ofAll.length).toBeGreaterThan(5);
  for (const { ref, location } of ofAll) expect(codeOf('Nguồn số liệu', location?.split('!A')[1])).toBe(codeOf('Ma trận', ref?.slice(1)));
});

test('the code of a task leads to the first answer to it, where every answer stands with its file and cell', () => {
  const { matrix } = aRequest('2026');
  const said = matrix.tasks.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([agency, one]) => (one?.source ? [`${id} ${agency}`] : [])),
  );
  const answers = book.table('Nguồn nhiệm vụ', 'Mã').map((row) => `${row.Mã?.value} ${row['Mã đơn vị']?.value}`);
  expect(answers.toSorted()).toEqual(said.toSorted());
  for (const title of ['Phụ lục II', 'Chỉ tiêu chưa đạt']) {
    const links = attributes(book.sheet(title).xml, 'hyperlink').filter(({ location }) => location?.startsWith("'Nguồn nhiệm vụ'!"));
    expect(title === 'Phụ lục II' ? links.length : 1).toBeGreaterThan(0);
    for (const { ref, location } of links)
      expect(book.sheet('Nguồn nhiệm vụ').cells.get(`A${location?.split('!A')[1]}`)?.value).toBe(
        book.sheet(title).cells.get(ref ?? '')?.value,
      );
  }
});

test('what a server keeps has version, time, sender and receipt beside it', async () => {
  const request = aRequest('2026');
  const receipts = new Map(request.received.map(({ report }, k) => [report.agency, `7F3K-${k}`]));
  const received = request.received.map((one) => ({
    ...one,
    source: { ...one.source, version: 2, at: '2026-11-20T02:00:00Z', by: one.report.agency },
  }));
  const matrix = consolidate({ obligations: request.obligations, received, at: new Date(request.matrix.asOf), previous: null });
  const kept = await aBuiltAppendix({ ...request, received, matrix, receipts });
  for (const title of ['Nguồn số liệu', 'Nguồn nhiệm vụ']) {
    const rows = kept.table(title, 'Mã');
    expect(rows.map((row) => row['Biên nhận']?.value)).toEqual(rows.map((row) => receipts.get(row['Mã đơn vị']?.value as AgencyId)));
    expect([rows[0]?.['Lần nộp']?.value, rows[0]?.['Người gửi']?.value]).toEqual(['2', expect.stringMatching(/\p{L}/u)]);
  }
});

test('the overview draws its charts from its own cells', () => {
  const charts = Object.entries(book.parts).filter(([name]) => name.startsWith('xl/charts/'));
  expect(charts.length).toBeGreaterThanOrEqual(2);
  const cells = book.sheet('Tổng quan').cells;
  const wrong = charts.flatMap(([, xml]) =>
    [...xml.matchAll(/<c:numRef><c:f>'Tổng quan'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)<\/c:f><c:numCache>(.*?)<\/c:numCache>/g)].flatMap(
      ([, letters = '', first, last, cache = '']) => {
        const cached = [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)].map(([, k, value]) => [Number(k), value] as const);
        const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, k) => cells.get(`${letters}${Number(first) + k}`)?.value);
        return cached.filter(([k, value]) => rows[k] !== value);
      },
    ),
  );
  expect(wrong).toEqual([]);
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
