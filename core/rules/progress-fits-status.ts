import * as z from 'zod';
import { withComma } from '../wording/in-sentences.ts';
import { STATUS_WORDS } from '../words.ts';
import { foundIn } from './found-in.ts';
import { none, rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** `Hoàn thành` below 100 %, or progress on a task not begun: shown, never in the way. */
export const progressFitsStatus = rule({
  id: 'progress-fits-status',
  severity: 'hint',
  stage: 'report',
  facts: z.strictObject({ status: z.string(), percent: z.number() }),
  sentence: ({ status, percent }) => `Tình trạng “${status}” nhưng tiến độ là ${withComma(percent)}%. Kiểm tra lại hai ô này.`,
  refusal: none,
  setting: { name: 'Tiến độ khớp với tình trạng', allows: 'severity' },
  reason: none,
  /** A task that is done only in part, or begun: the status is what can be fixed, never the progress. */
  fixes: (_, { beside }) => [{ kind: 'choose', word: STATUS_WORDS['in-progress'], changes: beside('status', STATUS_WORDS['in-progress']) }],
  live: none, // "Kiểm tra" gives no hints
  check: (report, context) =>
    foundIn(answeredTasks(report, context), ({ row, entry: { status, percent } }) => {
      const isOdd = percent !== undefined && ((status === 'done' && percent < 100) || (status === 'not-started' && percent > 0));
      return isOdd ? { row, field: 'percent', facts: { status: STATUS_WORDS[status], percent } } : null;
    }),
});
