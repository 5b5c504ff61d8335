import { toNumber } from '../../../core/fraction.ts';
import type { IndicatorCell } from '../../../core/matrix.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { RowResult } from '../../../core/measures/schemas.ts';
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

const YES = answered(true);
const NO = answered(false);

/** The cells are those of STC, SNV, VPUB (which states what is stated), CAT. */
test.each<[string, Indicator, IndicatorCell[], RowResult, boolean, number]>([
  [
    'a rate sums the counts of all that reported',
    aRate(50),
    [counted(1, 2), counted(30, 80), NO_FIGURE, NOTHING_AROSE],
    { numerator: 31, denominator: 82 },
    false,
    12.195121951219512,
  ],
  ['a rate of exactly its target is met', aRate(95), [counted(95, 100)], { numerator: 95, denominator: 100 }, true, 0],
  ['a rate a hair below its target is not', aRate(95), [counted(9_499, 10_000)], { numerator: 9_499, denominator: 10_000 }, false, 0.01],
  ['above the target the gap is negative', aRate(95), [counted(98, 100)], { numerator: 98, denominator: 100 }, true, -3],
  ['nought of something is a result', aRate(95), [counted(0, 10)], { numerator: 0, denominator: 10 }, false, 95],
  [
    'a stated rate is that of the stating agency alone',
    aStatedRate(100),
    [counted(1, 2), SILENT, counted(9, 10)],
    { numerator: 9, denominator: 10 },
    false,
    10,
  ],
  [
    'a stated rate of its target is met',
    aStatedRate(90),
    [counted(1, 2), SILENT, counted(9, 10)],
    { numerator: 9, denominator: 10 },
    true,
    0,
  ],
  [
    'a share counts the silent and those without a figure as asked',
    aShare(100),
    [YES, SILENT, NO_FIGURE, NO],
    { yes: 1, obliged: 4 },
    false,
    75,
  ],
  ['a share leaves out those where nothing arose', aShare(100), [YES, NOTHING_AROSE, NOTHING_AROSE, NO], { yes: 1, obliged: 2 }, false, 50],
  ['a share is met when all that are asked say yes', aShare(100), [YES, NOTHING_AROSE, YES], { yes: 2, obliged: 2 }, true, 0],
  ['a share of exactly its target is met', aShare(50), [YES, NO], { yes: 1, obliged: 2 }, true, 0],
  [
    'each agency has to reach its own rate',
    anEachAgency(25),
    [counted(1, 4), counted(90, 400), SILENT, NOTHING_AROSE],
    { meeting: 1, obliged: 3, numerator: 91, denominator: 404 },
    false,
    66.66666666666667,
  ],
  [
    'each agency is met once all that are asked reach theirs',
    anEachAgency(25),
    [counted(1, 4), NOTHING_AROSE, counted(2, 2)],
    { meeting: 2, obliged: 2, numerator: 3, denominator: 6 },
    true,
    0,
  ],
  [
    'each agency is not met by a pooled rate above the target',
    anEachAgency(25),
    [counted(24, 100), counted(99, 100)],
    { meeting: 1, obliged: 2, numerator: 123, denominator: 200 },
    false,
    50,
  ],
  ['a level of its minimum is met', aLevel(3), [SILENT, SILENT, answered(3)], { level: 3 }, true, 0],
  ['a level below its minimum is not, and the gap is in levels', aLevel(3), [SILENT, SILENT, answered(1)], { level: 1 }, false, 2],
  ['a level above its minimum has a negative gap', aLevel(3), [answered(1), SILENT, answered(5)], { level: 5 }, true, -2],
])('%s', (_, indicator, cells, wanted, met, gap) => {
  const { result, judged } = outcomeWith(indicator, cells);
  expect([result, judged?.isMet, judged?.gap && toNumber(judged.gap)]).toEqual([wanted, met, gap]);
});

test.each<[string, Indicator, IndicatorCell[]]>([
  ['a rate', aRate(95), [SILENT, NO_FIGURE, NOTHING_AROSE]],
  ['a stated rate whose agency is silent', aStatedRate(95), [counted(1, 1), counted(1, 1), SILENT]],
  ['a stated rate whose agency has no figure', aStatedRate(95), [counted(1, 1), counted(1, 1), NO_FIGURE]],
  ['a stated rate whose agency is not among those asked', aStatedRate(95), [counted(1, 1)]],
  ['a share', aShare(100), [SILENT, NO_FIGURE, SILENT]],
  ['each agency’s rate', anEachAgency(25), [SILENT, NO_FIGURE, SILENT]],
  ['a level whose agency is silent', aLevel(3), [answered(4), answered(4), SILENT]],
  ['a level whose agency says that nothing arose', aLevel(3), [answered(4), answered(4), { ...NOTHING_AROSE, value: 4 }]],
  ['a level that is no number', aLevel(3), [SILENT, SILENT, answered(true)]],
  ['a level whose agency is not among those asked', aLevel(3), [answered(4)]],
])('%s has no result where nobody whose word counts has reported', (_, indicator, cells) => {
  expect(outcomeWith(indicator, cells)).toMatchObject({ result: null, judged: null });
});

test.each([
  ['a rate', aRate(95)],
  ['a stated rate', aStatedRate(95)],
  ['a share', aShare(100)],
  ['each agency’s rate', anEachAgency(25)],
  ['a level', aLevel(3)],
])('%s that nobody owes has no result', (_, indicator) => {
  expect(outcomeWith(indicator, [])).toMatchObject({ result: null, judged: null });
});

test('counts of many agencies are summed exactly', () => {
  const most = counted(1_000_000_000_000 - 1, 1_000_000_000_000);
  expect(outcomeWith(aRate(95), [most, most, most, counted(1, 3)]).result).toEqual({
    numerator: 2_999_999_999_998,
    denominator: 3_000_000_000_003,
  });
});

test.each<[string, Indicator, RowResult, number, number]>([
  ['a rate', aRate(99.5), { numerator: 3, denominator: 4 }, 75, 99.5],
  ['a stated rate', aStatedRate(99.5), { numerator: 3, denominator: 4 }, 75, 99.5],
  ['a share', aShare(90), { yes: 2, obliged: 5 }, 40, 90],
  ['each agency’s rate', anEachAgency(25), { meeting: 1, obliged: 10, numerator: 3, denominator: 4 }, 10, 100],
  ['a level', aLevel(3), { level: 2 }, 2, 3],
])('%s has its value and its target on one scale', (_, indicator, result, value, target) => {
  const measure = measureOf(indicator);
  const judged = measure.resultOf(result);
  expect([judged?.value && toNumber(judged.value), toNumber(measure.target)]).toEqual([value, target]);
});

test('a row reads no result of another kind, and none where there is none', () => {
  const { resultOf } = measureOf(aRate(95));
  expect([null, { level: 3 }, { yes: 1, obliged: 2 }, { numerator: 1, denominator: 2, meeting: 1 }].map(resultOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
