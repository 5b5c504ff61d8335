import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** To an agency that has sent nothing, to one whose report was returned, to a consolidator about both. */
export const LetterKind = z.enum(['missing', 'returned', 'digest']);
export type LetterKind = z.infer<typeof LetterKind>;

/** Today's letters, and what became of each as mail. */
export const ReminderList = z.object({
  day: Day,
  /** Whether a mail server is named; without one the texts are there to copy. */
  mail: z.boolean(),
  reminders: z.array(
    z.object({
      kind: LetterKind,
      agency: AgencyId,
      subject: z.string(),
      text: z.string(),
      /** Whether today is a day on which it goes out by itself. */
      due: z.boolean(),
      mail: z.enum(['off', 'no-address', 'not-due', 'waiting', 'sending', 'sent', 'refused']),
      at: z.string().nullable(),
    }),
  ),
});
export type ReminderList = z.infer<typeof ReminderList>;

export const getRemindersRoute = {
  method: 'GET',
  path: '/periods/{period}/reminders',
  id: 'getReminders',
  summary: 'Thư nhắc trong ngày: nội dung để sao chép, đã gửi hay chưa',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: ReminderList } },
  refuses: [],
} as const satisfies Route;
