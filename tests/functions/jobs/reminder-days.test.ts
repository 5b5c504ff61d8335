import { type Day, plusDays } from '../../../core/day.ts';
import { isReminderDay, isReturnedDay } from '../../../functions/jobs/reminder-days.ts';
import { mondayOf } from '../../../functions/jobs/workday.ts';

const day = (text: string): Day => text as Day;
const days = (from: string, count: number): Day[] => Array.from({ length: count }, (_, k) => plusDays(day(from), k));

test('reminders go out 10, 5, 2, 1 days before the deadline and on it, at weekends the Friday before, then every workday', () => {
  // The deadline of 2026, 29 November, is a Sunday.
  expect(days('2026-11-01', 36).filter((one) => isReminderDay(one, day('2026-11-29')))).toEqual([
    '2026-11-19',
    '2026-11-24',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
  ]);
  // That of 2028 is a Wednesday.
  expect(days('2028-11-15', 17).filter((one) => isReminderDay(one, day('2028-11-29')))).toEqual([
    '2028-11-17',
    '2028-11-24',
    '2028-11-27',
    '2028-11-28',
    '2028-11-29',
    '2028-11-30',
    '2028-12-01',
  ]);
});

test('a returned report is reminded of on the first workday after two days, then with the others', () => {
  const reminded = (returned: string) => days('2026-11-01', 32).filter((one) => isReturnedDay(one, day(returned), day('2026-11-29')));
  expect(reminded('2026-11-02')).toEqual([
    '2026-11-04',
    '2026-11-19',
    '2026-11-24',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
  ]);
  expect(reminded('2026-11-26')).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
});

test('a week is named by its Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29', '2025-01-01'].map((one) => mondayOf(day(one)))).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
    '2024-12-30',
  ]);
});
