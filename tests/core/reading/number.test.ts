import { formatDecimal } from '../../../core/format.ts';
import { fromDecimal } from '../../../core/fraction.ts';
import { parseFormat } from '../../../core/number-format.ts';
import { decimalOfText } from '../../../core/reading/decimal-text.ts';
import { readNumber } from '../../../core/reading/number.ts';
import { wholeDigits } from '../../../core/reading/one-number.ts';
import { fc } from '../../support/properties.ts';

test.each([
  ['12', 12],
  ['-3', -3],
  ['−3,5', -3.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1 234', 1234],
  ['1\u00a0234,5', 1234.5],
  ['1.234.567', 1_234_567],
  ['１２', 12],
  [' 12,5\n', 12.5],
  ['+12', 12],
  ['123.456,25', 123_456.25],
  ['1'.repeat(32), Number('1'.repeat(32))],
])('the text %j is %d', (text, wanted) => {
  expect(decimalOfText(text)).toBe(wanted);
});

test.each([
  '1.234',
  '1,234',
  '12,5 tỷ',
  '95%',
  '1.23.4',
  '1.2345,6',
  '12 5',
  '9/10',
  'khoảng 40',
  '',
  '-',
  '1e5',
  '90²',
  '12.345,678,9',
  '12.345',
  '123,456',
  '12-3',
  '1+2',
  '0.5-',
  '1'.repeat(33),
])('the text %j has no one reading as a number', (text) => {
  expect(decimalOfText(text)).toBeNull();
});

test('what is written the Vietnamese way is read back, unless its dot has two readings', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (steps, decimals) => {
      const number = Number(`${steps}e-${decimals}`);
      const text = formatDecimal(fromDecimal(number), 4);
      expect([number, null]).toContain(decimalOfText(text));
      if (!/^-?\d{1,3}[.,]\d{3}$/.test(text)) expect(decimalOfText(text)).toBe(number);
    }),
  );
});

test('a date, a percentage, a truth value and a number beyond counting are none', () => {
  const outcomes = [
    { value: 45_000, format: 'date' },
    { value: 0.95, format: 'percent' },
    { value: true, format: 'plain' },
    { value: 1e30, format: 'plain' },
    { value: 95, format: 'plain', pattern: parseFormat('0"%"') },
  ].map((cell) => readNumber({ column: 1, ...cell } as never).kind);
  expect(outcomes).toEqual(['unread', 'unread', 'unread', 'unread', 'unread']);
  expect(readNumber({ column: 1, value: 12.499999999999998, format: 'plain' } as never)).toMatchObject({ kind: 'value', value: 12.5 });
});

test.each([
  ['12,5', 12.5, 'number-as-text', { text: '12,5', number: 12.5 }],
  [' -3\n', -3, 'number-as-text', { text: '-3', number: -3 }],
  ['1000000000000', 1e12, 'number-as-text', { text: '1000000000000', number: 1e12 }],
  ['1000000000001', null, 'number-not-read', { text: '1000000000001' }],
  ['-1000000000001', null, 'number-not-read', { text: '-1000000000001' }],
  [' 12 tỷ ', null, 'number-not-read', { text: '12 tỷ' }],
])('a cell with the text %j is read as %j: %s', (value, number, rule, facts) => {
  const outcome = readNumber({ column: 1, value, format: 'plain' } as never);
  expect(outcome).toMatchObject(number === null ? { kind: 'unread' } : { kind: 'value', value: number });
  const note = outcome.kind === 'blank' ? undefined : outcome.note?.({});
  expect([note?.rule, note?.facts]).toEqual([rule, facts]);
});

test('sixty-four figures may be a whole number, more are none that anybody counts', () => {
  expect([wholeDigits('7'.repeat(64)), wholeDigits('7'.repeat(65))]).toEqual(['7'.repeat(64), null]);
});

test('a number that is refused is quoted as it is seen, one at the limit is taken', () => {
  const outcome = readNumber({ column: 1, value: 0.95, format: 'percent' } as never);
  expect(outcome.kind === 'unread' && outcome.note({}).facts).toEqual({ text: '95%' });
  expect(readNumber({ column: 1, value: -1e12, format: 'plain' } as never)).toEqual({ kind: 'value', value: -1e12 });
});

test('a text of which a part is struck out is no number', () => {
  expect(readNumber({ column: 1, value: '125', format: 'plain', mixed: true } as never).kind).toBe('unread');
});
