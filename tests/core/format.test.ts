import { formatCount, formatDate, formatDecimal, formatPercent, formatPercentNumber, percentOf } from '../../core/format.ts';
import { compare, fraction, fromDecimal, isBelow, minus } from '../../core/fraction.ts';
import { fc } from '../support/properties.ts';

const ratios = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => fraction(num, den));
const targets = fc.integer({ min: 1, max: 1000 }).map((tenths) => fraction(tenths, 10));
const shares = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }))
  .map(([one, two]) => percentOf(Math.min(one, two), Math.max(one, two)));

/** Reads Vietnamese figures back: "1.234,5" → 1234.5 as a fraction. */
const readBack = (text: string) => {
  const [whole = '', decimals = ''] = text.replaceAll('.', '').split(',');
  return fraction(BigInt(whole.replace('-', '') + decimals) * (text.startsWith('-') ? -1n : 1n), 10n ** BigInt(decimals.length));
};

test('thousands are parted by dots', () => {
  expect([0, 12, 123, 1234, 123456, 1234567, -123456, 10n ** 21n].map(formatCount)).toEqual([
    '0',
    '12',
    '123',
    '1.234',
    '123.456',
    '1.234.567',
    '-123.456',
    '1.000.000.000.000.000.000.000',
  ]);
});

test('decimals are parted by a comma, without trailing zeros, halves away from zero', () => {
  const values = [94.96, 95, 94.5, 0.005, -0.005, 0.004, -0.004, 1234.5, 99.995].map(fromDecimal);
  expect(values.map((value) => formatDecimal(value))).toEqual(['94,96', '95', '94,5', '0,01', '-0,01', '0', '0', '1.234,5', '100']);
  expect([formatDecimal(fromDecimal(2.5), 0), formatDecimal(fraction(1, 3), 5)]).toEqual(['3', '0,33333']);
});

test('a printed decimal is within half of its last digit', () => {
  fc.assert(
    fc.property(ratios, fc.integer({ min: 0, max: 6 }), (value, digits) => {
      const error = minus(readBack(formatDecimal(value, digits)), value);
      const half = fraction(1n, 2n * 10n ** BigInt(digits));
      return compare(error, half) <= 0 && compare(error, fraction(-half.num, half.den)) >= 0;
    }),
  );
});

test('figures too big for a float keep every digit', () => {
  expect(formatDecimal(fraction(9_007_199_254_740_993n * 4n + 1n, 4n))).toBe('9.007.199.254.740.993,25');
});

test('a rate that misses its target never looks like the target', () => {
  const target = fromDecimal(95);
  const rates = [
    fromDecimal(94.96),
    fromDecimal(94.9996),
    fromDecimal(95),
    fromDecimal(95.0004),
    fraction(95n * 10n ** 12n - 1n, 10n ** 12n),
  ];
  expect(rates.map((rate) => formatPercent(rate, target))).toEqual(['94,96%', '94,9996%', '95%', '95,0004%', 'gần 95%']);
});

test('for every share and target, only a rate that reaches it prints as the target', () => {
  fc.assert(
    fc.property(shares, targets, (share, target) => !isBelow(share, target) || formatPercent(share, target) !== formatPercent(target)),
  );
});

test('a percentage without a target has at most two decimals', () => {
  expect([formatPercent(percentOf(1, 3)), formatPercentNumber(99.5), formatPercent(percentOf(2n, 2n))]).toEqual([
    '33,33%',
    '99,5%',
    '100%',
  ]);
});

test('a part of a whole is exact', () => {
  expect(percentOf(949, 1000)).toEqual({ num: 94_900n, den: 1000n });
});

test('dates are day, month, year', () => {
  expect(formatDate('2026-11-05')).toBe('05/11/2026');
});
