import { INDICATOR_SHEET, type SheetLayout, TASK_SHEET } from '../../../core/layout.ts';
import { methodText } from '../../../core/wording/method-text.ts';
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

test('all rows of the plan stand in the plan’s order', () => {
  expect(idsOf(form.sheet('Phụ lục I'))).toEqual(plan.indicators.map(({ id }) => id));
  expect(idsOf(form.sheet('Phụ lục II'))).toEqual(plan.tasks.map(({ id }) => id));
});

test('the texts of each row are the plan’s own', () => {
  for (const row of plan.indicators)
    expect((['tt', 'name', 'target', 'leads', 'implementers', 'method'] as const).map((field) => form.cell(row.id, field)?.value)).toEqual([
      row.tt,
      row.name,
      row.targetText,
      row.leadsText,
      row.implementersText,
      methodText(row, { agency: obligations.agency, reporter: null }),
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
