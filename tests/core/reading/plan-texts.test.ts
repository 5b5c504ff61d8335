import type { Cell } from '../../../core/grid.ts';
import type { Field } from '../../../core/layout.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { findTable } from '../../../core/reading/plan-table.ts';
import { changedText, planTexts } from '../../../core/reading/plan-texts.ts';
import { otherRowNamed } from '../../../core/reading/row-mixed-up.ts';
import { FINANCE, obligationsIn, POLICE, plan, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

type Texts = readonly (readonly [Field, string])[];
type Typed = Partial<Record<Field, Cell['value'] | Partial<Cell>>>;
const methodS = INDICATOR_SHEET.columns.map(({ field }) => field);
const A = row('PL1.I.1.3');

/** A table of one row that holds these cells, and without these columns. */
function aTable(cells: Typed, without: readonly Field[] = []) {
  const cell = (column: number, one: Cell['value'] | Partial<Cell>): Cell => ({
    column,
    value: null,
    error: null,
    format: 'plain',
    formula: false,
    ...(typeof one === 'object' ? one : { value: one }),
  });
  const line = (number: number, ofField: (field: Field) => Cell['value'] | Partial<Cell> | undefined) => ({
    number,
    hidden: false,
    cells: methodS.flatMap((field, k) => {
      const one = without.includes(field) ? undefined : ofField(field);
      return one === undefined ? [] : [cell(k + 1, one)];
    }),
  });
  const header = line(4, (field) => INDICATOR_SHEET.columns.find((one) => one.field === field)?.header);
  const gridRow = line(5, (field) => cells[field]);
  const table = findTable({ title: 'Phụ lục I', hidden: false, rows: [header, gridRow], merges: [] }, INDICATOR_SHEET)!;
  return { table, gridRow };
}
const changed = (texts: Texts, cells: Typed, without?: readonly Field[]) => {
  const { table, gridRow } = aTable(cells, without);
  return changedText(table, gridRow, A, texts).map(({ rule, row: of, field, cell }) => [rule, of, field, cell]);
};
const percent = (value: number): Partial<Cell> => ({ value, format: 'percent' });

test.each([
  ['55%', 0.55],
  ['57%', 0.57],
  ['100%', 1],
  ['62,5%', 0.625],
])('the target %s typed anew as a percentage is the same', (text, value) => {
  expect(changed([['target', text]], { target: percent(value) })).toEqual([]);
});

test('the first text that is another is named at its cell', () => {
  const texts: Texts = [
    ['name', 'Tỷ lệ hồ sơ'],
    ['target', '55%'],
    ['leads', 'Sở Tài chính'],
  ];
  expect(changed(texts, { name: 'Tỷ lệ hồ sơ', target: percent(0.56), leads: 'Sở Y tế' })).toEqual([
    ['plan-text-changed', A, 'target', 'D5'],
  ]);
  expect(changed(texts, { name: 'Tỷ lệ  hồ\nsơ.', target: 0.55, leads: 'SỞ TÀI CHÍNH' })).toEqual([
    ['plan-text-changed', A, 'target', 'D5'],
  ]);
  expect(changed(texts, { name: 'Tỷ lệ hồ sơ', target: '55%' })).toEqual([['plan-text-changed', A, 'leads', 'E5']]);
  expect(changed([['method', '']], {})).toEqual([]);
  expect(changed([['method', '']], { method: 'Cách khác' })).toEqual([['plan-text-changed', A, 'method', 'G5']]);
});

test('a text far longer than the plan’s is another, and named at its cell', () => {
  expect(changed([['leads', 'Sở']], { leads: 'x'.repeat(5000) })).toEqual([['plan-text-changed', A, 'leads', 'E5']]);
});

test('last period’s figure below the method is no change, below any other text it is', () => {
  const below = INDICATOR_SHEET.columns.flatMap((column) =>
    column.role === 'plan' && changed([[column.field, 'Đếm']], { [column.field]: 'Đếm\nKỳ 2025: 90/100' }).length === 0
      ? [column.field]
      : [],
  );
  expect(below).toEqual(['method']);
  expect(changed([['method', 'Đếm']], { method: 'Đo\nKỳ 2025: 90/100' })).toHaveLength(1);
});

test('a column that was deleted is none that was changed', () => {
  const texts: Texts = [
    ['leads', 'Sở Tài chính'],
    ['method', 'Đếm'],
  ];
  expect(changed(texts, { leads: 'Sở Tài chính', method: 'Khác' }, ['leads'])).toEqual([['plan-text-changed', A, 'method', 'G5']]);
});

test('a number or a dash before a name is no other name, before another text it is', () => {
  for (const name of ['3. Tỷ lệ hồ sơ', '1.3 Tỷ lệ hồ sơ', 'a) Tỷ lệ hồ sơ', '- Tỷ lệ hồ sơ', '(2) Tỷ lệ hồ sơ'])
    expect([name, ...changed([['name', 'Tỷ lệ hồ sơ']], { name })]).toEqual([name]);
  expect(changed([['leads', 'Sở Y tế']], { leads: '3. Sở Y tế' })).toHaveLength(1);
});

test('blanks in a text do not count, unless they are a thousand times as many', () => {
  const text = 'Tỷ lệ hồ sơ';
  const most = 8 * text.length + 1000;
  const found = [text.length + 1, most, most + 1].map((length) => changed([['name', text]], { name: text.padEnd(length) }).length);
  expect(found).toEqual([0, 0, 1]);
});

test('a text that the last workbook had is compared anew in each', () => {
  const texts: Texts = [['name', 'Tỷ lệ hồ sơ']];
  const names = ['Tỷ lệ hồ sơ', 'Tỷ lệ khác', 'TỶ LỆ HỒ SƠ', 'Tỷ lệ khác', 'Tỷ lệ hồ sơ'];
  expect(names.map((name) => changed(texts, { name }).length)).toEqual([0, 1, 0, 1, 0]);
});

const ROWS = new Map<typeof A, Texts>([
  [row('PL1.1'), [['name', 'Tỷ lệ hồ sơ']]],
  [
    row('PL1.2'),
    [
      ['name', 'Cung cấp dữ liệu'],
      ['target', '50%'],
    ],
  ],
  [
    row('PL1.3'),
    [
      ['name', 'Cung cấp dữ liệu'],
      ['target', '70%'],
    ],
  ],
]);
const meant = (id: string, cells: Typed) => {
  const { table, gridRow } = aTable(cells);
  return otherRowNamed(table, gridRow, row(id), new Map(ROWS));
};

test('beside the Mã of one row the name of another is that other row’s', () => {
  expect(meant('PL1.2', { name: 'Tỷ lệ hồ sơ' })).toBe('PL1.1');
  expect(meant('PL1.2', { name: '1. TỶ LỆ HỒ SƠ' })).toBe('PL1.1');
});

test('of two rows with one name the other is meant only where all its texts stand', () => {
  expect(meant('PL1.2', { name: 'Cung cấp dữ liệu', target: '70%' })).toBe('PL1.3');
  expect(meant('PL1.3', { name: 'Cung cấp dữ liệu', target: '50%' })).toBe('PL1.2');
  expect(meant('PL1.2', { name: 'Cung cấp dữ liệu', target: '60%' })).toBeNull();
  expect(meant('PL1.1', { name: 'Cung cấp dữ liệu', target: '70%' })).toBe('PL1.3');
  expect(meant('PL1.1', { name: 'Cung cấp dữ liệu', target: '60%' })).toBe('PL1.2');
});

test('a name that no row has, none at all, or a number names no other row', () => {
  expect([meant('PL1.2', { name: 'Tên khác' }), meant('PL1.2', {}), meant('PL1.2', { name: 5 })]).toEqual([null, null, null]);
  expect([meant('PL1.2', { name: 'Tỷ lệ hồ sơ'.padEnd(4096) }), meant('PL1.2', { name: 'Tỷ lệ hồ sơ'.padEnd(4097) })]).toEqual([
    'PL1.1',
    null,
  ]);
});

test('an agency with a target of its own reads it in its form; all others share their texts', () => {
  const obligations = obligationsIn('2028');
  const id = plan.indicators.find(({ measure }) => measure.kind === 'each-agency')!.id;
  const indicators = plan.indicators.map((one) => (one.id === id ? { ...one, perAgency: { [FINANCE]: 12.5 } } : one));
  const withOwn = { ...obligations, plan: { ...plan, indicators } };
  const said = (agency: AgencyId | null) => JSON.stringify(planTexts(withOwn, agency).indicators.get(id));
  expect([said(FINANCE).includes('12,5%'), said(POLICE).includes('12,5%'), said(null).includes('12,5%')]).toEqual([true, false, false]);
  expect(planTexts(withOwn, POLICE)).toBe(planTexts(withOwn, null));
  expect(planTexts(obligations, FINANCE)).toBe(planTexts(obligations, null));
});
