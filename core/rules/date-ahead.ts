import * as z from 'zod';
import { formatDate } from '../format.ts';
import { foundIn } from './found-in.ts';
import { none, rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** A document is not issued after the day on which the report is read. */
export const dateAhead = rule({
  id: 'date-ahead',
  severity: 'warning',
  stage: 'report',
  facts: z.strictObject({ date: z.string(), today: z.string() }),
  sentence: ({ date, today }) => `Ngày ban hành ${date} sau ngày kiểm tra (${today}). Kiểm tra lại ngày của văn bản.`,
  refusal: none,
  setting: { name: 'Ngày ban hành không sau ngày kiểm tra', allows: 'severity' },
  reason: none,
  fixes: none,
  live: none, // what a form says must not hang on the day
  check: (report, context) =>
    foundIn(answeredTasks(report, context), ({ row, entry: { issuedOn } }) =>
      context.today && issuedOn && issuedOn > context.today
        ? { row, field: 'issuedOn', facts: { date: formatDate(issuedOn), today: formatDate(context.today) } }
        : null,
    ),
});
