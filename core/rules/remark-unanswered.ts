import * as z from 'zod';
import { clipText } from '../clip-text.ts';
import { squash } from '../text.ts';
import { none, rule } from './rule.ts';

const LONGEST_QUOTED = 200;

/**
 * A row of a returned report that carries a remark and is sent again word for word. It is found beside the version that was returned
 * (core/reading/unanswered-remarks.ts).
 */
export const remarkUnanswered = rule({
  id: 'remark-unanswered',
  severity: 'error',
  stage: 'other-reports',
  facts: z.strictObject({ remark: z.string() }),
  sentence: ({ remark }, { column }) =>
    `Dòng này được trả lại với ý kiến “${remark}” nhưng chưa sửa. Sửa số liệu, hoặc ghi nội dung giải trình ở cột ${column || 'Giải trình hoặc Ghi chú'}.`,
  refusal: 'chưa tiếp thu, giải trình ý kiến khi trả lại',
  setting: { name: 'Ý kiến khi trả lại phải được tiếp thu hoặc giải trình', allows: 'waiver' },
  reason: 'required',
  fixes: none,
  live: none, // the form knows nothing of a review
  check: none,
});

/** A remark as its finding quotes it: in one line, and no longer than it takes to know which it is. */
export const quotedRemark = (text: string): string => {
  const line = squash(text);
  return line.length > LONGEST_QUOTED ? `${clipText(line, LONGEST_QUOTED)}…` : line;
};
