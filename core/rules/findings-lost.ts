import { NO_FACTS, none, rule } from './rule.ts';

/** A version that is stored and cannot be read any more: what was found in it is unknown, which is not the same as nothing. */
export const findingsLost = rule({
  id: 'findings-lost',
  severity: 'warning',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Các cảnh báo của lần nộp này đang lưu nhưng không đọc được. Kiểm tra lại biểu trước khi dùng số liệu.',
  refusal: none,
  setting: none,
  reason: none,
  fixes: none,
  live: none,
  check: none,
});
