import { COUNTS_SHAPE } from '../../../core/figures/counts-shape.ts';
import { checkFormula, rateFormula } from '../../../core/form/check-formula.ts';
import { ownRowCell } from '../../../core/form/own-row.ts';
import { OPTIONAL_TASK, SHARED_TASK } from '../../../core/form/task-shapes.ts';
import type { Field } from '../../../core/layout.ts';
import { aForm, row } from '../../support/a-form.ts';
import { processorTime } from '../../support/processor-time.ts';

const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const form = () => aForm().filled();
const own = (id: string) => (field: Field) => aForm().cellOf(id, field);
const RATE = rateFormula(own(A));
const CHECK = checkFormula(COUNTS_SHAPE, own(A));
const formula = (formulaText: string) => ({ formula: true, formulaText });

test('the form’s own formulas are no change, in the spelling of any program', () => {
  const spellings = [
    RATE,
    RATE.toLowerCase(),
    RATE.replaceAll(',', ', '),
    RATE.replaceAll(',', ';'),
    `of:=${RATE}`,
    `+${RATE}`,
    RATE.replace(/\b([A-Z])(\d+)/g, '$$$1$$$2'),
    RATE.replaceAll('IF(', 'IF( @'),
  ];
  for (const text of spellings) expect([text, form().put(A, 'rate', 0.9, formula(text)).found()]).toEqual([text, []]);
  for (const text of [CHECK, `_xlfn.${CHECK}`, CHECK.normalize('NFD')])
    expect([text, form().put(A, 'check', '✓', formula(text)).found()]).toEqual([text, []]);
  for (const shape of [SHARED_TASK, OPTIONAL_TASK])
    expect(
      form()
        .put(T, 'check', '✓', formula(checkFormula(shape, own(T))))
        .found(),
    ).toEqual([]);
});

test('a formula that names the columns and its own row is the form’s in any row, in the spelling of any program', () => {
  const byColumn = (field: Field) => ownRowCell(aForm().column(A, field));
  const rate = rateFormula(byColumn);
  const short = rate.replaceAll('$1:', ':').replaceAll('$1048576', '');
  expect(short).toContain('INDEX($I:$I,ROW())');
  for (const text of [
    rate,
    rate.replaceAll('$', ''),
    short,
    rate.replaceAll('1048576', '1048596'),
    rate.replaceAll('1048576', '1048575'),
    rate.replaceAll('INDEX', '@INDEX').replaceAll(',', '; '),
  ])
    expect([text, form().put(A, 'rate', 0.9, formula(text)).found()]).toEqual([text, []]);
  const other = rate.replaceAll('$I', '$H');
  expect(form().put(A, 'rate', 0.9, formula(other)).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(A, 'rate')}`]);
});

test('a formula that shows nothing is compared like any other', () => {
  const rate = aForm().cellOf(A, 'rate');
  expect(form().put(A, 'rate', '', formula('""')).found()).toEqual([`warning locked-cell-changed ${rate}`]);
});

test('a formula that another one took the place of is named, and counts for nothing', () => {
  const rate = aForm().cellOf(A, 'rate');
  const other = rateFormula((field) => aForm().cellOf('PL1.I.1.2', field));
  for (const text of ['0.99', `0.99+0*${own(A)('numerator')}`, RATE.replace('>0', '>=0'), other, RATE.replace('""', '" "'), ''])
    expect([text, form().put(A, 'rate', 0.99, formula(text)).found()]).toEqual([text, [`warning locked-cell-changed ${rate}`]]);
  expect(form().put(A, 'check', '✓', formula('"✓"')).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(A, 'check')}`]);
  expect(form().put(T, 'check', '✓', formula('"✓"')).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(T, 'check')}`]);
  expect(form().put(A, 'value', 5, formula('2+3')).found()).toEqual([`warning locked-cell-changed ${aForm().cellOf(A, 'value')}`]);
  expect(form().put(A, 'rate', 0.99, formula('0.99')).read().report?.indicators[row(A)]).toEqual({
    state: 'reported',
    numerator: 90,
    denominator: 100,
  });
});

test('where columns were moved the form’s formulas are those of their new places', () => {
  const moved = aForm().filled();
  const sheet = moved.cells.get('Phụ lục I')!;
  const [rate, numerator] = [moved.column(A, 'rate'), moved.column(A, 'numerator')];
  for (const cells of sheet.values()) {
    const [one, two] = [cells.get(rate), cells.get(numerator)];
    cells.delete(rate);
    cells.delete(numerator);
    if (one) cells.set(numerator, { ...one, column: numerator });
    if (two) cells.set(rate, { ...two, column: rate });
  }
  const at = (field: Field) => (field === 'numerator' ? aForm().cellOf(A, 'rate') : own(A)(field));
  sheet
    .get(moved.rows.get(row(A))!)!
    .set(numerator, { column: numerator, value: 0.9, error: null, format: 'percent', ...formula(rateFormula(at)) });
  const usual = form().put(A, 'rate', 0.9, formula(RATE));
  expect([usual.found(), moved.found(), usual.found(), moved.found()]).toEqual([[], [], [], []]);
  const cell = `warning locked-cell-changed ${own(A)('numerator')}`;
  sheet.get(moved.rows.get(row(A))!)!.set(numerator, { column: numerator, value: 0.9, error: null, format: 'percent', ...formula(RATE) });
  expect(moved.found()).toEqual([cell]);
});

test('a formula of any length is compared in bounded time', () => {
  const took = processorTime(() => {
    for (const part of ['"', '""', "'", '$', '_xlfn.', ';', '(', ' ', '=', 'of:'])
      form()
        .put(A, 'rate', 0.9, formula(part.repeat(100_000)))
        .put(A, 'check', '✓', formula(part.repeat(8000)))
        .found();
  });
  expect(took).toBeLessThan(1500);
});
