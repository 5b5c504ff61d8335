import { finding } from '../findings/finding.ts';
import { formatDate } from '../format.ts';
import type { Rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** A document is not issued after the day on which the report is read. */
export const dateAhead: Rule = (report, context) =>
  answeredTasks(report, context).flatMap(({ row, entry: { issuedOn } }) =>
    context.today && issuedOn && issuedOn > context.today
      ? [finding('date-ahead', { date: formatDate(issuedOn), today: formatDate(context.today) }, { row, field: 'issuedOn' })]
      : [],
  );
