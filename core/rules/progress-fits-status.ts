import { finding } from '../findings/finding.ts';
import { STATUS_WORDS } from '../words.ts';
import type { Rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** `Hoàn thành` below 100 %, or progress on a task not begun: shown, never in the way. */
export const progressFitsStatus: Rule = (report, context) =>
  answeredTasks(report, context).flatMap(({ row, entry: { status, percent } }) => {
    const odd = percent !== undefined && ((status === 'done' && percent < 100) || (status === 'not-started' && percent > 0));
    return odd ? [finding('progress-fits-status', { status: STATUS_WORDS[status], percent }, { row, field: 'percent' })] : [];
  });
