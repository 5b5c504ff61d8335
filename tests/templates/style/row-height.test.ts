import { rowHeight, wordWidths, wrappedLines, wrapWords } from '../../../templates/style/row-height.ts';
import { fc } from '../../support/properties.ts';

const lines = (text: string, width: number) => wrappedLines({ text, width, size: 11 });

test('text wraps between words, and a line break is a line', () => {
  expect(lines('Có số liệu', 20)).toBe(1);
  expect(lines('Các sở, ban, ngành; UBND các xã, phường, đặc khu', 11.2)).toBe(5);
  expect(lines('Tử số: a.\nMẫu số: b.', 20)).toBe(2);
});

test('a word wider than the cell is broken over lines', () => {
  expect(lines('https://quangngai.gov.vn/van-ban/quyet-dinh-so-12', 10)).toBeGreaterThan(3);
});

test('a row is as high as its longest text, and no higher than Excel allows', () => {
  const short = { text: 'a', width: 10, size: 11 };
  const long = { text: 'a b c d e f g h i j k l m n o p', width: 5, size: 11 };
  expect(rowHeight([short, long])).toBe(rowHeight([long]));
  expect(rowHeight([{ ...short, text: 'a\n'.repeat(100) }])).toBe(409);
  expect(rowHeight([])).toBe(0);
});

const someWords = fc.array(fc.constantFrom('sở', 'ban', 'ngành', 'phường', '', 'https://quangngai.gov.vn/van-ban\nxã', 'nhiệm vụ'), {
  maxLength: 30,
});

test('a text takes more lines in no wider room, and the same ones down to the least room that it names', () => {
  fc.assert(
    fc.property(
      someWords,
      fc.double({ min: 20, max: 900, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (some, points, part) => {
        const words = wordWidths({ text: some.join(' '), size: 10 });
        const { lines, least } = wrapWords(words, points);
        const between = wrapWords(words, points - part * (points - least)).lines;
        return least <= points && between === lines && wrapWords(words, points * (1 - part / 2)).lines >= lines;
      },
    ),
  );
});
