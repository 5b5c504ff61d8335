import { finding } from '../../../core/findings/finding.ts';
import type { Cell } from '../../../core/grid.ts';
import { encrypted } from '../../../core/rules/files.ts';
import { fixedNote, refusalSentence } from '../../../core/wording/fixes.ts';

const aCell = (more: Partial<Cell>): Cell => ({ column: 9, value: null, error: null, format: 'plain', formula: false, ...more });

test.each<[string, Cell | undefined, string]>([
  ['a blank cell', undefined, 'Đã sửa: trước để trống.'],
  ['a text', aCell({ value: '1.234' }), 'Đã sửa: trước là “1.234”.'],
  ['a date', aCell({ value: 46304, format: 'date' }), 'Đã sửa: trước là “09/10/2026”.'],
  ['a percentage', aCell({ value: 40, format: 'percent' }), 'Đã sửa: trước là “4.000%”.'],
  ['a formula', aCell({ value: 95, formula: true }), 'Đã sửa: trước là công thức, kết quả “95”.'],
  ['a formula without a result', aCell({ formula: true }), 'Đã sửa: trước là công thức chưa có kết quả.'],
  ['an error', aCell({ error: '#REF!' }), 'Đã sửa: trước là lỗi #REF!.'],
  ['a long text', aCell({ value: 'a'.repeat(80) }), `Đã sửa: trước là “${'a'.repeat(60)}…”.`],
])('the note at a fixed cell says what stood there: %s', (_, before, note) => {
  expect(fixedNote(before)).toBe(note);
});

test('a refusal says why and what to do', () => {
  expect(refusalSentence({ kind: 'signed' })).toMatch(/ký số/);
  expect(refusalSentence({ kind: 'in-array', sheet: 'Phụ lục I', cell: 'I14' })).toMatch(/^Ô I14 ở trang tính “Phụ lục I”.*công thức mảng/);
  expect(refusalSentence({ kind: 'no-such-cell', sheet: 'Phụ lục I', cell: 'I14' })).toMatch(/ô I14 ở trang tính “Phụ lục I”/);
  expect(refusalSentence({ kind: 'not-readable', finding: finding(encrypted, {}) })).toMatch(/mật khẩu/);
});
