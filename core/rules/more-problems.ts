import * as z from 'zod';
import { formatCount } from '../format.ts';
import { none, rule } from './rule.ts';

/** Stands for the findings of which there are too many to name; as severe as the worst of them. */
export const moreProblems = rule({
  id: 'more-problems',
  severity: 'error',
  stage: 'form',
  facts: z.strictObject({ count: z.number() }),
  sentence: ({ count }) => `Còn ${formatCount(count)} chỗ khác tương tự. Tải lại biểu của đơn vị và chép số liệu sang.`,
  refusal: 'quá nhiều lỗi',
  setting: none,
  reason: none,
  fixes: none,
  live: none,
  check: none,
});
