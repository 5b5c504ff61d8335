import { isProvisional, verdictOf } from '../../../core/consolidating/verdict.ts';
import type { IndicatorCell, Verdict } from '../../../core/matrix.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import {
  aLevel,
  answered,
  aRate,
  aStatedRate,
  counted,
  NO_FIGURE,
  NOTHING_AROSE,
  outcomeWith,
  SILENT,
} from '../../support/an-indicator.ts';

const verdictIn = (year: string, indicator: Indicator, cells: IndicatorCell[]) =>
  verdictOf(indicator, year as Period, outcomeWith(indicator, cells));

test.each<[string, string, Indicator, IndicatorCell[], Verdict]>([
  ['at its target', '2026', aRate(50), [counted(1, 2)], 'met'],
  ['at its target in the due year', '2027', aRate(50), [counted(1, 2)], 'met'],
  ['under its target before the due year', '2026', aRate(50), [counted(49, 100)], 'below'],
  ['under its target in the due year', '2027', aRate(50), [counted(49, 100)], 'missed'],
  ['of which nobody reported', '2027', aRate(50), [SILENT, SILENT], 'not-reported'],
  ['of which one has no figure and none reported', '2027', aRate(50), [NO_FIGURE, NOTHING_AROSE], 'not-reported'],
  ['in which nothing arose anywhere', '2027', aRate(50), [NOTHING_AROSE, NOTHING_AROSE], 'nothing-arose'],
  ['in which nothing arose but one is silent', '2027', aRate(50), [NOTHING_AROSE, SILENT], 'not-reported'],
  ['stated as nothing arose', '2027', aStatedRate(50), [counted(1, 2), SILENT, NOTHING_AROSE], 'nothing-arose'],
  [
    'whose stating agency is silent though nothing arose elsewhere',
    '2027',
    aStatedRate(50),
    [NOTHING_AROSE, NOTHING_AROSE, SILENT],
    'not-reported',
  ],
  ['whose stating agency is not asked', '2027', aStatedRate(50), [NOTHING_AROSE, NOTHING_AROSE], 'not-reported'],
  ['stated under its level in the due year', '2027', aLevel(3), [SILENT, SILENT, answered(2)], 'missed'],
])('a row %s is judged so in %s', (_, year, indicator, cells, wanted) => {
  expect(verdictIn(year, indicator, cells)).toBe(wanted);
});

test('a row that nobody owes is not due', () => {
  expect(verdictIn('2026', aRate(50), [])).toBe('not-due');
});

test.each<[string, Indicator, IndicatorCell[], boolean]>([
  ['all have reported', aRate(50), [counted(1, 2), counted(1, 2)], false],
  ['all have reported or say that nothing arose', aRate(50), [counted(1, 2), NOTHING_AROSE, NOTHING_AROSE], false],
  ['one is silent', aRate(50), [counted(1, 2), NOTHING_AROSE, SILENT], true],
  ['one has no figure', aRate(50), [counted(1, 2), NO_FIGURE], true],
  ['nothing arose but with one', aRate(50), [NOTHING_AROSE, NOTHING_AROSE, SILENT], true],
  ['the stating agency has reported, the others not', aStatedRate(50), [SILENT, SILENT, counted(1, 2)], false],
  ['the stating agency says that nothing arose, the others nothing', aStatedRate(50), [SILENT, SILENT, NOTHING_AROSE], false],
  ['the stating agency has no figure', aStatedRate(50), [counted(1, 2), counted(1, 2), NO_FIGURE], true],
  ['the stating agency is silent', aLevel(3), [answered(3), answered(3), SILENT], true],
  ['the stating agency is not asked and one is silent', aLevel(3), [answered(3), SILENT], true],
])('whether a row’s figure is provisional when %s', (_, indicator, cells, wanted) => {
  expect(isProvisional(indicator, outcomeWith(indicator, cells))).toBe(wanted);
});

test('a row that nobody owes is not provisional', () => {
  expect(isProvisional(aRate(50), outcomeWith(aRate(50), []))).toBe(false);
});
