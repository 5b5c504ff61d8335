import { finding } from '../findings/finding.ts';
import { isBlankText } from '../text.ts';
import type { Rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** Who alone leads a task and says that it does not concern it says why in `Ghi chú`. */
export const leadNotRelevant: Rule = (report, context) => {
  const { leads, optionalLeads } = context.obligations;
  return answeredTasks(report, context).flatMap(({ row, entry: { status, note } }) => {
    const others = [...(leads.get(row) ?? []), ...(optionalLeads.get(row) ?? [])].filter((id) => id !== context.agency);
    const isLead = leads.get(row)?.includes(context.agency) ?? false;
    return status === 'not-relevant' && isLead && others.length === 0 && isBlankText(note ?? '')
      ? [finding('lead-not-relevant', {}, { row, field: 'note' })]
      : [];
  });
};
