import type { Day } from '../../../core/day.ts';
import { serialOfDay } from '../../../core/day.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { aForm, context, row } from '../../support/a-form.ts';

const T = 'PL2.II.1';
const at = aForm().cellOf(T, 'issuedOn');
const day = (text: string) => serialOfDay(text as Day);
const dated = (value: number | string, more = {}) => aForm().filled().put(T, 'issuedOn', value, more);
const date = { format: 'date' } as const;

test('a date of issue lies between 2000 and 2099, however it is written', () => {
  for (const text of ['1999-12-31', '2100-01-01', '1905-07-18'])
    expect([text, dated(day(text), date).found()]).toEqual([text, [`error date-not-read ${at}`]]);
  for (const text of ['2000-01-01', '2099-12-31']) expect([text, dated(day(text), date).found()]).toEqual([text, []]);
  for (const text of ['31/12/1999', '01/01/2100', 'ngày 5 tháng 11 năm 1926', '５/11/202²', '05\u200b/11/2026'])
    expect([text, dated(text).found()]).toEqual([text, [`error date-not-read ${at}`]]);
  for (const serial of [2026, 36_525, 73_051, 0.5])
    expect([serial, dated(serial).found()]).toEqual([serial, [`error date-not-read ${at}`]]);
  for (const serial of [36_526, 73_050]) expect([serial, dated(serial).found()]).toEqual([serial, [`warning date-as-number ${at}`]]);
});

test('a date typed with the word before it, blanks or a stop is read, and named', () => {
  for (const text of ['Ngày 05/11/2026', 'ngày 5/11/2026', '05 / 11 / 2026', '05/11/2026.', 'ngày 05 tháng 11 năm 2026'])
    expect([text, dated(text).found(), dated(text).read().report?.tasks[row(T)]?.issuedOn]).toEqual([
      text,
      [`warning date-as-text ${at}`],
      '2026-11-05',
    ]);
  for (const text of ['05/11/26', '05/11-2026', 'tháng 11/2026', '05/11/2026, 06/11/2026'])
    expect([text, dated(text).found()]).toEqual([text, [`error date-not-read ${at}`]]);
});

test('a date after the day of reading is asked about, the day itself is not', () => {
  const found = (text: string, today?: string) => dated(day(text), date).found(today === undefined ? {} : { today: today as Day });
  expect(found('2026-11-30', '2026-11-29')).toEqual([`warning date-ahead ${at}`]);
  expect(found('2026-11-29', '2026-11-29')).toEqual([]);
  expect(found('2026-11-30')).toEqual([]);
  expect(dated('30/11/2026').found({ today: '2026-11-29' as Day })).toEqual([`warning date-as-text ${at}`, `warning date-ahead ${at}`]);
});

test('a bare serial in a workbook that counts from 1904 is read by that system, as a date cell is', () => {
  const workbook = dated(day('2026-11-05') - 1462).workbook();
  const grids = workbook.grids.map((grid) => ({ ...grid, date1904: true as const }));
  const read = readReport({ ...workbook, grids }, context);
  expect(read.report?.tasks[row(T)]?.issuedOn).toBe('2026-11-05');
  expect(read.findings.map(({ rule }) => rule)).toEqual(['date-as-number']);
});
