import { type OfficialTable, officialTable } from '../../../core/report-text/official-table.ts';
import { fitColumns } from '../../../templates/official/fit-columns.ts';
import { linesInRoom, longestWord } from '../../../templates/style/row-height.ts';
import { fc } from '../../support/properties.ts';

const SETTING = { size: 10, room: 700, padding: 6 };

/** A table of these texts, a column each, in the regular weight. */
const tableOf = (rows: readonly (readonly string[])[]): OfficialTable =>
  officialTable<readonly string[]>(
    { heading: '', titles: [], attached: '' },
    (rows[0] ?? []).map((_, k) => ({ key: `${k}`, header: 'TT', align: 'left', weight: 'regular', says: (row) => [row[k] ?? ''] })),
    rows.map((item) => ({ row: 'PL1.I.1.1', item })),
  );

const heightOf = (rows: readonly (readonly string[])[], widths: readonly number[]): number =>
  rows.reduce(
    (sum, row) => sum + Math.max(...row.map((text, k) => linesInRoom({ text, size: SETTING.size }, (widths[k] ?? 0) - SETTING.padding))),
    0,
  );

const words = fc.array(fc.constantFrom('sở', 'ban', 'ngành', 'xã', 'phường', 'triển', 'khai', 'nhiệm', 'vụ'), { maxLength: 60 });
const someRows = fc
  .array(fc.tuple(words, words, words), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row) => row.map((cell) => cell.join(' '))));

test('columns fill the room, none is narrower than its longest word, and the table is no higher than with equal ones', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const widths = fitColumns(tableOf(rows), SETTING);
      const sum = widths.reduce((wide, width) => wide + width, 0);
      const narrow = widths.filter((width, k) =>
        rows.some((row) => longestWord({ text: row[k] ?? '', size: 10 }) > width - SETTING.padding + 0.01),
      );
      const equal = widths.map(() => SETTING.room / widths.length);
      return Math.abs(sum - SETTING.room) < 0.01 && narrow.length === 0 && heightOf(rows, widths) <= heightOf(rows, equal);
    }),
    { numRuns: 40 },
  );
});

test('a column of long texts becomes wider than one of numbers', () => {
  const [number = 0, text = 0] = fitColumns(
    tableOf([['1', 'Triển khai các tiêu chuẩn, quy chuẩn, hướng dẫn kỹ thuật. '.repeat(9)]]),
    SETTING,
  );
  expect(text).toBeGreaterThan(3 * number);
});
