import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { putLetters } from '../mail/outbox.ts';
import { sendLetters } from '../mail/send-letters.ts';
import { headsOf } from '../periods/matrix-of.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { outboxRow } from '../store/letter-rows.ts';
import { type ReminderLetter, remindersOn } from './reminders.ts';

/**
 * Writes today's reminders of every open period into its outbox, and sends them where a mail server is named. May run as often as it
 * likes: what was written or sent today is not written or sent again, and an hourly run makes good for a machine that was off.
 */
export async function remind(deps: Deps): Promise<void> {
  for (const context of await openedPeriods(deps)) if (context.row.state === 'open') await remindIn(deps, context);
}

async function remindIn(deps: Deps, context: PeriodContext): Promise<void> {
  const { table, clock, mail } = deps;
  const { partition, plan } = context;
  const day = localDay(clock(), plan.reporting.utcOffset);
  const due = remindersOn({ context, at: clock(), address: deps.address ?? null }, await headsOf(deps, partition)).filter((one) => one.due);
  if (due.length === 0) return;
  await putLetters(table, partition, due.map(letterOf));
  if (!mail) return;
  const holding = new Set(due.map(outboxRow));
  const mailer = await mail.open();
  try {
    await sendLetters({
      table,
      partition,
      day,
      mailer,
      emailsOf: mail.emailsOf,
      holds: (letter) => holding.has(outboxRow(letter)),
      clock,
    });
  } finally {
    mailer.close();
  }
}

const letterOf = ({ day, kind, agency, subject, text }: ReminderLetter) => ({ day, kind, agency, subject, text });
