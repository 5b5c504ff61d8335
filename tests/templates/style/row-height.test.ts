import { rowHeight, wrappedLines } from '../../../templates/style/row-height.ts';

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
