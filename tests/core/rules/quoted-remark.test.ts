import { quotedRemark } from '../../../core/rules/remark-unanswered.ts';

test('a remark is quoted in one line, and up to two hundred letters', () => {
  expect(quotedRemark('Thiếu\n  mẫu số ')).toBe('Thiếu mẫu số');
  expect(quotedRemark('a'.repeat(200))).toBe('a'.repeat(200));
  expect(quotedRemark('a'.repeat(201))).toBe(`${'a'.repeat(200)}…`);
});
