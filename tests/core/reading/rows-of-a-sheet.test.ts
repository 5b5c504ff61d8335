import { aForm, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

const [A, B, NOT_OWED, T] = ['PL1.I.1.3', 'PL1.I.2.6', 'PL1.I.2.1', 'PL2.II.1'];
const filled = () => aForm().filled();
const { cellOf } = aForm();
const told = (form: ReturnType<typeof aForm>) =>
  form.read().findings.map(({ rule, row: of, field, sheet, cell, facts }) => ({ rule, row: of, field, at: `${sheet} ${cell}`, facts }));

test('hidden rows that the agency fills in are counted, and pointed at by the first', () => {
  const form = filled();
  for (const id of [B, A, NOT_OWED]) form.hidden.add(form.rows.get(row(id)) ?? 0);
  expect(told(form)).toEqual([
    { rule: 'hidden-rows-read', row: null, field: null, at: `Phụ lục I A${form.rows.get(row(A))}`, facts: { count: 2 } },
  ]);
});

test('a row that is gone is pointed at from the head of its table, one of others is not missed', () => {
  const form = filled();
  for (const id of [A, NOT_OWED]) form.cells.get(INDICATOR_SHEET.title)?.delete(form.rows.get(row(id)) ?? 0);
  expect(told(form)).toEqual([{ rule: 'row-missing', row: A, field: null, at: 'Phụ lục I A10', facts: {} }]);
});

test('in a row of others the first cell that was filled is named, also a rate that was typed', () => {
  const form = filled().put(NOT_OWED, 'denominator', 10).put(NOT_OWED, 'explanation', 'x');
  expect(told(form)).toEqual([
    { rule: 'row-not-owed', row: NOT_OWED, field: 'denominator', at: `Phụ lục I ${cellOf(NOT_OWED, 'denominator')}`, facts: {} },
  ]);
  expect(told(filled().put(NOT_OWED, 'rate', 0.5))).toEqual([
    { rule: 'locked-cell-changed', row: NOT_OWED, field: 'rate', at: `Phụ lục I ${cellOf(NOT_OWED, 'rate')}`, facts: {} },
  ]);
  expect(told(filled().put(NOT_OWED, 'rate', 0.5, { formula: true, formulaText: '1/2' }))).toEqual([]);
});

test('without a column that the agency fills, or with a Mã twice, no row of the table is read', () => {
  const without = filled();
  for (const cells of without.cells.get(INDICATOR_SHEET.title)!.values()) cells.delete(without.column(A, 'denominator'));
  const twice = filled().at(INDICATOR_SHEET.title, 10, 16, 'Mã');
  for (const form of [without, twice]) {
    const { report, places } = form.read();
    expect([Object.keys(report?.indicators ?? {}), places.has(row(A)), places.has(row(T))]).toEqual([[], false, true]);
    expect(report?.tasks[row(T)]).toEqual({ status: 'in-progress', percent: 40 });
  }
});

test('without a column of the plan, or with one of those twice, every row is read all the same', () => {
  const without = filled();
  for (const cells of without.cells.get(INDICATOR_SHEET.title)!.values()) cells.delete(without.column(A, 'implementers'));
  const { header } = INDICATOR_SHEET.columns.find(({ field }) => field === 'implementers')!;
  const twice = filled().at(INDICATOR_SHEET.title, 10, 16, header);
  for (const form of [without, twice])
    expect(form.read().report?.indicators[row(A)]).toEqual({ state: 'reported', numerator: 90, denominator: 100 });
});

test('a row stands where it was read, with the columns of its own table', () => {
  const { places } = filled().read();
  expect(places.get(row(A))).toMatchObject({ sheet: 'Phụ lục I', row: 14, columns: { id: 1, numerator: 9 } });
  expect(places.get(row(T))).toMatchObject({ sheet: 'Phụ lục II', row: 22, columns: { id: 1, percent: 9 } });
  expect(places.has(row(NOT_OWED))).toBe(true);
});

test('a row in which only a note or an unread figure stands was begun, and is not called blank', () => {
  const noted = filled().figures(A, null, null, null).put(A, 'explanation', 'Chưa tổng hợp xong');
  expect(noted.found()).toEqual([`warning row-left-blank ${cellOf(A, 'state')}`]);
  const misread = filled().figures(A, 'khoảng 90', null, null);
  expect([misread.found(), misread.read().report?.indicators[row(A)]]).toEqual([
    [`error count-not-a-number ${cellOf(A, 'numerator')}`],
    { state: 'reported' },
  ]);
});

test('a row whose plan text was changed is read all the same', () => {
  const form = filled().put(A, 'name', 'Tên khác').put(A, 'leads', 'Sở khác');
  expect(told(form)).toMatchObject([{ rule: 'plan-text-changed', row: A, field: 'name', at: `Phụ lục I ${cellOf(A, 'name')}` }]);
  expect(form.read().report?.indicators[row(A)]).toEqual({ state: 'reported', numerator: 90, denominator: 100 });
});

test('a state that could not be read leaves the row without one; zeros beside Không phát sinh are dropped', () => {
  expect(filled().put(A, 'state', 'Đạt').read().report?.indicators[row(A)]).toBeUndefined();
  expect(filled().figures(A, 0, 0, 'Không phát sinh').read().report?.indicators[row(A)]).toEqual({ state: 'nothing-arose' });
  expect(filled().figures(A, 0, 10, 'Không phát sinh').read().report?.indicators[row(A)]).toEqual({
    state: 'nothing-arose',
    denominator: 10,
  });
  expect(filled().figures(A, 0, 10, null).read().report?.indicators[row(A)]).toEqual({ state: 'reported', numerator: 0, denominator: 10 });
});

test('what stands in a cell with a formula is read by its result, and an error value is named by its own', () => {
  const facts = (more: object) =>
    filled()
      .put(A, 'numerator', null, more)
      .read()
      .findings.map(({ rule, facts: of, field }) => [rule, field, of]);
  expect(facts({ error: '#DIV/0!' })).toEqual([['cell-error', 'numerator', { error: '#DIV/0!' }]]);
  expect(facts({ formula: true })).toEqual([['formula-not-calculated', 'numerator', {}]]);
  const text = filled().put(A, 'explanation', 'Do mưa bão', { formula: true });
  expect([text.found(), text.read().report?.indicators[row(A)]?.explanation]).toEqual([
    [`warning formula ${cellOf(A, 'explanation')}`],
    'Do mưa bão',
  ]);
  expect(filled().put(A, 'explanation', '', { formula: true }).found()).toEqual([`warning formula ${cellOf(A, 'explanation')}`]);
  expect(filled().put(A, 'numerator', 'khoảng 90', { formula: true }).found()).toEqual([
    `error count-not-a-number ${cellOf(A, 'numerator')}`,
  ]);
});

test('a remark that is a number under an odd format is asked about, its text is what the cell holds', () => {
  const struck = filled().put(A, 'evidence', 'Báo cáo 12', { struck: true });
  expect(told(struck)).toMatchObject([{ rule: 'shown-otherwise', field: 'evidence', facts: { as: 'struck', shown: '' } }]);
  expect(filled().put(A, 'numerator', 'khoảng 90', { struck: true }).found()).toEqual([
    `error count-not-a-number ${cellOf(A, 'numerator')}`,
  ]);
});

test('cells that are not the agency’s to fill are named each', () => {
  const form = filled().put(A, 'value', 'x').put(A, 'rate', 0.9).put(A, 'check', '✓');
  expect(told(form).map(({ rule, field }) => [rule, field])).toEqual([
    ['locked-cell-changed', 'value'],
    ['locked-cell-changed', 'rate'],
    ['locked-cell-changed', 'check'],
  ]);
  expect(filled().put(A, 'value', 5, { formula: true }).found()).toEqual([]); // a formula that nobody knows
});
