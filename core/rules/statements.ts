import { isDated } from '../figures/figure.ts';
import { doneWithoutDay } from '../figures/statement.ts';
import { all, blank, says } from '../form/condition.ts';
import type { RowShape } from '../form/row-shape.ts';
import { isBlankText } from '../text.ts';
import { YES } from '../words.ts';
import { answered } from './figures.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Rows that state whether something was done. */
const OF_STATEMENT = { stage: 'report', facts: NO_FACTS, refusal: none, reason: none, fixes: none } as const;

/** What was done was done on a day. */
export const statementWithoutDate = rule({
  ...OF_STATEMENT,
  id: 'statement-without-date',
  severity: 'error',
  sentence: () => 'Đã trả lời “Có” nhưng chưa ghi ngày hoàn thành. Ghi ngày ở cột Ngày hoàn thành.',
  refusal: 'thiếu ngày hoàn thành',
  setting: { name: 'Trả lời “Có” thì có ngày hoàn thành', allows: 'waiver' },
  live: (shape) => (isDated(shape) ? [{ at: 'product', when: doneWithoutDay, says: '✕ Chọn Có: ghi Ngày hoàn thành.' }] : []),
  check: (report, context) =>
    answered(report, context).flatMap(({ row, figure, entry: { value, on } }) =>
      isDated(figure.shape) && value === true && on === undefined ? [{ row, field: 'on', facts: {} }] : [],
    ),
});

const doneWithoutText = all(says('value', YES), blank('evidence'));

/** What was done can be shown by a document. */
export const statementWithoutText = rule({
  ...OF_STATEMENT,
  id: 'statement-without-text',
  severity: 'warning',
  sentence: () => 'Đã trả lời “Có” nhưng chưa nêu văn bản. Ghi số, ký hiệu, trích yếu ở cột Tài liệu kiểm chứng.',
  setting: { name: 'Trả lời “Có” thì có văn bản', allows: 'severity' },
  live: (shape: RowShape) =>
    isDated(shape) ? [{ at: 'product', when: doneWithoutText, says: '▲ Chọn Có: nêu văn bản ở Tài liệu kiểm chứng.' }] : [],
  check: (report, context) =>
    answered(report, context).flatMap(({ row, figure, entry: { value, evidence = '' } }) =>
      isDated(figure.shape) && value === true && isBlankText(evidence) ? [{ row, field: 'evidence', facts: {} }] : [],
    ),
});
