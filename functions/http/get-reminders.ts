import * as z from 'zod';
import { AgencyId } from '../../core/agency.ts';
import { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { type Reminder, remindersOn } from '../jobs/reminders.ts';
import { Kind, OutboxRow, outboxOf, outboxRow } from '../mail/outbox.ts';
import { headsOf } from '../periods/matrix-of.ts';
import { soundValues } from '../store/sound-row.ts';
import { consolidatorsGround } from './access.ts';
import { json } from './answer.ts';
import type { GuardedRoute } from './route.ts';

const ReminderList = z.object({
  day: Day,
  /** Whether a mail server is named; without one the texts are there to copy. */
  mail: z.boolean(),
  reminders: z.array(
    z.object({
      kind: Kind,
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

/**
 * Today's letters, ready to copy: to everybody who is missing or whose report was returned, whether or not a reminder is due today,
 * and what became of each as mail. A letter that went out today is listed also when its cause is gone.
 */
export const getReminders = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reminders',
  id: 'getReminders',
  summary: 'Thư nhắc trong ngày: nội dung để sao chép, đã gửi hay chưa',
  gives: { 200: { 'application/json': ReminderList } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const found = await consolidatorsGround(deps, caller, request.parameters);
    if (!found.ok) return found.error;
    const ground = found.value;
    const day = localDay(deps.clock(), ground.plan.reporting.utcOffset);
    const letters = soundValues(deps.table, ground.partition, await deps.table.list(ground.partition, outboxOf(day)), OutboxRow);
    // A letter that only waits is told as it would be written now; one that was taken up, as it went out.
    const taken = new Map(letters.filter(({ mail }) => mail.state !== 'waiting').map((letter) => [outboxRow(letter), letter]));
    const now = remindersOn(day, ground, await headsOf(deps, ground.partition));
    const standing = new Set(now.map(outboxRow));
    const gone = [...taken].flatMap(([row, letter]) => (standing.has(row) ? [] : [{ ...letter, due: false }]));
    const reminders = [...now, ...gone].map((letter) => {
      const { kind, agency, due } = letter;
      const went = taken.get(outboxRow(letter));
      const { subject, text } = went ?? letter;
      return { kind, agency, subject, text, due, mail: went?.mail.state ?? stateOf(letter, deps.post), at: went?.mail.at ?? null };
    });
    return json(200, { day, mail: deps.post !== undefined, reminders });
  },
});

/** What holds a letter that was not taken up. */
function stateOf({ agency, due }: Reminder, post: Deps['post']): 'off' | 'no-address' | 'waiting' | 'not-due' {
  if (!post) return 'off';
  if (!post.addressesOf(agency)) return 'no-address';
  return due ? 'waiting' : 'not-due';
}
