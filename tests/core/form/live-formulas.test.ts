import { readFileSync } from 'node:fs';
import { NUMBER } from '../../../core/figures/number.ts';
import { STATEMENT } from '../../../core/figures/statement.ts';
import { EARLIER_FORMULAS, earlierFormulas } from '../../../core/form/earlier-formulas.ts';
import { formulaOf } from '../../../core/form/live-formula.ts';
import { ownRowCell } from '../../../core/form/own-row.ts';
import type { RowShape } from '../../../core/form/row-shape.ts';
import type { GridRow } from '../../../core/grid.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { isFormFormula } from '../../../core/reading/form-formula.ts';
import type { PlanTable } from '../../../core/reading/plan-table.ts';
import { formulasOf } from '../../../core/reading/read-inputs.ts';
import type { DerivedColumn } from '../../../core/tables/column.ts';
import { INDICATOR_COLUMNS } from '../../../core/tables/indicators/columns.ts';
import { sheetsOf } from '../../../core/tables/sheets-of.ts';
import { TASK_COLUMNS } from '../../../core/tables/tasks/columns.ts';
import { plan } from '../../support/a-form.ts';
import { SHAPES } from '../../templates/form/check-cases.ts';

/** Every formula that was ever handed out, by the column and the shape of its row; the one of this release last. */
const HANDED_OUT = JSON.parse(readFileSync('tests/core/form/live-formulas.json', 'utf8')) as Record<string, readonly string[]>;

const numbers = [0, 1, 2, 3, 4].map((decimals) => NUMBER.of({ unit: 'tỷ đồng', decimals }).shape);
const shapes: readonly RowShape[] = [...Object.values(SHAPES), STATEMENT.of({}).shape, ...numbers];
const derived = (shape: RowShape): readonly DerivedColumn[] =>
  (shape.table === 'indicators' ? INDICATOR_COLUMNS : TASK_COLUMNS).filter((column) => column.role === 'derived');
const now = shapes.flatMap((shape) =>
  derived(shape).flatMap((column) => {
    const formula = formulaOf(column, shape);
    return formula ? [{ shape, column, text: formula.text((field) => `{${field}}`) }] : [];
  }),
);
const nameOf = ({ shape, column }: Pick<(typeof now)[number], 'shape' | 'column'>): string => `${column.formula} ${shape.name}`;

test('what the form has now is what stands last in live-formulas.json: write a reworded one below its former text, and that into EARLIER_FORMULAS', () => {
  const last = Object.entries(HANDED_OUT).map(([name, texts]) => [name, texts.at(-1)]);
  expect(Object.fromEntries(now.map((one) => [nameOf(one), one.text]))).toEqual(Object.fromEntries(last));
});

test('every former formula counts as the form’s own, in rows of its shape', () => {
  for (const one of now) {
    const former = HANDED_OUT[nameOf(one)]?.slice(0, -1);
    const known = earlierFormulas(one.column, one.shape).map(({ text }) => text((field) => `{${field}}`));
    expect([nameOf(one), known.toSorted()]).toEqual([nameOf(one), former?.toSorted()]);
  }
  const written = new Set(now.map(nameOf));
  expect(EARLIER_FORMULAS.map(({ formula, shape }) => `${formula} ${shape}`).filter((name) => !written.has(name))).toEqual([]);
});

test('every way in which a row of the plan is filled stands there, and one name has one formula', () => {
  const named = new Set(shapes.map(({ name }) => name));
  expect(plan.indicators.map((row) => measureOf(row).figure.shape.name).filter((name) => !named.has(name))).toEqual([]);
  expect(named.size).toBe(shapes.length);
  const otherUnit = NUMBER.of({ unit: 'người', decimals: 2 }).shape;
  expect([otherUnit.name, derived(otherUnit).map((column) => formulaOf(column, otherUnit)?.text(String))]).toEqual([
    'number-2',
    derived(otherUnit).map((column) => formulaOf(column, numbers[2] as RowShape)?.text(String)),
  ]);
});

test('a formula of an earlier form is recognised where its shape is, in any row and place, and nowhere else', () => {
  const layout = sheetsOf(plan)[0]!;
  const columns = Object.fromEntries(layout.columns.map(({ field }, k) => [field, k + 2]));
  const table = { layout, columns } as unknown as PlanTable; // nothing else of it is asked for
  const line: GridRow = { number: 17, hidden: false, cells: [] };
  const [column] = derived(SHAPES.counts).filter(({ formula }) => formula === 'check') as [DerivedColumn];
  const earlier = [{ formula: 'check', shape: 'counts', until: '0.1.0', text: 'IF({numerator}>{denominator},"✕ Sai","✓")' }] as const;
  const own = (shape: RowShape) => [...formulasOf(column, [shape]), ...earlierFormulas(column, shape, earlier)];
  const [part, whole] = [columns.numerator as number, columns.denominator as number];
  const written = `IF(${ownRowCell(part)}>${ownRowCell(whole)},"✕ Sai","✓")`;
  const said = (text: string, shape: RowShape) => isFormFormula(text, own(shape), table, line);
  expect([said(written, SHAPES.counts), said(written.replaceAll(',', '; '), SHAPES.counts)]).toEqual([true, true]);
  expect([said(written, SHAPES.level), said(written.replace('Sai', 'Đúng'), SHAPES.counts)]).toEqual([false, false]);
});
