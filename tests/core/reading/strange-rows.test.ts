import { type AForm, aForm, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

const A = 'PL1.I.1.3';
const SHEET = INDICATOR_SHEET.title;
const columnOf = (field: string) => INDICATOR_SHEET.columns.findIndex((one) => one.field === field) + 1;
const [ID, STATE, NUMERATOR, RATE, NAME] = ['id', 'state', 'numerator', 'rate', 'name'].map(columnOf) as [
  number,
  number,
  number,
  number,
  number,
];

/** A filled form with something in row 60 of the first table, far below its own rows. */
const withRow = (...cells: readonly [column: number, value: string | number, more?: object][]): AForm => {
  const form = aForm().filled();
  for (const [column, value, more] of cells) form.at(SHEET, 60, column, value, more);
  return form;
};
const told = (form: AForm) => form.read().findings.map(({ rule, row: of, sheet, cell, facts }) => [rule, of, sheet, cell, facts]);

/** The same with every column one further to the right. */
function shifted(form: AForm): AForm {
  for (const cells of form.cells.get(SHEET)?.values() ?? []) {
    const moved = [...cells.values()].map((cell) => ({ ...cell, column: cell.column + 1 }));
    cells.clear();
    for (const cell of moved) cells.set(cell.column, cell);
  }
  return form;
}

test('a row with a Mã that no plan row has is named at its Mã, one without at what was typed there', () => {
  const unknown = withRow([ID, ' PL1.X.1 '], [STATE, 'Có số liệu']);
  expect(told(unknown)).toEqual([['row-unknown', null, SHEET, 'A60', { id: 'PL1.X.1' }]]);
  expect(told(shifted(unknown))).toEqual([['row-unknown', null, SHEET, 'B60', { id: 'PL1.X.1' }]]);
  expect(told(withRow([NUMERATOR, 5], [STATE, 'x']))).toEqual([['row-unknown', null, SHEET, 'H60', { id: null }]]);
  expect(told(withRow([ID, '\u200b'], [NUMERATOR, 5]))).toEqual([['row-unknown', null, SHEET, 'I60', { id: null }]]);
});

test('a long text in place of a Mã is quoted from its beginning, and is never the Mã it begins with', () => {
  expect(told(withRow([ID, 'x'.repeat(300)], [STATE, 'x']))).toEqual([['row-unknown', null, SHEET, 'A60', { id: `${'x'.repeat(59)}…` }]]);
  expect(told(withRow([ID, `${A}${' '.repeat(200)}x`], [STATE, 'x'])).map(([rule]) => rule)).toEqual(['row-unknown']);
});

test('what the plan says, and a rate that is calculated, make no row', () => {
  expect(told(withRow([NAME, 'Ghi chú'], [ID, 'Người lập biểu']))).toEqual([]);
  expect(told(withRow([RATE, 0.9, { formula: true }]))).toEqual([]);
  expect(told(withRow([RATE, 0.9]))).toEqual([['row-unknown', null, SHEET, 'K60', { id: null }]]);
  expect(told(withRow([NUMERATOR, 5, { formula: true }]))).toEqual([['row-unknown', null, SHEET, 'I60', { id: null }]]);
});

test('above the table nothing is a row', () => {
  expect(told(aForm().filled().at(SHEET, 9, ID, A).at(SHEET, 9, STATE, 'Có số liệu').at(SHEET, 8, STATE, 'x'))).toEqual([]);
});

test.each([' PL1.I.1.3', 'pl1.i.1.3', 'PL1.I.1.3\n', 'Pl1.I.1.3\u200b'])('the Mã %j is that of its row', (text) => {
  const form = aForm().filled();
  form.at(SHEET, form.rows.get(row(A)) ?? 0, ID, text);
  expect(told(form)).toEqual([]);
});

test('a Mã that stands twice is named at the second, with the place of the first, and neither counts', () => {
  const form = withRow([ID, A]);
  const first = form.rows.get(row(A));
  expect(told(form)).toEqual([['row-twice', A, SHEET, 'A60', { first: `A${first}` }]]);
  expect(form.read().report?.indicators[row(A)]).toBeUndefined();
  expect(form.read().findings[0]).toMatchObject({ field: 'id', column: 'Mã' });
  expect(told(shifted(form))).toEqual([['row-twice', A, SHEET, 'B60', { first: `B${first}` }]]);
});

test('fifty strangers are named one by one, the rest by their number', () => {
  const crowded = (count: number) => {
    const form = aForm().filled();
    for (let k = 0; k < count; k++) form.at(SHEET, 100 + k, NUMERATOR, k);
    return told(form);
  };
  expect(crowded(50).map(([rule]) => rule)).toEqual(Array.from({ length: 50 }, () => 'row-unknown'));
  expect(crowded(53).slice(50)).toEqual([['more-problems', null, SHEET, undefined, { count: 3 }]]);
});
