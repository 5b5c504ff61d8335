import { finding } from '../findings/finding.ts';
import { owedBy } from '../obligations.ts';
import { holdsAnything } from '../report.ts';
import type { Rule } from './rule.ts';

/** An owed row without an answer is not reported; an explanation alone is no answer. A report without any answer is one thing to say, not fifteen. */
export const rowLeftBlank: Rule = (report, { obligations, agency, unread }) => {
  const { indicators, tasks } = owedBy(obligations, agency);
  if (!holdsAnything(report) && unread.size === 0) return [finding('nothing-filled', {})];
  const blank = (answers: object) => (row: { id: string }) => !(row.id in answers);
  return [
    ...indicators.filter(blank(report.indicators)).map(({ id }) => ({ id, field: 'state' as const })),
    ...tasks.filter(blank(report.tasks)).map(({ id }) => ({ id, field: 'status' as const })),
  ]
    .filter(({ id }) => !unread.has(id))
    .map(({ id, field }) => finding('row-left-blank', {}, { row: id, field }));
};
