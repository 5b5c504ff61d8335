import { createHash } from 'node:crypto';
import { receiptNumber, receiptNumberIn } from '../../core/receipt-number.ts';
import { fc } from '../support/properties.ts';

const sha256Of = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const anyVersion = fc.record({
  plan: fc.string(),
  period: fc.constantFrom('2026', '2026-Q2'),
  agency: fc.constantFrom('XA-21211', 'VPUB'),
  version: fc.integer({ min: 1, max: 999_999 }),
  sha256: fc.constant('ab'.repeat(32)),
});

test('receipts keep the numbers that they were given since the first release', () => {
  const about = { plan: 'KH', period: '2026', agency: 'XA-21211', version: 3, sha256: 'ab'.repeat(32) };
  expect(receiptNumber(about, sha256Of)).toBe('YA7M-PAHD');
});

test('a number is read as it was given, in any spelling', () => {
  fc.assert(
    fc.property(
      anyVersion,
      fc.constantFrom('-', '', ' ', ' – ', '\u2212', '\u00a0', '\u00ad', '\u200b', '\u2060-\ufeff'),
      (version, between) => {
        const given = receiptNumber(version, sha256Of);
        const spelled = given.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i').replace('-', between);
        expect([receiptNumberIn(given), receiptNumberIn(spelled), receiptNumberIn(spelled.replaceAll('i', 'L'))]).toEqual([
          given,
          given,
          given,
        ]);
      },
    ),
  );
});

test.each(['', '7F3K-92Q', '7F3K-92QDX', '7F3K-92QU', '7F3K_92QD', 'ab'.repeat(32)])('%p is no number of a receipt', (typed) => {
  expect(receiptNumberIn(typed)).toBeNull();
});
