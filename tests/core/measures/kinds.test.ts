import type { Figure } from '../../../core/figures/figure.ts';
import type { BoundMeasure, JudgedResult, MeasureOfRow } from '../../../core/measures/measure.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { MEASURES } from '../../../core/measures/measures.ts';
import { Measure, RowResult } from '../../../core/measures/schemas.ts';
import { aLevel, anEachAgency, aRate } from '../../support/an-indicator.ts';

/** The members of a type that may be left out. */
type LeftOut<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
/** `true` where there are none; another type does not compile. */
type AllAskedFor<T> = [LeftOut<T>] extends [never] ? true : never;

const asked: {
  measure: AllAskedFor<MeasureOfRow>;
  formulas: AllAskedFor<MeasureOfRow['formulas']>;
  bound: AllAskedFor<BoundMeasure>;
  judged: AllAskedFor<JudgedResult>;
  figure: AllAskedFor<Figure>;
} = { measure: true, formulas: true, bound: true, judged: true, figure: true };

test('a kind that leaves anything out does not compile', () => {
  expect(Object.values(asked).every(Boolean)).toBe(true);
});

test('each kind has a name of its own, and figures of one name are one figure', () => {
  const names = MEASURES.map(({ schema }) => schema.shape.kind.value);
  expect(new Set(names).size).toBe(names.length);
  const figures = new Set(MEASURES.map(({ figure }) => figure));
  expect(new Set([...figures].map(({ name }) => name)).size).toBe(figures.size);
});

test.each([
  ['25%', 'Mỗi cơ quan từ 25%'],
  ['Từng cơ quan đạt ít nhất 90%', 'Mỗi cơ quan: Từng cơ quan đạt ít nhất 90%'],
  ['≥ 80%', 'Mỗi cơ quan: ≥ 80%'],
])('the goal “%s” of each agency is one sentence, not two bounds in a row', (target, said) =>
  expect(measureOf(anEachAgency(25)).goal(target)).toBe(said),
);

test('the measure of a row is made once', () => {
  const row = aRate(95);
  expect(measureOf(row)).toBe(measureOf(row));
  expect(measureOf(row)).not.toBe(measureOf(aRate(95)));
});

test('no result is of two kinds that add up differently', () => {
  const results = [
    { numerator: 1, denominator: 2 },
    { meeting: 1, obliged: 2, numerator: 1, denominator: 2 },
    { yes: 1, obliged: 2 },
    { level: 3 },
  ];
  const schemas = [...new Set(MEASURES.map(({ result }) => result))];
  for (const result of results) expect(schemas.filter((schema) => schema.safeParse(result).success)).toHaveLength(1);
});

test('the schemas take what the kinds take, and nothing else', () => {
  expect([aRate(95), aLevel(3)].map(({ measure }) => Measure.safeParse(measure).success)).toEqual([true, true]);
  expect([{ kind: 'mean' }, { ...aRate(95).measure, unit: 'km' }].map((one) => Measure.safeParse(one).success)).toEqual([false, false]);
  expect([{ level: 3 }, {}, { level: 3, yes: 1 }].map((one) => RowResult.safeParse(one).success)).toEqual([true, false, false]);
});
