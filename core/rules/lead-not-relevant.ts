import { notRelevantWithoutReason } from '../form/states.ts';
import { leadsAlone } from '../plan/obligations.ts';
import { isBlankText } from '../text.ts';
import { foundIn } from './found-in.ts';
import { NO_FACTS, none, rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** Who alone leads a task and says that it does not concern it says why in `Ghi chú`. */
export const leadNotRelevant = rule({
  id: 'lead-not-relevant',
  severity: 'warning',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () =>
    'Đơn vị là cơ quan chủ trì duy nhất của nhiệm vụ này nhưng chọn “Không liên quan”. Kiểm tra lại; nếu đúng, ghi lý do ở cột Ghi chú.',
  refusal: none,
  setting: { name: 'Cơ quan chủ trì duy nhất không chọn Không liên quan', allows: 'severity' },
  reason: 'asked',
  fixes: none,
  live: ({ owed }) =>
    owed === 'alone' ? [{ at: 'reason', when: notRelevantWithoutReason, says: '▲ Chủ trì mà không liên quan: ghi lý do ở Ghi chú.' }] : [],
  check: (report, context) =>
    foundIn(answeredTasks(report, context), ({ row, entry: { status, note } }) =>
      status === 'not-relevant' && leadsAlone(context.obligations, row, context.agency) && isBlankText(note ?? '')
        ? { row, field: 'note', facts: {} }
        : null,
    ),
});
