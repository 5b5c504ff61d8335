import { shortfalls } from '../../../core/consolidating/shortfall.ts';
import type { IndicatorCell } from '../../../core/matrix.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
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
  SILENT,
} from '../../support/an-indicator.ts';

const shortIn = (indicator: Indicator, cells: Record<string, IndicatorCell>) =>
  shortfalls(indicator, Object.entries(cells) as [AgencyId, IndicatorCell][]).map(({ agency, units }) => [agency, units]);

test.each<[number, number, number, number]>([
  [95, 95, 100, 0],
  [95, 94, 100, 1],
  [95, 100, 100, 0],
  [95, 18, 20, 1],
  [95, 19, 20, 0],
  [95, 9, 10, 1],
  [95, 0, 1, 1],
  [95, 8, 10, 2],
  [99.5, 199, 200, 0],
  [99.5, 198, 200, 1],
  [99.5, 200, 201, 0],
  [99.5, 199, 201, 1],
  [50, 0, 3, 2],
])('towards %d %% an agency with %d of %d is %d short, in whole units rounded up', (target, numerator, denominator, units) => {
  const wanted = units === 0 ? [] : [['STC', units]];
  expect(shortIn(aRate(target), { STC: counted(numerator, denominator) })).toEqual(wanted);
  expect(shortIn(anEachAgency(target), { STC: counted(numerator, denominator) })).toEqual(wanted);
});

test('the heaviest comes first, alike ones in the order of the list', () => {
  const cells = { STC: counted(9, 10), SNV: counted(2, 10), VPUB: counted(10, 10), CAT: counted(9, 10), SYT: counted(5, 10) };
  expect(shortIn(aRate(100), cells)).toEqual([
    ['SNV', 8],
    ['SYT', 5],
    ['STC', 1],
    ['CAT', 1],
  ]);
});

test('of a share, those pull it down that say no; not those that say yes or nothing', () => {
  const cells = { STC: answered(true), SNV: answered(false), VPUB: SILENT, CAT: NOTHING_AROSE, SYT: NO_FIGURE, SXD: answered(false) };
  expect(shortIn(aShare(100), cells)).toEqual([
    ['SNV', 1],
    ['SXD', 1],
  ]);
});

test.each<[string, IndicatorCell]>([
  ['nothing arose', NOTHING_AROSE],
  ['there is no figure', NO_FIGURE],
  ['the agency is silent', SILENT],
])('where %s, figures left beside it pull nothing down', (_, cell) => {
  expect(shortIn(aRate(95), { STC: { ...cell, numerator: 1, denominator: 100 } })).toEqual([]);
  expect(shortIn(aShare(100), { STC: { ...cell, value: false } })).toEqual([]);
});

test('a figure that is stated for the province has no agency that pulls it down', () => {
  expect(shortIn(aStatedRate(95), { VPUB: { ...counted(1, 100), value: false } })).toEqual([]);
  expect(shortIn(aLevel(3), { VPUB: { ...counted(1, 100), value: 1 } })).toEqual([]);
  expect(shortIn(aLevel(3), { VPUB: answered(false) })).toEqual([]);
});
