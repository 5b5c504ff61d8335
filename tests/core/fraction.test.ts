import { compare, type Fraction, fraction, fromDecimal, isBelow, minus, over, plus, times, toNumber } from '../../core/fraction.ts';
import { fc } from '../support/properties.ts';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const fractions = fc.tuple(whole, whole).map(([num, den]) => fraction(num, den === 0n ? 1n : den));
const same = (a: Fraction, b: Fraction) => compare(a, b) === 0;

test('the denominator is always positive', () => {
  expect([fraction(1, -2), fraction(-1n, 2n), fraction(3)]).toEqual([
    { num: -1n, den: 2n },
    { num: -1n, den: 2n },
    { num: 3n, den: 1n },
  ]);
  fc.assert(fc.property(fractions, fractions, (a, b) => b.num === 0n || over(a, b).den > 0n));
});

test('a half count is a mistake of the program, not a figure', () => {
  expect(() => fraction(0.5)).toThrow(RangeError);
});

test('a decimal means exactly what it prints as', () => {
  expect([99.5, 0.1, -0.5, 1.5e-7, 1e21, 0, 95].map(fromDecimal)).toEqual([
    { num: 995n, den: 10n },
    { num: 1n, den: 10n },
    { num: -5n, den: 10n },
    { num: 15n, den: 10n ** 8n },
    { num: 10n ** 21n, den: 1n },
    { num: 0n, den: 1n },
    { num: 95n, den: 1n },
  ]);
});

test('every number survives the way there and back', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value === 0 || Math.abs(value) > 1e-250);
  fc.assert(fc.property(numbers, (value) => toNumber(fromDecimal(value)) === value));
});

test('one tenth and two tenths are three tenths', () => {
  expect(same(plus(fromDecimal(0.1), fromDecimal(0.2)), fromDecimal(0.3))).toBe(true);
});

test('addition and multiplication obey their laws', () => {
  fc.assert(
    fc.property(
      fractions,
      fractions,
      fractions,
      (a, b, c) =>
        same(plus(a, b), plus(b, a)) &&
        same(times(a, b), times(b, a)) &&
        same(plus(plus(a, b), c), plus(a, plus(b, c))) &&
        same(times(a, plus(b, c)), plus(times(a, b), times(a, c))),
    ),
  );
});

test('subtraction undoes addition, division undoes multiplication', () => {
  fc.assert(fc.property(fractions, fractions, (a, b) => same(minus(plus(a, b), b), a) && (b.num === 0n || same(over(times(a, b), b), a))));
});

test('the order agrees with the sign of the difference and survives addition', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      const order = compare(a, b);
      return order === -compare(b, a) + 0 && order === compare(plus(a, c), plus(b, c)) && isBelow(a, b) === minus(a, b).num < 0n;
    }),
  );
});

test('949 of 1000 is below 95 percent, 950 of 1000 is not', () => {
  const target = fromDecimal(0.95);
  expect([isBelow(fraction(949, 1000), target), isBelow(fraction(950, 1000), target)]).toEqual([true, false]);
  expect(isBelow(fraction(9_499_999_999_999_999n, 10_000_000_000_000_000n), target)).toBe(true);
});

test('a number is the nearest one, for counts too big for a float as well', () => {
  const big = 10n ** 30n;
  expect([fraction(1, 3), fraction(big, 3n * big), fraction(-2n * big, big), fraction(1n, big)].map(toNumber)).toEqual([
    1 / 3,
    1 / 3,
    -2,
    1e-30,
  ]);
});
