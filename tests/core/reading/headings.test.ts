import type { Cell, Grid } from '../../../core/grid.ts';
import type { Identity } from '../../../core/identity.ts';
import { headingFindings } from '../../../core/reading/heading-differs.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { aForm, agencies, context, FINANCE, plan, TINH_KHE } from '../../support/a-form.ts';

const own = agencies.find(({ id }) => id === TINH_KHE)!;
const other = agencies.find(({ id }) => id === 'XA-21034')!;
const finance = agencies.find(({ id }) => id === FINANCE)!;
const identity = { plan: plan.id, period: '2026', agency: TINH_KHE } as Identity;

const cell = (value: Cell['value'], column = 1): Cell => ({ column, value, error: null, format: 'plain', formula: false });
const rowOf = (number: number, ...values: Cell['value'][]) => ({
  number,
  hidden: false,
  cells: values.map((value, k) => cell(value, k + 1)),
});
const sheet = (...rows: Grid['rows'][number][]): Grid => ({ title: 'Phụ lục I', hidden: false, rows, merges: [] });

/**
 * What is found in texts below one another, above a table in row 20; the list of agencies is a new one each time, and nothing of it known.
 */
function found(texts: readonly Cell['value'][], { agency = identity.agency, end = 20 } = {}): string[] {
  const grid = sheet(...texts.map((text, k) => rowOf(k + 1, text)));
  return headingFindings(grid, end, { ...identity, agency }, { plan, agencies: [...agencies] }).map(
    ({ facts, cell: at }) => `${at} ${(facts as { expected: string }).expected}`,
  );
}

test.each([
  ['its name', other.name],
  ['its name in capitals', other.name.toUpperCase()],
  ['its name as a letterhead writes it', other.name.replace(/^UBND /, 'ỦY BAN NHÂN DÂN ').toUpperCase()],
  ['its short name', other.shortName],
  ['a line of the cell', `TỈNH\n${other.name}`],
  ['the symbol of a department', 'Số: 12/BC-STC'],
  ['the symbol without a number', 'Số:   /BC-STC'],
  ['a title that says of whom it is', `Kết quả thực hiện của ${other.name}`],
  ['a title in brackets', `(Kết quả thực hiện của ${other.name})`],
  ['the report that it is attached to', `(Kèm theo Báo cáo số 3/BC-UBND của ${other.name})`],
  ['capitals before the name', `KẾT QUẢ CỦA ${other.name}`],
])('another agency is named by %s', (_, text) => {
  expect(found([text])).toEqual([`A1 ${own.name}`]);
});

test.each([
  ['its own name', own.name],
  ['its own paper', `(Kèm theo Báo cáo số 3/BC-UBND của ${own.name})`],
  ['the symbol that all communes share', 'Số: 15/BC-UBND'],
  ['the letter that asked for it', `(Theo Công văn số 12/STC của ${finance.name})`],
  ['the letter that it came with', `Kèm theo Công văn số 12 của ${finance.name}`],
  ['the plan that it follows', `Thực hiện Kế hoạch số 1 của ${finance.name}`],
  ['what it rests on', `Căn cứ Công văn của ${finance.name}`],
  ['a name within a longer text', `Số liệu do ${finance.name} tổng hợp`],
  ['a name behind other letters', `TT ${finance.name}`],
  ['the symbol of a paper that is cited', 'Căn cứ văn bản số: 12/BC-STC'],
  ['a symbol with more behind it', 'Số: 12/BC-STC và phụ lục'],
  ['nobody', 'Thông tin của ai đó'],
  ['a text that is too long for a heading', `${'x'.repeat(601)}\n${other.name}`],
  ['a number', 12],
  ['nothing', null],
])('%s is no difference', (_, text) => {
  expect(found([text])).toEqual([]);
});

test('a text of six hundred letters is a heading yet', () => {
  expect(found([`${'x'.repeat(599 - other.name.length)}\n${other.name}`])).toHaveLength(1);
});

test('whoever is addressed is no sender, in that cell and behind it; whose report it is counts there too', () => {
  expect(found([`Kính gửi: ${finance.name}`, finance.name])).toEqual([]);
  expect(found(['Nơi nhận:', finance.name, finance.shortName])).toEqual([]);
  expect(found([finance.name, 'Kính gửi:'])).toEqual([`A1 ${own.name}`]);
  expect(found(['Kính gửi:', `Báo cáo của ${finance.name}`])).toEqual([`A2 ${own.name}`]);
  expect(found(['Kính gửi:', 'Số: 12/BC-STC'])).toEqual([`A2 ${own.name}`]);
  expect(found(['Không kính gửi ai', finance.name])).toEqual([`A2 ${own.name}`]);
});

test('the year of a title or of what is due when is held against the period, no other number is', () => {
  expect(found(['DANH MỤC - KẾT QUẢ THỰC HIỆN NĂM 2025'])).toEqual(['A1 2026']);
  expect(found(['Kỳ báo cáo 2025: số liệu đến 20/11'])).toEqual(['A1 2026']);
  expect(found(['DANH MỤC - KẾT QUẢ THỰC HIỆN NĂM 2026', 'Kỳ báo cáo 2026: gửi trước 30/11/2026'])).toEqual([]);
  expect(found(['KẾT QUẢ THỰC HIỆN NĂM 2025 VÀ PHƯƠNG HƯỚNG', 'Trong Kỳ báo cáo 2025', 'Kỳ báo cáo 20251', 'Năm 2025'])).toEqual([]);
});

test('the first difference of a sheet is told, and none from the table on', () => {
  expect(found(['', other.name, finance.name])).toEqual([`A2 ${own.name}`]);
  expect(found(['', '', other.name], { end: 3 })).toEqual([]);
  expect(found(['', '', other.name], { end: 4 })).toEqual([`A3 ${own.name}`]);
});

test('where both tables stand in one sheet, headings are looked for above the first of them alone', () => {
  const [first, second, ...others] = aForm().filled().workbook().grids as [Grid, Grid, ...Grid[]];
  const below = (rows: Grid['rows'], by: number) => rows.map((row) => ({ ...row, number: row.number + by }));
  const between = (upper: Grid, lower: Grid, at: number) => {
    const grid = {
      ...first,
      rows: [...upper.rows, rowOf(499, 'x'), rowOf(at, other.name), ...below(lower.rows, 500)].sort((a, b) => a.number - b.number),
    };
    const { findings } = readReport({ grids: [grid, ...others], names: new Map(), modified: null }, context);
    return findings.filter(({ rule }) => rule === 'heading-differs').map(({ cell: found }) => found);
  };
  expect([between(first, second, 500), between(second, first, 500)]).toEqual([[], []]);
  expect([between(first, second, 2), between(second, first, 2)]).toEqual([['A2'], ['A2']]);
});

test('an identity of no agency on the list says nothing of headings', () => {
  expect(found([other.name], { agency: 'XA-00000' as never })).toEqual([]);
});

test('headings are looked for in fifty rows and a hundred cells of each', () => {
  const blanks = (count: number) => Array.from({ length: count }, () => '');
  expect(found([...blanks(49), other.name], { end: 99 })).toHaveLength(1);
  expect(found([...blanks(50), other.name], { end: 99 })).toEqual([]);
  const wide = (count: number) =>
    headingFindings(sheet(rowOf(1, ...blanks(count), other.name)), 9, identity, { plan, agencies: [...agencies] }).length;
  expect([wide(99), wide(100)]).toEqual([1, 0]);
});

test('two agencies of one short name are both meant by it', () => {
  const twin = { ...own, id: 'XA-TWIN' as never, name: 'UBND xã Khác' };
  const grid = sheet(rowOf(1, own.shortName));
  expect(headingFindings(grid, 9, identity, { plan, agencies: [...agencies, twin] })).toEqual([]);
  expect(headingFindings(grid, 9, { ...identity, agency: twin.id }, { plan, agencies: [...agencies, twin] })).toEqual([]);
});

test('the body above an agency may be an agency of the plan, and no other agency may stand there', () => {
  const governed = agencies.map((agency) => (agency.id === own.id ? { ...agency, governs: other.name.toUpperCase() } : agency));
  const foundIn = (text: string) => headingFindings(sheet(rowOf(1, text)), 9, identity, { plan, agencies: governed }).length;
  const third = agencies.find(({ id }) => id !== own.id && id !== other.id)?.name ?? '';
  expect([foundIn(other.name.toUpperCase()), foundIn(third)]).toEqual([0, 1]);
});
