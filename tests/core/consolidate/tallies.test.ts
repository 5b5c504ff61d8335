import type { AgencyId } from '../../../core/agency.ts';
import { EMPTY_TALLY, reaches, type Tally, tallyCell } from '../../../core/consolidate/tally.ts';
import type { IndicatorCell } from '../../../core/matrix.ts';
import type { Indicator } from '../../../core/plan.ts';
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
  SILENT,
  tallyOf,
} from '../../support/an-indicator.ts';

const REPORTED = { ...EMPTY_TALLY, obliged: 1, reported: 1 };

test.each<[string, Indicator, IndicatorCell, Tally]>([
  ['counts that reach the target', anEachAgency(25), counted(1, 4), { ...REPORTED, numerator: 1n, denominator: 4n, meeting: 1 }],
  ['counts below the target', anEachAgency(25), counted(24, 100), { ...REPORTED, numerator: 24n, denominator: 100n }],
  ['nought of nothing reaches no target', anEachAgency(25), counted(0, 0), REPORTED],
  ['a yes', aShare(100), answered(true), { ...REPORTED, yes: 1 }],
  ['a no', aShare(100), answered(false), REPORTED],
  ['nothing arose', aRate(95), NOTHING_AROSE, { ...EMPTY_TALLY, obliged: 1, nothingArose: 1 }],
  ['no figure', aRate(95), NO_FIGURE, { ...EMPTY_TALLY, obliged: 1, noFigure: 1 }],
  ['silence', aRate(95), SILENT, { ...EMPTY_TALLY, obliged: 1 }],
  [
    'figures beside “nothing arose” do not count',
    aRate(50),
    { ...NOTHING_AROSE, numerator: 9, denominator: 9, value: true },
    { ...EMPTY_TALLY, obliged: 1, nothingArose: 1 },
  ],
])('one agency’s cell as a tally: %s', (_, indicator, cell, wanted) => {
  expect(tallyCell(indicator, 'STC' as AgencyId, cell)).toEqual(wanted);
});

test.each([
  ['a stated rate', aStatedRate(95), counted(1, 4)],
  ['a level', aLevel(3), answered(2)],
])('%s is the cell of the agency that states it, whatever the others say', (_, indicator, cell) => {
  expect(tallyOf(indicator, [counted(1, 1), answered(5), cell, NO_FIGURE]).stated).toEqual(cell);
  expect(tallyOf(indicator, [counted(1, 1), answered(5)]).stated).toBeNull();
});

test('counts of many agencies are summed exactly', () => {
  const most = counted(1_000_000_000_000 - 1, 1_000_000_000_000);
  expect(tallyOf(aRate(95), [most, most, most, counted(1, 3)])).toMatchObject({
    numerator: 2_999_999_999_998n,
    denominator: 3_000_000_000_003n,
  });
});

test.each<[number, number, number, boolean]>([
  [25, 1, 4, true],
  [25, 249, 1000, false],
  [25, 251, 1000, true],
  [99.5, 199, 200, true],
  [99.5, 198, 199, false],
])('a target of %d %% against %d of %d: reached is %p', (target, numerator, denominator, wanted) => {
  expect(reaches(anEachAgency(target), numerator, denominator)).toBe(wanted);
});

test('a level is reached by no counts', () => {
  expect(reaches(aLevel(1), 5, 5)).toBe(false);
});
