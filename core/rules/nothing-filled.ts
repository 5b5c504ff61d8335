import { holdsAnything, type Report } from '../report.ts';
import { NO_FACTS, none, type RuleContext, rule } from './rule.ts';

/** Whether a report has no answer at all, nor anything that could not be read. */
export const isEmptyReport = (report: Report, { unread }: RuleContext): boolean => !holdsAnything(report) && unread.size === 0;

/** A report without any answer is one thing to say, not fifteen. */
export const nothingFilled = rule({
  id: 'nothing-filled',
  severity: 'warning',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Biểu chưa điền dòng nào, tính là chưa báo cáo.',
  refusal: none,
  setting: { name: 'Biểu có ít nhất một dòng', allows: 'waiver' },
  reason: none,
  fixes: none,
  live: none, // the form speaks of one row at a time
  check: (report, context) => (isEmptyReport(report, context) ? [{ row: null, field: null, facts: {} }] : []),
});
