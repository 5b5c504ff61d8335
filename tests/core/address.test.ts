import { areaOfAddress } from '../../core/address.ts';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

test('an address names a cell, an area, whole rows or whole columns', () => {
  expect(['J12', '$B$3:C4', 'C4:B3', 'xfd1048576', '3:5', 'B:C'].map(areaOfAddress)).toEqual([
    area(12, 10, 12, 10),
    area(3, 2, 4, 3),
    area(3, 2, 4, 3),
    area(1_048_576, 16_384, 1_048_576, 16_384),
    area(3, 1, 5, 16_384),
    area(1, 2, 1_048_576, 3),
  ]);
});

test('what names no place of the grid is none', () => {
  expect(['', 'A', '7', 'A0', 'XFE1', 'A1048577', 'A1:', 'A1:B', 'A1:B2:C3', '#REF!', 'Sheet1!A1'].map(areaOfAddress)).toEqual(
    Array.from({ length: 11 }, () => null),
  );
});
