import { Day, dayOf, dayOfSerial, daysBetween, serialOfDay } from '../../core/day.ts';
import { localClock, localDay, localTime } from '../../core/local-day.ts';
import { fc } from '../support/properties.ts';

const day = (text: string) => Day.parse(text);
const serials = fc.integer({ min: 61, max: 2_958_465 });

test('a day is a real one of the calendar', () => {
  const days = [
    dayOf(2026, 11, 30),
    dayOf(2028, 2, 29),
    dayOf(2026, 2, 29),
    dayOf(2026, 2, 31),
    dayOf(2026, 13, 1),
    dayOf(2026, 0, 1),
    dayOf(-1, 1, 1),
  ];
  expect(days).toEqual(['2026-11-30', '2028-02-29', null, null, null, null, null]);
});

test('a day is no instant and no other way to write a date', () => {
  expect(['2026-11-30T00:00:00Z', '30/11/2026', '2026-1-1', ''].some((text) => Day.safeParse(text).success)).toBe(false);
});

test('days between two days, also backwards and over a leap day', () => {
  expect([
    daysBetween(day('2026-11-30'), day('2026-12-02')),
    daysBetween(day('2026-12-02'), day('2026-11-30')),
    daysBetween(day('2028-02-28'), day('2028-03-01')),
    daysBetween(day('2026-11-30'), day('2026-11-30')),
  ]).toEqual([2, -2, 2, 0]);
});

test('an instant has the day and the time of the province, whatever the clock of the machine', () => {
  const evening = new Date('2026-11-30T17:05:59Z');
  expect([localDay(evening, '+07:00'), localTime(evening, '+07:00')]).toEqual(['2026-12-01', '00:05']);
  expect([localDay(evening, '-04:30'), localTime(evening, '-04:30')]).toEqual(['2026-11-30', '12:35']);
  expect(localClock(evening, '+07:00')).toMatch(/^00:05:\d\d$/);
});

test('a spreadsheet serial is its day, a time of day is left out', () => {
  expect([61, 46_331, 46_331.999, 2_958_465].map(dayOfSerial)).toEqual(['1900-03-01', '2026-11-05', '2026-11-05', '9999-12-31']);
});

test('serials of the lost day and before, and past the last year, are no days', () => {
  expect([60, 1, 0, -5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY].map(dayOfSerial)).toEqual(Array(7).fill(null));
});

test('a serial survives the way there and back, and one more serial is one more day', () => {
  fc.assert(
    fc.property(serials, serials, (one, two) => {
      const [first, second] = [dayOfSerial(one), dayOfSerial(two)];
      return first !== null && second !== null && serialOfDay(first) === one && daysBetween(first, second) === two - one;
    }),
  );
});
