import { type AForm, aForm, row } from '../../support/a-form.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

// Rows 20 and 21 are two that the commune fills in; row 19 is another agency's.
const [ONE, NEXT] = ['PL1.I.2.6', 'PL1.I.2.7'];
const NO_ROW = 'PL1.I.2.5';

/** A filled form with merged cells: "I20:J21". */
function merged(...areas: readonly string[]): AForm {
  const form = aForm().filled();
  for (const area of areas) {
    const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(area) ?? [];
    const [first, last] = [left, right].map((letter) => letter.charCodeAt(0) - 64) as [number, number];
    form.merges.push({ top: Number(top), left: first, bottom: Number(bottom), right: last });
  }
  return form;
}
const named = (form: AForm) =>
  form
    .read()
    .findings.filter(({ rule }) => rule === 'merged-input')
    .map(({ row: at, sheet, cell, facts }) => [at, sheet, cell, (facts as { area: string }).area]);
const entries = (form: AForm) => [ONE, NEXT].map((id) => form.read().report?.indicators[row(id)]);
const WHOLE = { state: 'reported', numerator: 90, denominator: 100 };

test('the rows under test stand where the areas below have them', () => {
  expect([NO_ROW, ONE, NEXT].map((id) => aForm().rows.get(row(id)))).toEqual([19, 20, 21]);
  expect(['H', 'I', 'J', 'N', 'O'].map((letter) => INDICATOR_SHEET.columns[letter.charCodeAt(0) - 65]?.field)).toEqual([
    'state',
    'numerator',
    'denominator',
    'evidence',
    'check',
  ]);
});

test('an area of four cells is named once, and its first cell alone counts', () => {
  const form = merged('I20:J21');
  expect(named(form)).toEqual([[ONE, 'Phụ lục I', 'I20', 'I20:J21']]);
  expect(entries(form)).toEqual([{ state: 'reported', numerator: 90 }, { state: 'reported' }]);
});

test('an area over one row hides what stands behind its first cell', () => {
  expect(entries(merged('I20:J20'))).toEqual([{ state: 'reported', numerator: 90 }, WHOLE]);
  expect(entries(merged('G20:H20'))).toEqual([WHOLE, WHOLE]); // a row with figures counts as reported without its word
});

test('an area that begins in a row of somebody else is named without one', () => {
  const form = merged('I19:I20');
  expect(named(form)).toEqual([[null, 'Phụ lục I', 'I19', 'I19:I20']]);
  expect(entries(form)).toEqual([{ state: 'reported', denominator: 100 }, WHOLE]);
});

test.each(['G20:H20', 'N20:O20', 'H20:H21', 'I18:J20', 'I21:I22', 'A20:O20'])('%s touches what the agency fills in', (area) => {
  expect(named(merged(area))).toHaveLength(1);
});

test.each(['B20:G20', 'K20:K21', 'I20:I20', 'A1:O9', 'I10:I11', 'A33:O40', 'I22:J24', 'O20:O21'])('%s touches nothing of it', (area) => {
  const form = merged(area);
  expect([named(form), entries(form)]).toEqual([[], [WHOLE, WHOLE]]);
});

test('of many areas only those that matter are named, each at its own place', () => {
  const form = merged('B20:C20', 'I20:I21', 'J20:J21');
  expect(named(form).map(([, , cell]) => cell)).toEqual(['I20', 'J20']);
  expect(entries(form)).toEqual([WHOLE, { state: 'reported' }]);
});

test('a formula in a hidden cell is named, for it counts no more', () => {
  const form = merged('I20:I21').put(NEXT, 'numerator', 5, { formula: true });
  expect(form.found()).toContain('warning formula I21');
  expect(form.put(NEXT, 'numerator', null, { formula: true }).found()).not.toContain('warning formula I21');
});
