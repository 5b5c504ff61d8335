import { type AForm, aForm, FINANCE, plan, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';

const [A, B, T, T2] = ['PL1.I.1.3', 'PL1.I.2.6', 'PL2.II.1', 'PL2.VI.2'];
const NOT_OWED = 'PL1.I.2.1';

/** A copy of the sheet under another title, with another figure in it. */
function copied(form: AForm, title: string): AForm {
  const source = form.cells.get(INDICATOR_SHEET.title);
  const cells = new Map([...(source ?? [])].map(([number, own]) => [number, new Map(own)]));
  cells
    .get(form.rows.get(row(A)) ?? 0)
    ?.set(form.column(A, 'numerator'), { column: form.column(A, 'numerator'), value: 1, error: null, format: 'plain', formula: false });
  form.cells.set(title, cells);
  return form;
}

function swapped(form: AForm, one: string, two: string): AForm {
  const cells = form.cells.get(form.sheetOf(one).title);
  const [a, b] = [form.rows.get(row(one)) ?? 0, form.rows.get(row(two)) ?? 0];
  const [first, second] = [cells?.get(a), cells?.get(b)];
  if (first && second) cells?.set(a, second).set(b, first);
  return form;
}

test('a filled form has nothing to say, and everything is read', () => {
  for (const agency of [undefined, FINANCE]) {
    const reading = aForm(agency).filled().read();
    expect(reading.findings).toEqual([]);
    expect(reading.identity).toMatchObject({ period: '2026' });
  }
  expect(aForm().filled().read().report?.indicators[row(A)]).toEqual({ state: 'reported', numerator: 90, denominator: 100 });
});

test('rows are found by their Mã wherever they stand', () => {
  const form = swapped(aForm().filled().figures(A, 11, 110), A, B);
  expect(form.found()).toEqual([]);
  expect(form.read().report?.indicators[row(A)]).toMatchObject({ numerator: 11, denominator: 110 });
});

test('without defined names the sheets are found by header and Mã alone, under any title', () => {
  const form = aForm().filled();
  form.names.clear();
  form.cells.set('Trang tính 1', form.cells.get(INDICATOR_SHEET.title) ?? new Map());
  form.cells.delete(INDICATOR_SHEET.title);
  expect(form.found()).toEqual([]);
});

test('a copy of the sheet is passed over and named', () => {
  const form = copied(aForm().filled(), 'Phụ lục I (2)');
  expect(form.read().findings).toMatchObject([
    { rule: 'sheet-copy', severity: 'warning', sheet: 'Phụ lục I (2)', facts: { counted: 'Phụ lục I' } },
  ]);
  expect(form.read().report?.indicators[row(A)]?.numerator).toBe(90);
});

test('between alike sheets without a name nothing is guessed', () => {
  const form = copied(copied(aForm().filled(), 'Bản 1'), 'Bản 2');
  form.names.clear();
  form.cells.delete(INDICATOR_SHEET.title);
  expect(form.found()).toEqual(['error sheet-ambiguous']);
});

test('a sheet that is gone is an error', () => {
  const form = aForm().filled();
  form.cells.delete(TASK_SHEET.title);
  expect(form.found()).toEqual(['error sheet-missing']);
});

test('a deleted reporting column is an error, a deleted column of the plan a warning', () => {
  const without = (field: 'numerator' | 'implementers' | 'rate') => {
    const form = aForm().filled();
    for (const cells of form.cells.get(INDICATOR_SHEET.title)?.values() ?? []) cells.delete(form.column(A, field));
    return form.found().map((one) => one.split(' ').slice(0, 2).join(' '));
  };
  expect(without('numerator')).toEqual(['error column-missing']);
  expect(without('implementers')).toEqual(['warning locked-column-missing']);
  expect(without('rate')).toEqual(['warning locked-column-missing']);
});

test('a deleted row is a warning and is not reported', () => {
  const form = aForm().filled();
  form.cells.get(INDICATOR_SHEET.title)?.delete(form.rows.get(row(A)) ?? 0);
  expect(form.read().findings).toMatchObject([{ rule: 'row-missing', severity: 'warning', row: A, sheet: 'Phụ lục I' }]);
  expect(form.read().report?.indicators[row(A)]).toBeUndefined();
});

test('one Mã twice is one error, also where one of the rows is blank', () => {
  const form = aForm().filled().at(INDICATOR_SHEET.title, 60, 1, A);
  expect(form.found()).toEqual(['error row-twice A60']);
});

test('an unknown Mã, or none, with something beside it is an error; with nothing beside it it is passed over', () => {
  const state = aForm().column(A, 'state');
  expect(aForm().filled().at(INDICATOR_SHEET.title, 60, 1, 'PL1.X.1').found()).toEqual([]);
  expect(aForm().filled().at(INDICATOR_SHEET.title, 60, 1, 'PL1.X.1').at(INDICATOR_SHEET.title, 60, state, 'Có số liệu').found()).toEqual([
    'error row-unknown A60',
  ]);
  expect(aForm().filled().at(INDICATOR_SHEET.title, 60, state, 'Có số liệu').found()).toEqual(['error row-unknown H60']);
});

test('a signature typed into a reporting column below the table is named: without a row nobody knows whose word it is', () => {
  const column = aForm().column(A, 'state');
  const signed = aForm().filled().at(INDICATOR_SHEET.title, 60, column, 'THỦ TRƯỞNG ĐƠN VỊ');
  expect(signed.found()).toEqual(['error row-unknown H60']);
});

test('a sheet full of strangers is told of in bounded words', () => {
  const form = aForm().filled();
  for (let k = 0; k < 500; k++) form.at(INDICATOR_SHEET.title, 100 + k, form.column(A, 'numerator'), k);
  expect(form.found()).toHaveLength(51);
});

test('a header pasted in again is passed over', () => {
  const form = aForm().filled();
  INDICATOR_SHEET.columns.forEach(({ header }, k) => {
    form.at(INDICATOR_SHEET.title, 60, k + 1, header);
  });
  expect(form.found()).toEqual([]);
});

test('figures in a row that the agency does not owe are a warning and do not count, whatever they are', () => {
  for (const form of [aForm().filled().figures(NOT_OWED, 5, 10), aForm().filled().put(NOT_OWED, 'numerator', 'khoảng 95')]) {
    expect(form.found()).toHaveLength(1);
    expect(form.found()[0]).toMatch(/^warning row-not-owed/);
    expect(form.read().report?.indicators[row(NOT_OWED)]).toBeUndefined();
  }
});

test('hidden rows are read and only hinted at', () => {
  const form = aForm().filled();
  form.hidden.add(form.rows.get(row(A)) ?? 0);
  expect(form.found()).toEqual([]);
  expect(form.read().findings).toMatchObject([{ rule: 'hidden-rows-read', severity: 'hint', facts: { count: 1 } }]);
});

test('a merged input counts for its first row only', () => {
  const form = aForm().filled();
  const [top, column] = [form.rows.get(row('PL1.I.2.6')) ?? 0, form.column(A, 'numerator')];
  form.merges.push({ top, bottom: top + 1, left: column, right: column });
  expect(form.found()).toEqual([
    `warning merged-input ${form.cellOf('PL1.I.2.6', 'numerator')}`,
    `error both-counts ${form.cellOf('PL1.I.2.7', 'numerator')}`,
  ]);
});

test('a changed text of the plan is a warning; the same text in other Unicode or tone is not a change', () => {
  const name = 'Tỷ lệ người dân, doanh nghiệp đánh giá hài lòng khi sử dụng dịch vụ công trực tuyến.';
  expect(aForm().filled().put(A, 'name', 'Tỷ lệ hài lòng').found()).toEqual([`warning plan-text-changed ${aForm().cellOf(A, 'name')}`]);
  expect(
    aForm()
      .filled()
      .put(A, 'name', `3. ${plan.indicators.find(({ id }) => id === A)?.name}`)
      .found(),
  ).toEqual([]);
  expect(
    aForm()
      .filled()
      .put(A, 'name', `${name.normalize('NFD').replace('giá', 'giá\n')}`)
      .found(),
  ).toEqual([]);
  expect(aForm().filled().put(A, 'target', 0.95, { format: 'percent' }).found()).toEqual([]);
});

test('a locked cell typed over is a warning; its formula is not', () => {
  expect(aForm().filled().put(A, 'rate', 0.95).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(A, 'rate')}`]);
  expect(aForm().filled().put(A, 'rate', 0.95, { formula: true }).found()).toEqual([]);
  expect(aForm().filled().put(T, 'check', 'ok').found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(T, 'check')}`]);
  expect(aForm().filled().put(A, 'value', 5).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(A, 'value')}`]);
});

test('cells far from the table do not matter', () => {
  expect(aForm().filled().at(INDICATOR_SHEET.title, 1048576, 16384, 'x').found()).toEqual([]);
});

test('a blank form is one warning, not one for each row', () => {
  expect(aForm().found()).toEqual(['warning nothing-filled']);
});

test('the identity decides whose form it is, and a wrong one is an error of its own', () => {
  const tampered = (line: number, value: string) => aForm().filled().at('Định danh', line, 2, value).found();
  expect(tampered(1, 'KHAC')).toEqual(['error identity-other-plan']);
  expect(tampered(2, 'abcd')).toEqual(['error identity-other-period']);
  expect(tampered(2, '2031')).toEqual(['error identity-other-period']);
  expect(tampered(3, '__proto__')).toEqual(['error identity-unknown-agency']);
  expect(tampered(3, 'BCHQS')).toEqual(['error identity-inactive-agency']);
  expect(tampered(4, '999')).toEqual(['error identity-layout-version']);
  expect(
    aForm()
      .filled()
      .found({ expected: '2027' as never }),
  ).toEqual(['error identity-other-period']);
  const bare = aForm().filled();
  bare.cells.delete('Định danh');
  expect(bare.found()).toEqual(['error identity-missing']);
});

test('a task with progress or a document but no status is asked about; a note alone is no report', () => {
  const asked = aForm().filled().put(T2, 'status', null);
  expect(asked.found()).toEqual([`error status-needed ${asked.cellOf(T2, 'status')}`]);
  const noted = aForm().filled().put(T2, 'status', null).put(T2, 'percent', null).put(T2, 'note', 'Đang làm');
  expect(noted.found()).toEqual([`warning row-left-blank ${noted.cellOf(T2, 'status')}`]);
});
