import type { RowPlace } from '../../../core/layout.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { sharedPlaces } from '../../../core/reading/shared-places.ts';

const COLUMNS = { id: 1, state: 8 };
const placesOf = (rows: Record<string, number>, sheet = 'Biểu 1', columns = COLUMNS): ReadonlyMap<RowId, RowPlace> =>
  new Map(Object.entries(rows).map(([id, row]) => [id as RowId, { sheet, row, columns }]));

test('forms alike keep the places of their rows once', () => {
  const first = sharedPlaces(placesOf({ 'PL1.1': 12, 'PL1.2': 13 }));
  expect(sharedPlaces(placesOf({ 'PL1.1': 12, 'PL1.2': 13 }))).toBe(first);
});

test.each([
  ['another row', placesOf({ 'PL1.1': 12, 'PL1.2': 14 })],
  ['a row more', placesOf({ 'PL1.1': 12, 'PL1.2': 13, 'PL1.3': 14 })],
  ['a row less', placesOf({ 'PL1.1': 12 })],
  ['another row of the plan', placesOf({ 'PL1.1': 12, 'PL1.3': 13 })],
  ['another sheet', placesOf({ 'PL1.1': 12, 'PL1.2': 13 }, 'Sheet1')],
  ['other columns', placesOf({ 'PL1.1': 12, 'PL1.2': 13 }, 'Biểu 1', { id: 2, state: 9 })],
])('with %s they keep their own', (_, other) => {
  sharedPlaces(placesOf({ 'PL1.1': 12, 'PL1.2': 13 }));
  expect(sharedPlaces(other)).toBe(other);
});
