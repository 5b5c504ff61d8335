import { plusDays } from '../../../core/day.ts';
import { comparePeriods, firstDayOf, isEarlier, lastDayOf, Period, PeriodKind } from '../../../core/plan/period.ts';
import { dayOfPeriod } from '../../../core/plan/period-day.ts';
import { kindOfPeriod, partsOf, periodsInYear } from '../../../core/plan/period-parts.ts';
import {
  periodLabel,
  periodName,
  periodNamedFirst,
  periodOfName,
  periodTitle,
  shortPeriodName,
} from '../../../core/wording/period-names.ts';
import { fc } from '../../support/properties.ts';

const period = (text: string) => Period.parse(text);
const kinds = fc.constantFrom(...PeriodKind.options);
const years = fc.integer({ min: 2000, max: 2099 });
const periods = fc.tuple(years, kinds).chain(([year, kind]) => fc.constantFrom(...periodsInYear(year, kind)));

test.each([
  ['2026', 'year', '2026-01-01', '2026-12-31', 'năm 2026', '2026'],
  ['2026-H1', 'half', '2026-01-01', '2026-06-30', '6 tháng đầu năm 2026', '6 tháng đầu năm 2026'],
  ['2026-H2', 'half', '2026-07-01', '2026-12-31', '6 tháng cuối năm 2026', '6 tháng cuối năm 2026'],
  ['2026-Q2', 'quarter', '2026-04-01', '2026-06-30', 'quý II năm 2026', 'quý II năm 2026'],
  ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31', 'quý IV năm 2026', 'quý IV năm 2026'],
  ['2026-M07', 'month', '2026-07-01', '2026-07-31', 'tháng 7 năm 2026', 'tháng 7 năm 2026'],
  ['2028-M02', 'month', '2028-02-01', '2028-02-29', 'tháng 2 năm 2028', 'tháng 2 năm 2028'],
])('%s is a %s from %s to %s, called “%s”, behind “kỳ” “%s”', (text, kind, first, last, name, short) => {
  const one = period(text);
  expect([kindOfPeriod(one), firstDayOf(one), lastDayOf(one), periodName(one), shortPeriodName(one)]).toEqual([
    kind,
    first,
    last,
    name,
    short,
  ]);
});

test.each([
  '1999',
  '2100',
  '26',
  '2026-',
  '2026-H3',
  '2026-Q0',
  '2026-Q5',
  '2026-M7',
  '2026-M00',
  '2026-M13',
  '2026-q2',
  ' 2026',
  '2026-12',
])('“%s” is no period', (text) => {
  expect(Period.safeParse(text).success).toBe(false);
});

test('the periods of a kind follow one another without a gap through the year', () => {
  fc.assert(
    fc.property(years, kinds, (year, kind) => {
      const all = periodsInYear(year, kind);
      expect(firstDayOf(all[0]!)).toBe(`${year}-01-01`);
      expect(lastDayOf(all.at(-1)!)).toBe(`${year}-12-31`);
      for (const [k, one] of all.entries()) {
        expect(partsOf(one)).toEqual({ kind, year, number: k + 1 });
        const next = all[k + 1];
        if (next) expect([plusDays(lastDayOf(one), 1), isEarlier(one, next)]).toEqual([firstDayOf(next), true]);
      }
    }),
  );
});

test('periods are ordered by their end, the shorter one first', () => {
  const year = PeriodKind.options.flatMap((kind) => periodsInYear(2026, kind)).sort(comparePeriods);
  expect(year.filter((one) => kindOfPeriod(one) !== 'month')).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-H1',
    '2026-Q3',
    '2026-Q4',
    '2026-H2',
    '2026',
  ]);
  fc.assert(
    fc.property(periods, periods, (one, two) => {
      expect(Math.sign(comparePeriods(one, two))).toBe(-Math.sign(comparePeriods(two, one)) + 0);
      expect(comparePeriods(one, two) === 0).toBe(one === two);
    }),
  );
});

test('the name of a period is read again, in titles too', () => {
  fc.assert(
    fc.property(periods, (one) => {
      for (const name of [
        periodName(one),
        periodTitle(one),
        periodLabel(one),
        periodName(one).toUpperCase(),
        periodName(one).normalize('NFD'),
      ])
        expect(periodOfName(name)).toBe(one);
      expect(periodNamedFirst(`${shortPeriodName(one)}: số liệu từ`)).toBe(one);
    }),
  );
});

test.each(['quý V năm 2026', 'tháng 13 năm 2026', '20261', 'năm', '', 'quý năm 2026', 'toàn tỉnh năm 2026'])(
  '“%s” names no period',
  (text) => {
    expect(periodOfName(text)).toBeNull();
  },
);

test.each([
  ['2026', '11-30', '2026-11-30'],
  ['2026', '+01-15', '2027-01-15'],
  ['2026', -31, '2026-11-30'],
  ['2026-Q1', 10, '2026-04-10'],
  ['2026-M02', 0, '2026-02-28'],
  ['2026-Q4', 20, '2027-01-20'],
  ['2026-H1', '07-10', '2026-07-10'],
  ['2026', '02-29', null],
  ['2027', '+02-29', '2028-02-29'],
])('the day of %s that is set as %j is %s', (text, said, day) => {
  expect(dayOfPeriod(period(text), said)).toBe(day);
});
