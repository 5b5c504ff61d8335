import type { IndicatorCell } from '../../../core/matrix.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import {
  aLevel,
  anEachAgency,
  answered,
  aRate,
  aShare,
  aStatedRate,
  counted,
  NO_FIGURE,
  NOTHING_AROSE,
  outcomeWith,
  SILENT,
} from '../../support/an-indicator.ts';

test('the obliged agencies are those that reported, those where nothing arose, those without a figure and the silent', () => {
  const cells = [counted(1, 2), counted(0, 1), NOTHING_AROSE, SILENT];
  expect(outcomeWith(aRate(95), cells).coverage).toEqual({ obliged: 4, reported: 2, nothingArose: 1, noFigure: 0, missing: 1 });
  expect(outcomeWith(aRate(95), [NO_FIGURE]).coverage).toEqual({ obliged: 1, reported: 0, nothingArose: 0, noFigure: 1, missing: 0 });
});

test('figures beside “nothing arose” do not count', () => {
  const beside = { ...NOTHING_AROSE, numerator: 9, denominator: 9, value: true };
  expect(outcomeWith(aRate(50), [beside, counted(1, 2)]).result).toEqual({ numerator: 1, denominator: 2 });
  expect(outcomeWith(anEachAgency(50), [beside, counted(1, 2)]).result).toEqual({ meeting: 1, obliged: 1, numerator: 1, denominator: 2 });
  expect(outcomeWith(aShare(50), [beside, answered(true)]).result).toEqual({ yes: 1, obliged: 1 });
});

test.each([
  ['a stated rate', aStatedRate(95), counted(1, 4)],
  ['a level', aLevel(3), answered(2)],
])('%s is the cell of the agency that states it, whatever the others say', (_, indicator, cell) => {
  expect(outcomeWith(indicator, [counted(1, 1), answered(5), cell, NO_FIGURE]).stated).toEqual(cell);
  expect(outcomeWith(indicator, [counted(1, 1), answered(5)]).stated).toBeNull();
});

test.each<[number, number, number, boolean]>([
  [25, 1, 4, true],
  [25, 249, 1000, false],
  [25, 251, 1000, true],
  [25, 0, 0, false],
  [99.5, 199, 200, true],
  [99.5, 198, 199, false],
])('a target of %d %% against %d of %d: reached is %p', (target, numerator, denominator, wanted) => {
  expect(measureOf(anEachAgency(target)).reaches({ numerator, denominator }, null)).toBe(wanted);
});

test.each<[string, Indicator, IndicatorCell, boolean | null]>([
  ['counts from before the row asked for a level', aLevel(1), counted(5, 5), null],
  ['a level of its minimum', aLevel(3), answered(3), true],
  ['a level under its minimum', aLevel(3), answered(2), false],
  ['a yes', aShare(100), answered(true), true],
  ['a no', aShare(1), answered(false), false],
])('%s: whether it reaches what the row asks', (_, indicator, cell, wanted) => {
  expect(measureOf(indicator).reaches(cell, null)).toBe(wanted);
});
