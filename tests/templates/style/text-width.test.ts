import { textWidth } from '../../../templates/style/text-width.ts';

test('a Vietnamese letter is as wide as its base letter', () => {
  expect(textWidth('Ệ', 12)).toBe(textWidth('E', 12));
  expect(textWidth('ậ', 12, 'bold')).toBe(textWidth('a', 12, 'bold'));
  expect(textWidth('đ', 12)).toBe(textWidth('d', 12));
});

test('letters with a horn are wider, whatever their tone', () => {
  expect(textWidth('ơ', 2048)).toBe(1083);
  expect(textWidth('ợ', 2048)).toBe(1083);
  expect(textWidth('ự', 2048)).toBe(1110);
  expect(textWidth('Ữ', 2048, 'bold')).toBe(1630);
});

test('width grows with the size, and an unknown sign counts as a wide one', () => {
  expect(textWidth('Phụ lục', 22)).toBe(2 * textWidth('Phụ lục', 11));
  expect(textWidth('漢', 10)).toBeGreaterThan(textWidth('M', 10));
});
