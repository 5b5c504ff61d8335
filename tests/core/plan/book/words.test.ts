import { joinList, joinPairs, splitList, splitPairs } from '../../../../core/plan/book/cell-lists.ts';
import { dayInWords } from '../../../../core/plan/book/day-in-words.ts';
import { AGENCY_COLUMNS, GENERAL, LISTS, ROW_COLUMNS } from '../../../../core/plan/book/parts.ts';
import { typedNumber } from '../../../../core/plan/book/typed-number.ts';
import { fc } from '../../../support/properties.ts';

const SHEETS = [...Object.values(ROW_COLUMNS), AGENCY_COLUMNS, GENERAL, ...LISTS.map(({ columns }) => columns)];

test('every column of the plan workbook has a Vietnamese name, a note and an example', () => {
  const bare = SHEETS.flat().filter(({ header, note, example }) => note === '' || example === '' || /^[a-z]+(?:[A-Z.]|$)/.test(header));
  expect(bare.map(({ leaves: [{ path }] }) => path.join('.'))).toEqual([]);
});

test('no two columns of a sheet are called the same', () => {
  for (const columns of SHEETS) expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
});

test('every word of a drop-down list can stand in one', () => {
  const lists = SHEETS.flat().flatMap(({ words }) => (words ? [Object.values(words)] : []));
  expect(lists.flat().filter((word) => word.includes(','))).toEqual([]);
  expect(lists.every((words) => words.join(',').length <= 255)).toBe(true);
});

test('lists and pairs of any texts come back from their cell', () => {
  fc.assert(fc.property(fc.array(fc.string()), (items) => expect(splitList(joinList(items))).toEqual(items)));
  const key = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
  const value = fc.string().map((one) => one.trim());
  fc.assert(fc.property(fc.array(fc.tuple(key, value)), (pairs) => expect(splitPairs(joinPairs(pairs))).toEqual(pairs)));
});

test.each([
  ['65,5', 65.5],
  ['1.200', 1200],
  ['≥ 90 %', 90],
  ['-0,25', -0.25],
  ['12 tỷ', null],
  ['', null],
])('“%s” typed as a number', (text, number) => {
  expect(typedNumber(text)).toBe(number);
});

test.each([
  ['Quý II/2026', '2026-06-30'],
  ['Trong quý 3 năm 2027', '2027-09-30'],
  ['12/2026', '2026-12-31'],
  ['Tháng 2/2028', '2028-02-29'],
  ['trước ngày 15/3/2027', '2027-03-15'],
  ['hoàn thành năm 2027', '2027-12-31'],
  ['Thường xuyên', null],
])('“%s” ends on a day', (text, day) => {
  expect(dayInWords(text)).toBe(day);
});
