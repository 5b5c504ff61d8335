import { finding } from '../findings/finding.ts';
import { leadsAlone } from '../obligations.ts';
import { isBlankText } from '../text.ts';
import type { Rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** Who alone leads a task and says that it does not concern it says why in `Ghi chú`. */
export const leadNotRelevant: Rule = (report, context) =>
  answeredTasks(report, context).flatMap(({ row, entry: { status, note } }) =>
    status === 'not-relevant' && leadsAlone(context.obligations, row, context.agency) && isBlankText(note ?? '')
      ? [finding('lead-not-relevant', {}, { row, field: 'note' })]
      : [],
  );
