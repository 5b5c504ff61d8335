import * as z from 'zod';
import { choose } from '../../core/fixing/choose.ts';
import { says } from '../../core/form/condition.ts';
import { rule } from '../../core/rules/rule.ts';
import { answeredTasks } from '../../core/rules/tasks.ts';
import { STATUS_WORDS } from '../../core/words.ts';

/** A rule that the product does not have, in one file: who waits for guidance says for whose. */
export const madeUpRule = rule({
  id: 'guidance-named',
  severity: 'warning',
  stage: 'report',
  facts: z.strictObject({ status: z.string() }),
  sentence: ({ status }, { row }) => `Dòng ${row} ghi “${status}” nhưng chưa nêu của ai.`,
  refusal: 'chưa nêu ai hướng dẫn',
  setting: { name: 'Chờ hướng dẫn thì nêu của ai', allows: 'severity' },
  reason: 'asked',
  fixes: (_, place) => [choose(STATUS_WORDS['in-progress'], place)],
  live: ({ table }) =>
    table === 'tasks'
      ? [{ at: 'reason', when: says('status', STATUS_WORDS['awaiting-guidance']), says: '▲ Chờ hướng dẫn: nêu của ai ở Ghi chú.' }]
      : [],
  check: (report, context) =>
    answeredTasks(report, context).flatMap(({ row, entry: { status } }) =>
      status === 'awaiting-guidance' ? [{ row, field: 'status', facts: { status: STATUS_WORDS[status] } }] : [],
    ),
});
