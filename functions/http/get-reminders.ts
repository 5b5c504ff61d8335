import { type getRemindersRoute, LetterKind } from '../../contract/routes/get-reminders.ts';
import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { type ReminderLetter, remindersOn } from '../jobs/reminders.ts';
import { headsOf } from '../periods/matrix-of.ts';
import { OutboxRow, outboxOf, outboxRow } from '../store/letter-rows.ts';
import { soundValues } from '../store/sound-row.ts';
import { addressOf } from './address-of.ts';
import type { Serves } from './handler.ts';

/**
 * Today's letters, ready to copy: to everybody who is missing or whose report was returned, whether or not a reminder is due today,
 * and what became of each as mail. A letter that went out today is listed also when its cause is gone.
 */
export const getReminders =
  (deps: Deps): Serves<typeof getRemindersRoute> =>
  async (call, reply) => {
    const { context } = call;
    const day = localDay(deps.clock(), context.plan.reporting.utcOffset);
    const all = soundValues(deps.table, context.partition, await deps.table.list(context.partition, outboxOf(day)), OutboxRow);
    const letters = all.flatMap((letter) => {
      const kind = LetterKind.safeParse(letter.kind);
      return kind.success ? [{ ...letter, kind: kind.data }] : [];
    });
    // A letter that is still waiting is shown as it would be written now; one that was sent, or is being sent, as it was sent.
    const taken = new Map(letters.filter(({ mail }) => mail.state !== 'waiting').map((letter) => [outboxRow(letter), letter]));
    const now = remindersOn({ context, at: deps.clock(), address: addressOf(deps, call) }, await headsOf(deps, context.partition));
    const current = new Set(now.map(outboxRow));
    const gone = [...taken].flatMap(([row, letter]) => (current.has(row) ? [] : [{ ...letter, due: false }]));
    const reminders = [...now, ...gone].map((letter) => {
      const { kind, agency, due } = letter;
      const went = taken.get(outboxRow(letter));
      const { subject, text } = went ?? letter;
      return { kind, agency, subject, text, due, mail: went?.mail.state ?? stateOf(letter, deps.mail), at: went?.mail.at ?? null };
    });
    return reply.json(200, { day, mail: deps.mail !== undefined, reminders });
  };

/** What holds a letter that was not taken up. */
function stateOf({ agency, due }: ReminderLetter, mail: Deps['mail']): 'off' | 'no-address' | 'waiting' | 'not-due' {
  if (!mail) return 'off';
  if (!mail.emailsOf(agency)) return 'no-address';
  return due ? 'waiting' : 'not-due';
}
