import { csvText } from '../../core/csv.ts';
import { fc } from '../support/properties.ts';

const fieldOf = (text: string): string => csvText([[text]]).slice(1, -2);

test('whatever would begin a formula in a spreadsheet bears an apostrophe, and nothing else does', () => {
  for (const sign of '=+-@＝＋－＠\t\r\n') expect(fieldOf(`${sign}1`).replace(/^"/, '')).toMatch(/^'/);
  for (const text of ['1', "a'b", 'a=1', ' =1', 'Đạt', '']) expect(fieldOf(text)).toBe(text);
  expect(csvText([[-1, 2.5]])).toBe('\ufeff-1,2.5\r\n');
});

test('a text is one field of one line, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', "'", 'ự') }), (text) => {
      const field = fieldOf(text);
      const inside = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
      expect(field.startsWith('"') || !/[",\r\n]/.test(field)).toBe(true);
      expect([text, `'${text}`]).toContain(inside);
    }),
  );
});
