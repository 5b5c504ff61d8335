import { blank, filled } from '../form/condition.ts';
import type { Field } from '../layout.ts';
import { owedBy } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { citedRow } from '../wording/in-sentences.ts';
import { foundIn } from './found-in.ts';
import { isEmptyReport } from './nothing-filled.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** A row without an answer is not reported, be it owed or only begun; an explanation or a note alone is no answer. */
export const rowLeftBlank = rule({
  id: 'row-left-blank',
  severity: 'warning',
  stage: 'report',
  facts: NO_FACTS,
  sentence: (_, { row }) => `Dòng ${citedRow(row)} chưa được điền, tính là chưa báo cáo. Điền số liệu, hoặc chọn tình trạng phù hợp.`,
  refusal: none,
  setting: { name: 'Dòng phải báo cáo không để trống', allows: 'severity' },
  reason: none,
  fixes: none,
  live: ({ table, owed, figure }, { all, remarks }) => [
    ...(owed === 'perhaps' ? [] : [{ at: 'untouched', when: blank(...all), says: '▲ Chưa báo cáo.' } as const]),
    ...(figure ? [{ at: 'unanswered', when: blank('state'), says: `▲ Chưa báo cáo: chọn Tình trạng, ${figure.asked}.` } as const] : []),
    ...(table === 'tasks' ? [{ at: 'no-status', when: filled(...remarks), says: '▲ Chưa báo cáo: chọn Tình trạng.' } as const] : []),
  ],
  check: (report, context) => {
    if (isEmptyReport(report, context)) return [];
    const { indicators, tasks, optionalTasks } = owedBy(context.obligations, context.agency);
    const asked = [...tasks, ...optionalTasks.filter(({ id }) => context.begun?.has(id))];
    const blankIn = (answers: object, field: Field) => (row: { readonly id: RowId }) =>
      row.id in answers || context.unread.has(row.id) ? null : { row: row.id, field, facts: {} };
    return [...foundIn(indicators, blankIn(report.indicators, 'state')), ...foundIn(asked, blankIn(report.tasks, 'status'))];
  },
});
