import { askedRows } from '../../../core/form/asked-rows.ts';
import type { SheetLayout } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { methodText } from '../../../core/wording/method-text.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { aBuiltForm, type BuiltForm, obligationsIn, plan } from './a-built-form.ts';
import { attributes, type OpenedSheet } from './opened.ts';

const HEADER_ROW = 9;
const obligations = obligationsIn('2026');
let form: BuiltForm;
beforeAll(async () => {
  form = await aBuiltForm('STC');
});

const textsOf = (sheet: OpenedSheet, row: number): string[] =>
  [...sheet.cells].filter(([place, { value }]) => new RegExp(`^[A-Z]+${row}$`).test(place) && value !== '').map(([, { value }]) => value);
const idsOf = (sheet: OpenedSheet): string[] =>
  [...sheet.cells].filter(([place, { value }]) => /^A\d+$/.test(place) && value.startsWith('PL')).map(([, { value }]) => value);

test.each([INDICATOR_SHEET, TASK_SHEET] as SheetLayout[])(
  'the header row of $title holds the headers in their order and nothing else',
  (layout) => {
    expect(textsOf(form.sheet(layout.title), HEADER_ROW)).toEqual(layout.columns.map(({ header }) => header));
  },
);

test('the rows that the agency fills in stand first, then the others, both in the plan’s order', () => {
  const asked = askedRows(obligations, 'STC' as AgencyId);
  const inOrder = (ids: readonly RowId[]) => [...ids.filter((id) => asked.has(id)), ...ids.filter((id) => !asked.has(id))];
  expect(idsOf(form.sheet('Phụ lục I'))).toEqual(inOrder(plan.indicators.map(({ id }) => id)));
  expect(idsOf(form.sheet('Phụ lục II'))).toEqual(inOrder(plan.tasks.map(({ id }) => id)));
});

test('the texts of each row are the plan’s own', () => {
  for (const row of plan.indicators)
    expect((['tt', 'name', 'target', 'leads', 'implementers', 'method'] as const).map((field) => form.cell(row.id, field)?.value)).toEqual([
      row.tt,
      row.name,
      row.targetText,
      row.leadsText,
      row.implementersText,
      methodText(row, { agency: obligations.agency, whole: 'toàn tỉnh', reporter: null }),
    ]);
  for (const row of plan.tasks)
    expect(
      (['tt', 'name', 'leads', 'coordinators', 'deliverable', 'timeframe'] as const).map((field) => form.cell(row.id, field)?.value),
    ).toEqual([row.tt ?? '', row.name, row.leadsText, row.coordinatorsText, row.deliverable, row.timeframeText]);
});

test('phases, groups and sections stand above their rows, in the columns TT and name alone', () => {
  const [first, second] = [form.sheet('Phụ lục I'), form.sheet('Phụ lục II')];
  expect(textsOf(first, 10)).toEqual(['I', 'Giai đoạn 2026-2027']);
  expect(textsOf(first, 11)).toEqual(['I.1', 'Cung cấp dịch vụ số bao trùm, thông minh']);
  expect(textsOf(second, 10)).toEqual(['I', 'Hoàn thiện thể chế']);
});

test('the others stand below a heading that says so, under headings of their own', () => {
  const sheet = form.sheet('Phụ lục I');
  const row = Number(/\d+/.exec([...sheet.cells].find(([, { value }]) => value.startsWith('Các dòng không thuộc đơn vị'))?.[0] ?? '')?.[0]);
  expect(textsOf(sheet, row)).toEqual(['Các dòng không thuộc đơn vị (để tham khảo)']);
  expect(textsOf(sheet, row + 1)).toEqual(['I', 'Giai đoạn 2026-2027']);
  expect(idsOf(sheet).slice(-1)).toEqual(['PL1.II.2.6']);
});

test('the headers of columns that are filled in have another ground than the others, and Kết quả says whose it is', async () => {
  const fill = (one: BuiltForm, header: string) => {
    const { style = 0 } = [...one.sheet('Phụ lục I').cells.values()].find(({ value }) => value === header) ?? {};
    const [format = ''] = [...(one.parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)]
      .slice(1 + style)
      .map(([xf]) => xf);
    return /fillId="(\d+)"/.exec(format)?.[1];
  };
  const commune = await aBuiltForm('XA-21211');
  expect(fill(commune, 'Giá trị')).toBe(fill(commune, 'Cách tính'));
  expect(fill(commune, 'Tử số')).not.toBe(fill(commune, 'Cách tính'));
  const answering = await aBuiltForm('CAT');
  expect(fill(answering, 'Giá trị')).toBe(fill(answering, 'Tử số'));
  expect(commune.parts['xl/comments1.xml']).toMatch(/<author>Phụ lục số<.*<comment ref="D9".*mục tiêu/s);
});

test('no cell is merged at or below the header row, and nothing stands below the table', () => {
  for (const { title } of [INDICATOR_SHEET, TASK_SHEET]) {
    const sheet = form.sheet(title);
    const rows = attributes(sheet.xml, 'mergeCell').map(({ ref }) => Number(/\d+$/.exec(ref ?? '')?.[0]));
    expect(Math.max(...rows)).toBeLessThan(HEADER_ROW);
    const last = Math.max(...[...sheet.cells.keys()].map((place) => Number(/\d+/.exec(place)?.[0])));
    expect(sheet.cells.get(`A${last}`)?.value).toBe(idsOf(sheet).at(-1));
  }
});

test('the letterhead names the agency, what governs it, its place and the deadline', async () => {
  const texts = (one: BuiltForm) => Array.from({ length: 8 }, (_, k) => textsOf(one.sheet('Phụ lục I'), k + 1)).flat();
  expect(texts(form)).toEqual(
    expect.arrayContaining([
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
      'SỞ TÀI CHÍNH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      'Số: …/BC-STC',
      'Quảng Ngãi, ngày … tháng … năm 2026',
      'Phụ lục I',
      'DANH MỤC CÁC CHỈ TIÊU CỤ THỂ - KẾT QUẢ THỰC HIỆN NĂM 2026',
      '(Kèm theo Báo cáo số …/BC-STC ngày … tháng … năm 2026 của Sở Tài chính)',
      expect.stringContaining('số liệu từ 15/12/2025 đến 14/11/2026; gửi Sở Khoa học và Công nghệ chậm nhất ngày 29/11/2026'),
    ]),
  );
  expect(texts(await aBuiltForm('XA-21211'))).toEqual(
    expect.arrayContaining(['TỈNH QUẢNG NGÃI', 'ỦY BAN NHÂN DÂN XÃ TỊNH KHÊ', 'Số: …/BC-UBND', 'Tịnh Khê, ngày … tháng … năm 2026']),
  );
});

test('sheets come in their order, names point at the headers, and the hidden sheet says whose form it is', () => {
  const book = form.parts['xl/workbook.xml'] ?? '';
  expect(attributes(book, 'sheet').map(({ name, state }) => [name, state])).toEqual([
    ['Phụ lục I', 'visible'],
    ['Phụ lục II', 'visible'],
    ['Hướng dẫn', 'visible'],
    ['Định danh', 'veryHidden'],
  ]);
  // the guide is what whoever opens the form sees first
  expect(attributes(book, 'workbookView')[0]).toMatchObject({ activeTab: '2' });
  for (const name of [
    'PhuLuc_I">&apos;Phụ lục I&apos;!$A$9<',
    'PhuLuc_II">&apos;Phụ lục II&apos;!$A$9<',
    'PhuLuc_DinhDanh">&apos;Định danh&apos;!$A$1<',
  ])
    expect(book).toContain(name);
  expect([...form.sheet('Định danh').cells.values()].map(({ value }) => value)).toEqual([
    'plan',
    plan.id,
    'period',
    '2026',
    'agency',
    'STC',
    'layout version',
    '1',
  ]);
});

test('a form of an agency that is not active is a mistake of the caller', async () => {
  await expect(aBuiltForm('KHONG-CO')).rejects.toThrow('KHONG-CO');
});
