import type { Cell, Grid } from '../../../core/grid.ts';
import { findTable, isFilled } from '../../../core/reading/plan-table.ts';
import { INDICATOR_SHEET } from '../../support/plan-sheets.ts';

const HEADERS = INDICATOR_SHEET.columns.map(({ header }) => header);
const KEY = HEADERS[0]!;
const aCell = (value: Cell['value'], column = 1, more: Partial<Cell> = {}): Cell => ({
  column,
  value,
  error: null,
  format: 'plain',
  formula: false,
  ...more,
});
const aRow = (number: number, values: readonly Cell['value'][]) => ({
  number,
  hidden: false,
  cells: values.map((value, k) => aCell(value, k + 1)),
});
const aGrid = (...rows: Grid['rows'][number][]): Grid => ({ title: 'Phụ lục I', hidden: false, rows, merges: [] });
const found = (...rows: Grid['rows'][number][]) => {
  const table = findTable(aGrid(...rows), INDICATOR_SHEET);
  return table && { ...table, missing: table.missing.map(({ field }) => field), twice: table.twice.map(({ field }) => field) };
};

test('a table is where more than half of its fifteen headers stand in one row, whatever else does', () => {
  expect(found(aRow(4, HEADERS.slice(0, 8)))?.header.number).toBe(4);
  expect(found(aRow(4, HEADERS.slice(0, 7)))).toBeNull();
  expect(found(aRow(4, [...HEADERS.slice(0, 7), 'Khác', 'Khác nữa', 5, null]))).toBeNull();
  expect(found(aRow(4, ['Khác', ...HEADERS.slice(0, 8), 'Khác nữa', 5]))?.columns).toMatchObject({ id: 2 });
  expect(found(aRow(4, [...HEADERS.slice(0, 7), KEY, KEY, KEY]))).toBeNull();
});

test('the first such row is the header', () => {
  expect(found(aRow(2, HEADERS.slice(0, 5)), aRow(4, HEADERS), aRow(9, HEADERS))).toMatchObject({
    header: { number: 4 },
    missing: [],
    twice: [],
  });
});

test('each column is where its header stands; those without one are missing', () => {
  const table = found(aRow(4, [...HEADERS.slice(0, 9), 'Khác', ...HEADERS.slice(10)]));
  expect(table?.columns).toMatchObject({ id: 1, numerator: 9, rate: 11, check: 15 });
  expect(table?.missing).toEqual(['denominator']);
});

test('headers are read whatever their case, spacing and Unicode form', () => {
  const written = HEADERS.map((header, k) => (k % 2 ? header.toUpperCase() : `${header.normalize('NFD')}\n`));
  expect(found(aRow(4, written))?.missing).toEqual([]);
});

test('a header with more than 160 letters is none', () => {
  const padded = (length: number) =>
    found(
      aRow(
        4,
        HEADERS.map((header, k) => (k === 8 ? header.padEnd(length) : header)),
      ),
    )?.missing;
  expect([padded(160), padded(161)]).toEqual([[], ['numerator']]);
});

test('a header further down than a thousand rows is none', () => {
  const below = (count: number) => found(...Array.from({ length: count }, (_, k) => aRow(k + 1, ['x'])), aRow(5000, HEADERS));
  expect([below(999)?.header.number, below(1000)]).toEqual([5000, null]);
});

test('of two columns with one header the first counts, but none to the left of Mã', () => {
  const [numerator, denominator] = [HEADERS[8]!, HEADERS[9]!];
  expect(found(aRow(4, [...HEADERS, numerator]))).toMatchObject({ columns: { numerator: 9 }, twice: ['numerator'] });
  expect(found(aRow(4, [numerator, denominator, ...HEADERS]))).toMatchObject({
    columns: { id: 3, numerator: 11, denominator: 12 },
    twice: [],
  });
  expect(found(aRow(4, [KEY, ...HEADERS]))).toMatchObject({ columns: { id: 1 }, twice: ['id'] });
  expect(found(aRow(4, [numerator, ...HEADERS, numerator]))).toMatchObject({ columns: { numerator: 10 }, twice: ['numerator'] });
});

test('a cell is filled where somebody sees something in it, or would once it is calculated', () => {
  const blank = [aCell(''), aCell(' \u200b'), aCell('', 1, { formula: true }), aCell(null), undefined];
  expect(blank.map(isFilled)).toEqual([false, false, false, false, false]);
  const filled = [aCell('x'), aCell(0), aCell(false), aCell(null, 1, { error: '#REF!' }), aCell(null, 1, { formula: true })];
  expect(filled.map(isFilled)).toEqual([true, true, true, true, true]);
});
