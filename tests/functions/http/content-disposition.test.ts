import { attachment, fileNameIn } from '../../../functions/http/content-disposition.ts';

const extended = (text: string) => fileNameIn(`attachment; filename*=UTF-8''${text}`);

test('a file’s name comes with its Vietnamese letters, composed', () => {
  const name = 'Biểu phụ lục xã Trà Bồng (sửa lần 2).xlsx';
  expect(extended(encodeURIComponent(name))).toBe(name);
  expect(extended(encodeURIComponent(name.normalize('NFD')))).toBe(name);
  expect(fileNameIn(`inline; FileName* = utf-8'vi'${encodeURIComponent(name)}; x=1`)).toBe(name);
  expect(fileNameIn('attachment; filename="bieu.xlsx"')).toBe('bieu.xlsx');
  expect(fileNameIn(`attachment; filename="x.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)).toBe(name);
});

test.each([
  ['C%3A%5Ctmp%5Cb.xlsx', 'b.xlsx'],
  ['..%2F..%2Fb.xlsx', 'b.xlsx'],
  ['a%0D%0Ab%00.xlsx', 'a b .xlsx'],
  ['%E2%80%AEfdp.xlsx', 'fdp.xlsx'],
  [`${'x'.repeat(300)}`, 'x'.repeat(200)],
])('what cannot be seen and the way to a file are no part of its name: %s', (sent, kept) => {
  expect(extended(sent)).toBe(kept);
});

test.each([
  null,
  '',
  'attachment',
  "attachment; filename*=UTF-8''%E1%2",
  "attachment; filename*=UTF-8''%20",
  "filename*=ISO-8859-1''a",
  `${' ;'.repeat(9_000)}filename="a"`,
])('no name: %p', (header) => {
  expect(fileNameIn(header)).toBeNull();
});

test('a name with other letters than plain ones is told both ways, and read back the same', () => {
  expect(attachment('phu-luc-SNV-2026.xlsx')).toBe('attachment; filename="phu-luc-SNV-2026.xlsx"');
  for (const name of ['Biểu (2).xlsx', `a"b'c*d.xlsx`, 'x;y=z%.xlsx']) {
    expect(attachment(name)).toMatch(/^[\x20-\x7e]+$/);
    expect(fileNameIn(attachment(name))).toBe(name);
  }
});
